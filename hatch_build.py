"""What a build adds to the wheel: the compiled patterns of the Python that builds it. An editable install gets them too."""

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PrecompileHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs before the files of a wheel are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  the signature is hatchling's
        """Compile; whatever goes wrong costs the users time and nothing else."""
        sys.path.insert(0, self.root)
        try:
            from pipeline import precompile

            precompile.main()
        except Exception as error:  # noqa: BLE001
            self.app.display_warning(f"patterns are compiled at every start: {error}")
        else:
            build_data["artifacts"].append("pipeline/notation/precompiled.bin")
        finally:
            sys.path.remove(self.root)

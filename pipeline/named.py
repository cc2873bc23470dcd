"""A function by its name, module:function: a table of functions imports none of their modules before one is called."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def named(home: str) -> Callable[..., Any]:
    """The function; its module is imported now."""
    module, _, function = home.partition(":")
    return getattr(import_module(module), function)  # type: ignore[no-any-return]

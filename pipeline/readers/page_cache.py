"""What an engine has seen on a page, kept from run to run, so that a page is read once.

Kept in BULLETIN_EXTRACT_CACHE, or bulletin-extract/ in the user's cache folder; `off` keeps nothing. A page is known by its pixels
and by the engine and its version, so that what is kept is what would be seen. A cache that cannot be used is none.
"""

import json
import os
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version

from pipeline.digest import sha256
from pipeline.model.paper import Fragment, Keystone, PageImage, Recognised

FOLDER = "BULLETIN_EXTRACT_CACHE"
_FORM = "4"
"""Changes when what is made of an engine's findings changes."""


class PageCache:
    """The place of one page."""

    def __init__(self, engine: str, image: PageImage) -> None:
        folder = os.environ.get(FOLDER) or os.path.join(_user_cache(), "bulletin-extract")
        key = sha256(f"{_FORM} {engine} {_version(engine)} {image.width} {image.height} {image.dpi} ".encode() + image.pixels).hexdigest()
        self._path = None if folder == "off" else os.path.join(folder, "ocr", key[:2], f"{key[2:]}.json")

    def load(self) -> Recognised | None:
        """What was seen; None where the page is new."""
        if self._path is None:
            return None
        try:
            with open(self._path, encoding="utf-8") as file:
                turn, askew, lean, rows = json.load(file)
            fragments = tuple(Fragment(text, tuple(box), *rest) for text, box, *rest in rows)
            return Recognised(fragments, turn, askew, Keystone(*lean) if lean else None)
        except (OSError, ValueError, TypeError):
            return None

    def save(self, found: Recognised) -> None:
        """Keep it, if that is possible."""
        if self._path is None:
            return
        temporary = f"{self._path}.{os.getpid()}.{os.urandom(4).hex()}"
        with suppress(OSError):
            os.makedirs(os.path.dirname(self._path), exist_ok=True)
            with open(temporary, "w", encoding="utf-8") as file:
                json.dump([found.turn, found.askew, found.keystone, found.fragments], file, ensure_ascii=False)
            os.replace(temporary, self._path)
        with suppress(OSError):
            os.unlink(temporary)


def _user_cache() -> str:
    return os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")


def _version(engine: str) -> str:
    try:
        return version(engine)
    except PackageNotFoundError:
        return ""

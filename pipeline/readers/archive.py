"""Office files that are ZIP archives of XML: their parts, with what a bomb or a damaged archive would do kept out."""

import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from pipeline.errors import InputError

_LARGEST_PART = 64 * 2**20
"""Bytes of a part, unpacked; the text of a bulletin has a megabyte."""
_DAMAGED = "the file is damaged and cannot be unpacked; try to open it in the program that wrote it and save it again"


class Archive:
    """The parts of one file, by name."""

    def __init__(self, data: bytes) -> None:
        try:
            self._file = zipfile.ZipFile(BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise InputError(_DAMAGED) from error
        self.names = frozenset(self._file.namelist())

    def part(self, name: str) -> Any:
        """The root element of a part, None where there is none or it cannot be read."""
        content = self.content(name) if name in self.names else b""
        return parse_xml(content) if content else None

    def content(self, name: str) -> bytes:
        """The bytes of a part; empty where it cannot be read."""
        try:
            with self._file.open(name) as file:
                content = file.read(_LARGEST_PART + 1)
        except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error):
            return b""
        return content if len(content) <= _LARGEST_PART else b""


def parse_xml(content: bytes) -> Any:
    """The root element, None where there is none; what is damaged is left out, and nothing outside of it is fetched."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None

"""OFD files (版式文件, GB/T 33190-2016), in which offices exchange 公文: the package and its pages. What stands on one: ofd_page.py."""

import posixpath
from collections.abc import Iterator
from typing import Any, NamedTuple

from pipeline.errors import InputError
from pipeline.model.layout import RawText, ReadOptions
from pipeline.model.paper import PaperPage
from pipeline.readers.archive import Archive
from pipeline.readers.ofd_images import SheetReading, left_out, with_images_read
from pipeline.readers.ofd_page import Sheet, children, read_sheet
from pipeline.readers.page_range import parse_pages
from pipeline.readers.typeset import typeset

MEDIA_TYPE = "application/ofd"
_A4 = "0 0 210 297"


class _Page(NamedTuple):
    """Where a page stands in the package; its contents lie on the template of its document."""

    part: str | None
    """None where the package has no such part."""
    area: str
    """PhysicalBox of the document: what a page has that names none of its own."""
    templates: dict[str, str | None]
    """Id → part."""
    resources: list[str | None]
    """Parts of its document that say where images and drawings are."""


def read_ofd(data: bytes, options: ReadOptions) -> RawText:
    """The text of an OFD file; InputError where it is damaged or locked."""
    package = _Package(data)
    pages = list(package.pages())
    if not pages:
        raise InputError("the OFD file is damaged or locked; open it in an OFD viewer and export it as PDF")
    found = [package.read(number, pages[number - 1]) for number in parse_pages(options.pages, len(pages))]
    reader = "scan" if all(reading.image for reading in found) else "ofd"
    read = with_images_read(found, options)
    return typeset([reading.page for reading in read], MEDIA_TYPE, reader, [told for reading in read for told in reading.warnings])


class _Package:
    """The parts of one file, which name each other by places that are relative, or begin at the root."""

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        self._names = {name.replace("\\", "/").lower(): name for name in self._archive.names}

    def pages(self) -> Iterator[_Page]:
        """Those of all its documents, in order."""
        for root in children(self._root("OFD.xml"), "DocBody", "DocRoot"):
            at = self._found("OFD.xml", root.text)
            document = self._root(at)
            area = next((box.text for box in children(document, "CommonData", "PageArea", "PhysicalBox")), None) or _A4
            templates = {t.get("ID", ""): self._found(at, t.get("BaseLoc")) for t in children(document, "CommonData", "TemplatePage")}
            named = [r for kind in ("PublicRes", "DocumentRes") for r in children(document, "CommonData", kind)]
            resources = [self._found(at, r.text) for r in named]
            for page in children(document, "Pages", "Page"):
                yield _Page(self._found(at, page.get("BaseLoc")), area, templates, resources)

    def read(self, number: int, page: _Page) -> SheetReading:
        """What stands on the page of this number, and what of it could not be read."""
        root = self._root(page.part)
        if root is None:
            return left_out(PaperPage(number, 0, 0, ()))
        area = next((box.text for box in children(root, "Area", "PhysicalBox")), None) or page.area
        below = [self._root(page.templates.get(t.get("TemplateID", ""))) for t in children(root, "Template")]
        resources = [*page.resources, *(self._found(page.part, r.text) for r in children(root, "PageRes"))]
        units = [children(self._root(part), "CompositeGraphicUnits", "CompositeGraphicUnit") for part in resources]
        sheet = Sheet(area, {unit.get("ID", ""): unit for listed in units for unit in listed})
        for content in [*below, root]:
            sheet.lay(content)
        return SheetReading(read_sheet(sheet, number), self._image(resources, sheet.image))

    def _image(self, resources: list[str | None], key: str | None) -> bytes | None:
        """The file of the image that a page is; empty where it is not there."""
        if key is None:
            return None
        for part in resources:
            root = self._root(part)
            media = (found for found in children(root, "MultiMedias", "MultiMedia") if found.get("ID") == key)
            for file in (file for found in media for file in children(found, "MediaFile")):
                place = self._found(part, posixpath.join(root.get("BaseLoc") or "", (file.text or "").strip()))
                return self._archive.content(self._names[place.lower()]) if place else b""
        return b""

    def _root(self, place: str | None) -> Any:
        return self._archive.part(self._names.get(place.lower(), "")) if place else None

    def _found(self, base: str | None, place: str | None) -> str | None:
        """The part that is meant: many programs write places from the root as if they were relative, or in other capitals."""
        place = (place or "").strip().replace("\\", "/")
        tries = (posixpath.join(posixpath.dirname(base or ""), place), place)
        parts = [posixpath.normpath(tried).lstrip("/") for tried in tries if place]
        return next((part for part in parts if part.lower() in self._names), None)

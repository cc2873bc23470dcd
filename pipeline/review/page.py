"""Document → one self-contained HTML page: source and structure side by side, to check and to correct.

The page needs no network and no server; its Content-Security-Policy allows only its own style and script, by their hashes. The document
goes in as JSON that no parser takes for markup, and every word of it is shown as text. Pages of a PDF or a scan go in as pictures.
"""

import base64
import hashlib
import html
import json
import os
from string import Template

from pipeline.model.document import Document
from pipeline.model.paper import Facsimile
from pipeline.model.warning_codes import NOTES
from pipeline.translation import translate
from pipeline.writers.json_writer import to_json
from pipeline.writers.strings import as_unicode

_ASSETS = os.path.join(os.path.dirname(__file__), "assets")
_SCRIPTS = ("words.js", "places.js", "source.js", "sheets.js", "structure.js", "correct.js", "page.js")
"""In the order in which they need each other."""
_NO_PICTURES = Facsimile()


def to_html(document: Document, facsimile: Facsimile = _NO_PICTURES, *, save: str | None = None, note: str | None = None) -> str:
    """The page.

    `save` is the address that takes its corrections, without which it offers them as a download. `note` is a line above it all.
    """
    style, script = _asset("page.css"), "".join(map(_asset, _SCRIPTS))
    title = document.masthead.title or document.source.file or document.id
    page = Template(_asset("page.html")).substitute(
        title=html.escape(str(as_unicode(title))),
        style=style,
        script=script,
        images="data: 'self'" if any(not picture.address.startswith("data:") for picture in facsimile.pictures) else "data:",
        style_hash=_source_hash(style),
        script_hash=_source_hash(script),
        sheets="".join(_sheets(document, facsimile)),
        document=_inert(to_json(document)),
        beside=_inert(json.dumps(_beside(document, facsimile), ensure_ascii=False, separators=(",", ":"))),
    )
    meta = "".join(f'<meta name="{name}" content="{html.escape(value)}">\n' for name, value in (("save", save), ("note", note)) if value)
    return page.replace("<title>", f"{meta}<title>", 1)


def _sheets(document: Document, facsimile: Facsimile) -> list[str]:
    """A figure for each page of which there is a picture."""
    sizes = {page.number: (page.width or 0, page.height or 0) for page in document.source.pages}
    return [
        f'<figure class="sheet" data-page="{picture.number}"><img loading="lazy" decoding="async" alt="" '
        f'width="{sizes[picture.number][0]:.0f}" height="{sizes[picture.number][1]:.0f}" src="{html.escape(picture.address)}"></figure>\n'
        for picture in facsimile.pictures
        if picture.number in sizes
    ]


def _beside(document: Document, facsimile: Facsimile) -> dict[str, object]:
    """What the page needs besides the document: lines as [start, end, page, x0, top, x1, bottom], the warnings in Chinese, codes of notes."""
    shown = {picture.number for picture in facsimile.pictures}
    numbers = [page.number for page in document.source.pages]
    printed = [line for line in facsimile.lines if line.box is not None and numbers[line.page] in shown]
    lines = [[line.start, line.end, numbers[line.page], *(line.box or ())] for line in printed]
    chinese = {w.message: as_unicode(translate(w.message)) for w in document.warnings}
    return {"lines": lines, "chinese": chinese, "notes": sorted(NOTES.intersection(w.code for w in document.warnings))}


def _asset(name: str) -> str:
    with open(os.path.join(_ASSETS, name), encoding="utf-8") as file:
        return file.read()


def _source_hash(text: str) -> str:
    """The name by which a Content-Security-Policy knows an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _inert(json_text: str) -> str:
    """JSON in which nothing can end its script element or begin a comment."""
    return json_text.replace("<", "\\u003c").replace(">", "\\u003e")

"""Document → one self-contained HTML page: source and structure side by side, to check and to correct.

The page needs no network and no server; its Content-Security-Policy allows only its own style and script, by their hashes. The document
goes in as JSON that no parser takes for markup, and every word of it is shown as text.
"""

import base64
import hashlib
import html
import os
from string import Template

from pipeline.model.document import Document
from pipeline.writers.json_writer import to_json
from pipeline.writers.strings import as_unicode

_ASSETS = os.path.join(os.path.dirname(__file__), "assets")


def to_html(document: Document, *, save: str | None = None) -> str:
    """The page; `save` is the address that takes its corrections, without which it offers them as a download."""
    style, script = _asset("page.css"), _asset("words.js") + _asset("page.js")
    title = document.masthead.title or document.source.file or document.id
    page = Template(_asset("page.html")).substitute(
        title=html.escape(str(as_unicode(title))),
        style=style,
        script=script,
        style_hash=_source_hash(style),
        script_hash=_source_hash(script),
        document=_inert(to_json(document)),
    )
    if save is None:
        return page
    return page.replace("<title>", f'<meta name="save" content="{html.escape(save)}">\n<title>', 1)


def _asset(name: str) -> str:
    with open(os.path.join(_ASSETS, name), encoding="utf-8") as file:
        return file.read()


def _source_hash(text: str) -> str:
    """The name by which a Content-Security-Policy knows an inline style or script."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _inert(json: str) -> str:
    """JSON in which nothing can end its script element or begin a comment."""
    return json.replace("<", "\\u003c").replace(">", "\\u003e")

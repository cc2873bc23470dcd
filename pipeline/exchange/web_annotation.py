"""W3C Web Annotation Data Model (www.w3.org/TR/annotation-model): an annotation page of mentions over the source's text.

Each annotation tags a stretch of the text; its target names it by quotation and by position (in code points).
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.corrections.locate import quote
from pipeline.exchange.labels import LISTS, MENTIONS, items, marked
from pipeline.model.document import Document
from pipeline.writers.strings import as_unicode

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_annotations(document: Document) -> str:
    """The annotation page of a document, JSON-LD."""
    rows = [_annotation(document, item.id, mark) for item in items(document) for mark in marked(item, document.text)]
    page = {"@context": _CONTEXT, "id": f"urn:bulletin-extract:{document.id}", "type": "AnnotationPage", "items": rows}
    return f"{as_unicode(json.dumps(page, ensure_ascii=False, indent=1))}\n"


def _annotation(document: Document, item: str, mark: Any) -> dict[str, Any]:
    start, end = mark.source_start, mark.source_end
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": MENTIONS[mark.list]}]
    if mark.value:
        bodies.append({"type": "TextualBody", "purpose": "describing", "value": mark.value})
    selectors = [
        {"type": "TextQuoteSelector", **quote(document.text, start, end)._asdict()},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]
    target = {"source": f"urn:sha256:{document.source.sha256}", "selector": selectors}
    name = f"urn:bulletin-extract:{item}:{mark.list}:{start}-{end}"
    return {"id": name, "type": "Annotation", "motivation": "tagging", "body": bodies, "target": target}


def read_annotations(page: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """List, exact words, prefix and suffix of every annotation of a page; ValueError for what is no tag of ours."""
    for row in page["items"]:
        bodies = row["body"] if isinstance(row["body"], list) else [row["body"]]
        tags = [body["value"] for body in bodies if body.get("purpose", "tagging") == "tagging"]
        selectors = row["target"]["selector"]
        quotes = [s for s in (selectors if isinstance(selectors, list) else [selectors]) if s["type"] == "TextQuoteSelector"]
        for tag in tags:
            if tag not in LISTS:
                raise ValueError(f"{tag!r} is none of the tags {', '.join(LISTS)}")
            yield LISTS[tag], quotes[0]["exact"], quotes[0].get("prefix", ""), quotes[0].get("suffix", "")

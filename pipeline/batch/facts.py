"""What the report and the series checks need to know of a document, so that neither has to read it again."""

import json
from collections import Counter
from typing import Any, NamedTuple

from pipeline.certainty import unsure_names
from pipeline.digest import sha256
from pipeline.model.document import Document
from pipeline.model.item import Item
from pipeline.model.warning_codes import UNREAD

_SHORTEST = 40
"""Characters of a text that is compared with those of other issues: 特此通知 stands in many."""


class Facts(NamedTuple):
    """Facts of one document; lists of lists, as JSON gives them back."""

    title: str | None
    issuer: str | None
    year: int | None
    number: int | None
    cumulative: int | None
    date: str | None
    style: str
    pages: int
    items: int
    warnings: dict[str, int]
    """Code → how often."""
    sections: list[str]
    texts: list[list[str]]
    """[item id, title, digest of the text] of each item that is long enough to be told from others."""
    entities: list[list[Any]]
    """[id, type, name, aliases, mentions]."""
    unsure: int = 0
    """Names that are in doubt."""

    @property
    def incomplete(self) -> bool:
        """Whether a part of the source could not be read."""
        return not UNREAD.isdisjoint(self.warnings)

    def to_json(self) -> str:
        """As an object of JSON that can be UTF-8."""
        text = json.dumps(self._asdict(), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace").decode()


def facts_of(document: Document) -> Facts:
    """The facts of a document."""
    head = document.masthead
    items = [item for section in document.sections for item in section.items]
    return Facts(
        head.title, head.issuer, head.year, head.issue_number, head.cumulative_number, head.date, document.style,
        len(document.source.pages), len(items),
        dict(sorted(Counter(warning.code for warning in document.warnings).items())),
        list(dict.fromkeys(section.title for section in document.sections if section.title)),
        [_text(item) for item in items if len(item.text) >= _SHORTEST],
        [[entity.id, entity.type, entity.name, list(entity.aliases), entity.mentions] for entity in document.entities],
        unsure_names(document),
    )  # fmt: skip


def _text(item: Item) -> list[str]:
    words = "".join(item.text.split())
    return [item.id, item.title or item.text[:20], sha256(words.encode("utf-8", "replace")).hexdigest()[:16]]

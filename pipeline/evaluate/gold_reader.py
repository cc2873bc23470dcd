"""NAME.gold.json → gold.

`"__skip__"` in place of a value says that readers may differ: the value is not scored. It can stand for the contents,
the distribution, the colophon, any field of masthead and colophon, an item's title, its attribution (as
`organizations`) and the value of a mention; anywhere else it would be taken for text, and is refused.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.evaluate.gold import Gold, GoldItem, GoldMention
from pipeline.evaluate.text import (
    MENTION_VALUES,
    Json,
    Row,
    attribution_rows,
    colophon_rows,
    digest,
    mention_value,
    normal,
)

SKIP = "__skip__"
MASTHEAD_FIELDS = (
    "title", "year", "issue_number", "cumulative_number", "issuer", "permit_number", "date", "document_number",
)  # fmt: skip


def read_gold(path: Path) -> Gold:
    """The gold in a file. Raises InputError, naming the file, where it cannot be read as gold."""
    try:
        return parse_gold(json.loads(path.read_text(encoding="utf-8-sig")))
    except KeyError as error:
        reason = f"{error} is missing"
    except (OSError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        reason = str(error)
    message = f"{path} cannot be read as gold: {reason}; mend it or take it out of the folder"
    raise InputError(message)


def parse_gold(data: Json) -> Gold:
    """The gold in a parsed JSON object; KeyError, TypeError or ValueError where its shape is not that of gold."""
    if not isinstance(data, Mapping) or not isinstance(data.get("doc"), str):
        message = 'it is no object whose "doc" is the file name of the source'
        raise TypeError(message)
    colophon = data.get("colophon") or {}
    return Gold(
        doc=data["doc"],
        masthead=_masthead(data.get("masthead") or {}),
        contents=_pairs(data.get("contents")),
        sections=tuple((normal(section["title"]),) for section in data.get("sections") or [] if section["title"]),
        items=tuple(_items(data)),
        distribution=_pairs(data.get("distribution")),
        colophon=None if colophon == SKIP else colophon_rows({k: v for k, v in colophon.items() if v != SKIP}),
        colophon_open=frozenset() if colophon == SKIP else frozenset(k for k, v in colophon.items() if v == SKIP),
        mentions=_mentions(data.get("mentions")),
    )


def _masthead(masthead: Json) -> dict[str, object]:
    if masthead == SKIP:
        return {}
    return {field: masthead.get(field) for field in MASTHEAD_FIELDS if masthead.get(field) != SKIP}


def _pairs(rows: Json) -> tuple[Row, ...] | None:
    return None if rows == SKIP else tuple((normal(first), normal(second)) for first, second in rows or [])


def _items(data: Mapping[str, Any]) -> Iterator[GoldItem]:
    for section in data.get("sections") or []:
        title = normal(_closed(section["title"], "the title of a section"))
        yield from (_item(title, item) for item in section["items"])


def _item(section: str | None, item: Mapping[str, Any]) -> GoldItem:
    body = _closed(item.get("body"), "the body of an item")
    ends = (item.get("body_from") or "") + (item.get("body_to") or "")
    is_open = item.get("title") == SKIP
    return GoldItem(
        section=section,
        title=None if is_open else item.get("title"),
        title_is_open=is_open,
        body=normal(body or item.get("body_from")),
        clue=normal(body or ends),
        body_sha256=item["body_sha256"] if "body_sha256" in item else digest(body),
        attribution=_attribution(item),
    )


def _attribution(item: Mapping[str, Any]) -> tuple[Row, ...] | None:
    if item.get("organizations") == SKIP:
        return None
    persons = _closed(item.get("persons"), "persons without organizations")
    return attribution_rows(item.get("organizations") or [], persons or [])


def _mentions(rows: Json) -> tuple[GoldMention, ...] | None:
    return None if rows is None or rows == SKIP else tuple(_mention(row) for row in rows)


def _mention(row: Mapping[str, Any]) -> GoldMention:
    text = normal(_closed(row["text"], "the text of a mention"))
    is_open = row.get(MENTION_VALUES.get(row["type"]) or "") == SKIP
    return GoldMention(row["type"], text, None if is_open else mention_value(row["type"], row), is_open)


def _closed(value: Json, what: str) -> Json:
    if value == SKIP:
        message = f'"{SKIP}" cannot stand for {what}'
        raise ValueError(message)
    return value

"""Hypothesis strategies for documents, made from the annotations of the model, and two documents written by hand."""

import re
from functools import cache
from typing import Any

from hypothesis import strategies as st

from pipeline.model import document as model
from pipeline.model import frame
from pipeline.model import item as rows
from pipeline.model.document import Document
from pipeline.writers.shape import DATES, MINIMA, PATTERNS, Field, Record, fields

NASTY = (
    "",
    " ",
    "\u3000 \t",
    "'",
    "''",
    "'\\",
    "\\ud800",
    "'\\u0000",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1＋1",
    "＋1",
    "－1",
    "＠x",
    "a\0b",
    "\0",
    "\ud800",
    "x\udfff\\y",
    'a "quoted" cell',
    '"',
    "a\r\nb\rc\nd\x85e\u2028f",
    "a,b;c\td",
    '}, {"start": ',
    '"}, {"start": 1',
    "\ufeffbom",
    "NaN",
    "null",
    "true",
    "007",
    "\U0001f600\U00020000",
    "关于印发《工会信息》的通知",
)
"""Strings that CSV, JSON or a spreadsheet may get wrong, but no high surrogate before a low one: JSON joins these."""

texts = st.sampled_from(NASTY) | st.text(max_size=6)
"""st.text makes no surrogates, so the two halves of a pair never meet."""
_isodates = st.dates().map(lambda date: date.isoformat())


_DIGEST = re.compile(r"\^(.*)\[0-9a-f\]\{(\d+)\}\$")


def _of_pattern(pattern: str) -> st.SearchStrategy[str]:
    """Strings of a pattern; hexadecimal digits in one draw, where the pattern would be one for each."""
    if digest := _DIGEST.fullmatch(pattern):
        before, size = digest[1], int(digest[2])
        return st.integers(0, 16**size - 1).map(lambda number: f"{before}{number:0{size}x}")
    return st.from_regex(pattern.replace("^[0-9]+", "^1").replace("[0-9]+", "[0-9]"), fullmatch=True)


def _scalar(field: Field) -> st.SearchStrategy[Any]:
    place = (field.owner, field.name)
    least = MINIMA.get(field.name)
    if field.choices:
        return st.sampled_from(field.choices)
    if place in PATTERNS:
        return _of_pattern(PATTERNS[place])
    if place in DATES:
        return _isodates
    if field.kind == "integer":
        return st.integers(least, 2**53) | st.integers(least if least is not None else -(2**70), 2**70)
    if field.kind == "number":
        return st.floats(least, allow_nan=False, allow_infinity=False)
    return st.booleans() if field.kind == "boolean" else texts


def _values(field: Field) -> st.SearchStrategy[Any]:
    if field.kind == "record":
        values = records(field.record)
    elif field.kind == "list":
        values = st.lists(_values(field.element), max_size=2).map(tuple)
    elif field.kind == "row":
        values = st.tuples(*[_values(field.element)] * field.width)
    else:
        values = _scalar(field)
    return st.none() | values if field.optional else values


@cache
def records(record: Record) -> st.SearchStrategy[Any]:
    """Any value of a class of the model."""
    return st.tuples(*map(_values, fields(record))).map(record._make)


def with_unique_ids(document: Document) -> Document:
    """The same document, where no two sections, items or entities have one id."""
    counter = iter(range(1000))

    def renamed(record: Any) -> Any:
        return record._replace(id=f"{record.id}:{next(counter)}")

    sections = tuple(
        renamed(section)._replace(items=tuple(map(renamed, section.items))) for section in document.sections
    )
    return document._replace(sections=sections, entities=tuple(map(renamed, document.entities)))


documents = records(Document).map(with_unique_ids)
archives = st.lists(documents, max_size=2, unique_by=lambda document: document.id)


def filled(record: Record, text: str = "文") -> Any:
    """A value of the class with something in every field: one element in each list, `text` in each string."""

    def value(field: Field) -> Any:
        if field.record:
            return filled(field.record, text)
        if field.element:
            return (value(field.element),) * (field.width or 1)
        if (field.owner, field.name) in PATTERNS:
            return {"schema_version": model.SCHEMA_VERSION, "id": "iss-0123456789ab"}.get(field.name, "0" * 64)
        if (field.owner, field.name) in DATES:
            return "2020-05-19"
        string = field.choices[0] if field.choices else text
        return {"integer": 1, "number": 0.5, "boolean": True}.get(field.kind, string)

    return record._make(map(value, fields(record)))


def bulletin(number: int = 12) -> Document:
    """A short bulletin with its real values; issue `number` of 2020."""
    body, credit = "5月13日，深圳市总工会20多人来穗。", "青岩区总工会 柳莹"
    text = f"工会信息\n〔2020〕第{number}期\n〔要情动态〕\n深圳工会来穗交流\n{body}（{credit}）\n"
    ends = [index + 1 for index, character in enumerate(text) if character == "\n"]
    owners = (None, None, "sec-1", f"itm-{number:012x}", f"itm-{number:012x}")
    roles = ("masthead", "masthead", "section_heading", "item_title", "item_text")
    item_id, start, printed = f"itm-{number:012x}", text.index(body), text.index(credit)
    item = filled(rows.Item)._replace(
        id=item_id,
        title="深圳工会来穗交流",
        text=body,
        segments=(rows.Segment(0, start, len(body), 1, None),),
        attributions=(rows.Attribution(credit, "青岩区总工会", "柳莹", None, printed, printed + len(credit), "ent-2"),),
        outline=(),
        dates=(
            rows.DateMention(
                "5月13日", "text", 0, 5, "2020-05-13", "2020-05-13", "2020-05-13", "day", "year_from_issue", "gregorian"
            ),
        ),
        organizations=(rows.NameMention("深圳市总工会", "text", 6, 12, "ent-1", 0.9),),
        persons=(),
        places=(rows.NameMention("穗", "text", 17, 18, None, 0.5),),
        quantities=(rows.QuantityMention("20多人", "text", 12, 16, 20.0, "人", "gt", approximate=True),),
        document_numbers=(),
    )
    section = model.Section("sec-1", "要情动态", "〔要情动态〕", ends[1], ends[2], (item,))
    return Document(
        schema_version=model.SCHEMA_VERSION,
        id=f"iss-{number:012x}",
        source=model.Source("d1.txt", "0" * 64, len(text.encode()), "text/plain", "utf-8"),
        style="jianbao",
        masthead=frame.Masthead(title="工会信息", year=2020, issue_number=number, date="2020-05-19"),
        contents=(frame.ContentsEntry("要情动态", None, "深圳工会来穗交流", None, item_id, "exact", 0, 1),),
        sections=(section,),
        distribution=(),
        colophon=frame.Colophon(contacts=(frame.Contact("责任编辑", "黄立"),), emails=("ghxx@example.cn",)),
        entities=(model.Entity("ent-1", "organization", "深圳市总工会", ("市总工会",), 1), model.Entity("ent-2", "organization", "青岩区总工会", (), 0)),
        warnings=(model.DocumentWarning("count", "13 announced, 12 listed", None, None, None),),
        text=text,
        ledger=tuple(map(model.LedgerRun._make, zip([0, *ends], ends, roles, owners, strict=False))),
    )


def nasty_bulletin(text: str) -> Document:
    """A document with `text` wherever a string may stand, whose references all hold."""
    document: Document = filled(Document, text)
    return document

"""A bulletin in small, for tests of one layout at a time: a head of three lines, and texts to put below it."""

from pipeline.extract import extract
from pipeline.model.document import Document
from pipeline.model.item import Item

HEAD = "　　　　　　　工 作 简 报\n　　　　　　　　第3期\n某市某局办公室　　2021年3月9日\n━━━━━━━━━━━━━━━━━━━━\n\n"
TEXT = "3月2日，市某局召开会议，部署全年工作，80人参加。"
OTHER = "3月5日，市某局检查工地14处，发现隐患23项，全部整改。"


def read(body: str) -> Document:
    """The issue with `body` below its head."""
    return extract((HEAD + body).encode())


def items_of(document: Document) -> list[Item]:
    """Those of all its sections."""
    return [item for section in document.sections for item in section.items]


def items(body: str) -> list[Item]:
    """Those of the issue with this body."""
    return items_of(read(body))

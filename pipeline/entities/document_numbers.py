"""文号 that texts cite."""

from pipeline.model.item import DocumentNumberMention
from pipeline.model.mentions import IssueContext, Mentions, Passage
from pipeline.notation.citations import find_citations


def find_document_numbers(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[DocumentNumberMention, ...]:  # noqa: ARG001
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return tuple(
        DocumentNumberMention(
            passage.text[row.start : row.end], passage.field, row.start, row.end, row.issuer_code, row.year, row.number
        )
        for passage in passages
        for row in find_citations(passage.key)
    )

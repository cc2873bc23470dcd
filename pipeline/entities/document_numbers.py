"""文号 that texts cite."""

from pipeline.model.document import DocumentNumberMention
from pipeline.model.mentions import IssueContext, Mentions, Passage


def find_document_numbers(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[DocumentNumberMention, ...]:  # noqa: ARG001
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return ()

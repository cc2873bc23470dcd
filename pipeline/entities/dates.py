"""Points and spans of calendar time."""

from pipeline.model.document import DateMention
from pipeline.model.mentions import IssueContext, Mentions, Passage


def find_dates(passages: tuple[Passage, ...], context: IssueContext, found: Mentions) -> tuple[DateMention, ...]:  # noqa: ARG001
    """All of them in the texts of one item; `found` holds what the finders before have claimed."""
    return ()

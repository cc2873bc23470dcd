"""Mentions → entities: which names of one issue mean the same unit or person."""

from pipeline.model.document import Entity
from pipeline.model.mentions import IssueContext, Mentions


def resolve(found: list[Mentions], context: IssueContext) -> tuple[list[Mentions], tuple[Entity, ...]]:  # noqa: ARG001
    """The mentions of each item with their `entity_id`, and the entities of the issue in the order in which they appear."""
    return found, ()

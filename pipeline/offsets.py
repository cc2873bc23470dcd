"""Offsets in an item's text ↔ offsets in the source, by the item's segments."""

from bisect import bisect_right

from pipeline.model.item import Item


def source_offset(item: Item, offset: int) -> int | None:
    """Where a character of the item's `text` stands in the source; None for one that is in no segment (the line feed of a paragraph)."""
    at = bisect_right(item.segments, offset, key=lambda segment: segment.item_start) - 1
    if at < 0:
        return None
    inside = offset - item.segments[at].item_start
    return item.segments[at].source_start + inside if inside < item.segments[at].length else None


def item_offset(item: Item, offset: int) -> int | None:
    """Where a character of the source stands in the item's `text`; None for one that does not. Segments may go backward in the source."""
    for segment in item.segments:
        if segment.source_start <= offset < segment.source_start + segment.length:
            return segment.item_start + offset - segment.source_start
    return None

"""What a user types for --pages: 1-3,7."""

from pipeline.errors import InputError


def parse_pages(typed: str | None, count: int) -> list[int]:
    """The 1-based page numbers that are meant, of a file of `count` pages, each once and ascending."""
    if not typed:
        return list(range(1, count + 1))
    found: set[int] = set()
    for part in typed.split(","):
        first, dash, last = part.strip().partition("-")
        try:
            low = int(first) if first else 1
            high = int(last) if last else count if dash else low
        except ValueError as error:
            raise InputError(f"--pages {typed}: write page numbers such as 1-3,7") from error
        found.update(range(max(1, low), min(count, high) + 1))
    if not found:
        raise InputError(f"--pages {typed}: the file has {count} pages, and none of these is among them")
    return sorted(found)

"""What the code of a warning, or of a finding over a whole archive, asks of a person: docs/warnings.md says what each means."""

UNREAD = frozenset({"decode_errors", "page_unreadable", "ocr_missing", "ocr_failed", "unmapped_glyphs"})
"""A part of the source could not be read, so the document is not whole."""
NOTES = frozenset({
    "contents_reworded", "attribution_broken", "columns_in_turn", "hidden_text",
    "section_renamed", "item_repeated", "unit_names",
})  # fmt: skip
"""For information: what the source is like, or how it was read. All codes that are not among these ask to be checked."""

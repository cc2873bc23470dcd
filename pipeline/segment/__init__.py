"""Logical 2: one parser for each part of a bulletin, from the blocks of its zone to the part's values."""

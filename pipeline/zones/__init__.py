"""Logical 1: which part of a bulletin each block is, decided for the whole bulletin at once.

clues.py reads what can be seen of each block, contents_index.py holds the text against its own printed contents, evidence.py is
the table of what speaks for which role, decode.py finds the best legal reading.
"""

from pipeline.zones.decode import label_zones

__all__ = ["label_zones"]

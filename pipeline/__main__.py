"""`python -m pipeline`, the same as `extract`."""

from pipeline.cli import run

run()

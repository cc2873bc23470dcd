"""`python -m pipeline`, the same as `extract`."""

from pipeline.cli import main

raise SystemExit(main())

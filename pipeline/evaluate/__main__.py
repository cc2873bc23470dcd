"""`python -m pipeline.evaluate`, the same as `extract-eval`."""

from pipeline.evaluate.command import main

raise SystemExit(main())

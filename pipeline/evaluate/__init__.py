"""Documents against gold: the accuracy a user can expect on their own archive.

gold + document → judges → outcomes → report → table, floors. `python -m pipeline.evaluate GOLD_DIR` is `extract-eval`.
"""

from pipeline.evaluate.command import main
from pipeline.evaluate.found import Missing
from pipeline.evaluate.gold import Gold
from pipeline.evaluate.gold_reader import parse_gold, read_gold
from pipeline.evaluate.outcomes import Difference, Rate, Share
from pipeline.evaluate.report import Report, evaluate

__all__ = ["Difference", "Gold", "Missing", "Rate", "Report", "Share", "evaluate", "main", "parse_gold", "read_gold"]

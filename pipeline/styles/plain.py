"""Neither bulletin nor 公文: a title where the first line has the form of one, the facts that a web page prints under it, and text."""

from pipeline.styles.grammar import Style

PLAIN = Style(
    name="plain",
    start={"title": 0, "untitled": 0, "masthead": -4},
    transitions={
        "masthead": {"title": 0, "body": 0, "byline": -1, "untitled": -2, "masthead": -1},
        "title": {"body": 0, "subtitle": -0.5, "byline": -0.5, "masthead": -1},
        "subtitle": {"body": 0, "subtitle": -2, "byline": -0.5, "masthead": -1},
        "byline": {"body": 0, "masthead": -1},
        "untitled": {"body": 0},
        "body": {"body": 0, "credit": -2, "colophon": -1, "signed_date": -1.5},
        "credit": {"credit": -1, "colophon": 0, "body": -4, "signed_date": -1.5},
        "signed_date": {"signed_date": -1, "colophon": 0},
        "colophon": {"colophon": 0},
    },
    evidence={"within_masthead": {}},
    after_close={},
)  # fmt: skip

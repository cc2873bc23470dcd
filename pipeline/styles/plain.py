"""Neither bulletin nor 公文: a title where the first line has the form of one, and text."""

from pipeline.styles.grammar import Style

PLAIN = Style(
    name="plain",
    start={"title": 0, "untitled": 0},
    transitions={
        "title": {"body": 0, "subtitle": -0.5, "byline": -0.5},
        "subtitle": {"body": 0, "subtitle": -2, "byline": -0.5},
        "byline": {"body": 0},
        "untitled": {"body": 0},
        "body": {"body": 0},
    },
    after_close={},
)  # fmt: skip

"""公文 (GB/T 9704-2012, before it GB/T 9704-1999): 版头, title, 主送机关, text, 附件说明, 署名, 成文日期, 附注, annexes, 版记."""

from collections.abc import Mapping

from pipeline.model.zone import ZoneRole
from pipeline.styles.grammar import Style

_AFTER_TEXT: Mapping[ZoneRole, float] = {
    "signature": 0.0, "signed_date": -0.5, "annex": -1.0, "distribution": -0.5, "colophon": -0.5, "postscript": -1.5,
}  # fmt: skip

GONGWEN = Style(
    name="gongwen",
    start={"masthead": 0, "title": 0, "body": -6},
    transitions={
        "masthead": {"masthead": 0, "title": 0, "addressee": 0, "body": -1.5, "signed_date": -3},
        "title": {"subtitle": 0, "masthead": 0, "addressee": 0, "body": -0.3, "signed_date": -2, "postscript": -1,
                  "signature": -3},
        "subtitle": {"subtitle": -0.5, "masthead": 0, "addressee": 0, "body": -0.3, "signed_date": -2, "postscript": -1,
                     "signature": -3},
        "addressee": {"body": 0, "addressee": -3},
        "body": {"body": 0, "title": -9, "addressee": -6, **_AFTER_TEXT},
        "signature": {"signature": 0, "signed_date": 0, "distribution": -2, "colophon": -2, "annex": -1, "title": -3, "body": -6,
                      "addressee": -6},
        "signed_date": {"postscript": 0, "annex": 0, "title": -0.5, "distribution": 0, "colophon": 0, "body": -4, "addressee": -2,
                        "signature": -3, "masthead": -1},
        "postscript": {"masthead": -1, "postscript": -1, "annex": 0, "title": 0, "distribution": 0, "colophon": 0, "body": -4, "addressee": 0},
        "annex": {"title": 0, "body": -1.5, "annex": -2, "masthead": -1},
        "distribution": {"distribution": 0, "colophon": 0, "annex": -1, "title": -4, "signature": -1, "masthead": -4},
        "colophon": {"colophon": 0, "distribution": 0, "annex": -1, "title": -4, "masthead": -4},
    },
    after_close={},
    evidence={
        "within_masthead": {"colophon": -9},
        "frame_fact": {"colophon": 9, "masthead": 3, "body": -1.5, "title": -4, "section": -4},
        "headline": {},
        "contents_heading": {"body": 10, "title": -6},  # of a rule with chapters
        "in_contents": {"body": 3, "title": -6},
        "center": {"title": 2.5, "subtitle": 1.5, "masthead": 0.5},
        "before_prose": {},
        "titles_rows": {},
        "pairs_with_previous": {"subtitle": 1.5},
        "opening": {"title": 4, "subtitle": 5, "body": -4},
        "office_mark": {"masthead": 15, "title": -4},
        "series_outside": {"body": 2},
    },
)  # fmt: skip

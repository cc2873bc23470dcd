"""简报, 工会信息, 政务信息, 快报, 专报: masthead, contents or none, sections of signed items, distribution, colophon."""

from collections.abc import Mapping

from pipeline.model.zone import ZoneRole
from pipeline.styles.grammar import Style

_ITEM: Mapping[ZoneRole, float] = {"section": 0.0, "title": 0.0, "run_in": 0.0, "brief": 0.0, "note": 0.0}
_END: Mapping[ZoneRole, float] = {"distribution": 0.0, "colophon": 0.0, "signature": -7.0, "signed_date": -1.5, "contents_heading": -30.0}

JIANBAO = Style(
    name="jianbao",
    start={"masthead": 0, "contents_heading": -3, "contents": -5, "section": -3, "title": -2, "note": -4, "run_in": -4,
           "brief": -4, "untitled": -4},
    transitions={
        "masthead": {**_ITEM, "masthead": 0, "contents_heading": 0, "contents": -1, "colophon": -1, "untitled": -2.5},
        "contents_heading": {"contents": 0},
        "contents": {**_ITEM, "contents": 0, "untitled": -4, "masthead": -3, "colophon": -4, "distribution": -4},
        "section": {"title": 0, "run_in": 0, "brief": 0.5, "note": -0.5, "untitled": -1, "byline": -4, "section": -3,
                    "annex": -2, "distribution": -5, "colophon": -3},
        "title": {"body": 0, "subtitle": -0.5, "byline": -0.3, "note": -2, "brief": -5, "title": -7, "section": -5,
                  "credit": -4, "distribution": -7, "colophon": -7, "addressee": -1},
        "subtitle": {"body": 0, "subtitle": -1.5, "byline": -0.3, "note": -2, "credit": -4, "brief": -5, "addressee": -1},
        "addressee": {"body": 0, "addressee": -3},
        "byline": {"body": 0, "subtitle": -6, "byline": -2, "addressee": -1, "brief": -2},
        "note": {"title": 0, "note_more": -0.5, "section": 0, "run_in": -0.5, "untitled": -2, "credit": -1.5, "brief": -2,
                 "contents_heading": -1, "body": -3},
        "note_more": {"title": 0, "note_more": -0.2, "section": 0, "run_in": -0.5, "untitled": -3, "credit": -1.5,
                      "contents_heading": -1},
        "run_in": {"body": -0.5, "credit": 0, "section": -0.5, "title": -2, "run_in": -0.5, "brief": -2, "annex": -1, **_END},
        "brief": {"brief": 0, "brief_more": -1.2, "credit": 0, "section": 0, "title": -1.5, "note": -2, "run_in": -2, "annex": -1,
                  **_END},
        "brief_more": {"brief": 0, "brief_more": -0.5, "credit": 0, "section": 0, "title": -1.5, "annex": -1, **_END},
        "untitled": {"body": -0.5, "credit": 0, "section": 0, "title": -1.5, "untitled": -5, "brief": -1, "annex": -1, **_END},
        "body": {"body": 0, "credit": 0, "section": -1.5, "title": -2, "run_in": -3, "brief": -4, "note": -3, "annex": -0.5,
                 "untitled": -7, **_END},
        "credit": {**_ITEM, "untitled": -1.5, "body": -4, "annex": 0, "credit": -2, **_END},
        "annex": {"title": 0, "body": -0.5, "untitled": 0},
        "signed_date": {"distribution": 0, "colophon": 0, "annex": 0, "title": -3, "section": -3, "body": -5, "brief": -3, "run_in": -3,
                        "note": -3},
        "signature": {"signature": -3, "signed_date": 0},
        "distribution": {"distribution": 0, "colophon": 0, "signature": -1, "signed_date": -1, "title": -9, "section": -9},
        "colophon": {"colophon": 0, "distribution": -0.3, "signature": -1, "signed_date": 0, "masthead": -1, "contents_heading": -1,
                     "section": -3, "title": -3, "note": -3, "run_in": -4},
    },
    evidence={"document_number": {"masthead": 12, "title": -8, "subtitle": -8, "body": -4, "byline": 13}},  # of a 公文 that it prints
    after_close={"body": -5, "brief_more": -5, "credit": -4, "untitled": 5, "section": 1.5, "title": 2, "run_in": 3, "brief": 3,
                 "note": 2, "annex": 1},
)  # fmt: skip

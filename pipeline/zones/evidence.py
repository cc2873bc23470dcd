"""What speaks for which role: one line for each clue, with its weights in log-odds.

A clue is a name that clues.py gives a block. `prior` is given to every block: roles that need a reason begin below zero.
Weights were set by hand from what a reader says of each clue and checked on the samples; twice a weight is twice as sure.
"""

from pipeline.model.zone import ZoneRole

Weights = dict[ZoneRole, float]

EVIDENCE: dict[str, Weights] = {
    "prior": {"masthead": -4, "contents_heading": -12, "contents": -5, "section": -2.5, "subtitle": -3.5, "byline": -8, "note": -12,
              "run_in": -10, "brief": -7, "credit": -8, "annex": -12, "addressee": -9, "signature": -8, "signed_date": -12,
              "postscript": -9, "distribution": -9, "colophon": -7, "brief_more": -1, "note_more": -0.5},
    # --- what the block's words are
    "prose": {"body": 3, "run_in": 3, "brief": 2, "brief_more": 2.5, "note": 1, "note_more": 2.5, "untitled": 3, "title": -8, "section": -9,
              "subtitle": -7, "contents": -6, "masthead": -5, "credit": -3, "byline": -4, "colophon": -2},
    "long": {"title": -6, "section": -9, "contents": -3, "masthead": -4, "subtitle": -4, "body": 1, "run_in": 1},
    "ends_sentence": {"body": 1.5, "run_in": 1, "title": -2.5, "section": -4, "subtitle": -3, "contents": -2, "masthead": -2, "byline": -2,
                      "brief": 1, "untitled": 1},
    "sentence_title": {"title": 4, "body": -1, "untitled": -4},  # a short sentence by itself above an item's text
    "stop_inside": {"title": -4, "section": -5, "subtitle": -6, "byline": -3, "body": 1.5},
    "ends_mark": {"title": -0.2, "body": 0.3, "section": -1},  # ! or ?
    "ends_comma": {"body": 1.5, "title": -4, "section": -5, "subtitle": -3, "contents": -3, "masthead": -2},
    "ends_colon": {"body": 1, "untitled": 1, "title": -3.5, "section": -4, "subtitle": -3, "contents": -3},
    "headline": {"title": 1.5, "section": 0.3, "subtitle": 0.5, "contents": 0.5, "body": -1.5, "untitled": -4},  # short, no stop at its end
    "label": {"section": 1.0, "title": -1.0},  # eight characters or fewer
    "tiny": {"title": -2.5, "subtitle": -3},  # four characters or fewer
    "wordy": {"section": -2.5},  # more than fourteen
    "column_word": {"section": 2.5, "title": -1},  # 动态, 简讯, 风采 …
    "column_name": {"section": 1},  # nothing but a column word with a word or two before it
    "label_heading": {"section": 6, "title": -4, "body": -4, "subtitle": -9},  # letter-spaced, or one word as all others are
    "topic_heading": {"section": 9, "title": -7, "body": -6, "subtitle": -6},  # one of several that all say what a text is about
    "topic_inside": {"untitled": 9, "body": 4, "title": -6, "section": -6},
    "month": {"section": 8, "title": -5, "body": -4, "subtitle": -5},  # of a chronicle that is the whole issue
    "month_inside": {"body": 8, "section": -5, "title": -5},
    "briefs": {"section": 3, "title": -3},  # 简讯 and nothing else
    "bracketed": {"section": 3.5, "title": 0.3, "body": -2},  # 【…】 〔…〕 ◇…◇ around the whole line
    "bracket_label": {"section": 2.5, "title": -2, "credit": -6},  # one of several short ones, none below a heading
    "bracket_title": {"title": 3, "section": -3},  # one of several below headings of another form
    "numbered_title": {"title": 30, "body": -8, "brief": -14, "untitled": -6},
    "slanted_title": {"title": 8, "section": -5, "body": -3},  # in italics, where sections are in bold
    "title_aside": {"subtitle": 9, "body": -4},
    "in_parens": {"title": -5, "section": -8, "body": -0.5, "subtitle": -1},
    "dash_start": {"subtitle": 8, "title": -3, "section": -5},
    "dialogue": {"body": 5, "untitled": 8, "title": -6, "section": -6, "subtitle": -6},
    "speaker": {"title": -3, "section": -2, "subtitle": -2, "body": 1.5},
    # --- how it is set
    "center": {"title": 2.5, "subtitle": 1.5, "section": 1.2, "masthead": 0.5, "contents_heading": 0.5, "body": -1.5, "byline": 1,
               "credit": 0.3, "note": -0.3},
    "right": {"credit": 2, "signature": 1.5, "signed_date": 1, "title": -1.5, "body": -1, "byline": 0.3, "section": -1},
    "paragraph_indent": {"title": -0.8, "section": -0.8, "body": 0.8, "subtitle": -0.8, "untitled": 0.3},
    "large_type": {"title": 2.5, "subtitle": 1, "section": 1, "masthead": 1, "body": -4, "contents": -2, "credit": -2, "brief": -3, "run_in": -3},
    "strong_type": {"title": 1.5, "section": 1.5, "body": -1.5},
    "below_large_type": {"subtitle": -4},  # the lines of one title are set in one size, but for ——subtitles
    "space_above": {"title": 0.5, "section": 0.5, "subtitle": -3, "byline": -1.5, "signature": 0.3},
    "ruled": {"title": 0.5},  # below a rule, above running text
    "pairs_with_previous": {"subtitle": 3.3, "title": -1},
    "pairs_with_next": {"section": -2.5, "title": 0.5},
    "spaced": {"title": 2, "section": 1, "body": -1},  # as the titles of the issue are
    "unspaced": {"title": -4, "section": -2, "body": 1},
    "titles_rows": {"title": 4, "body": -1, "section": 0.5},
    "unlike_titles": {"title": -2.5, "section": -1},  # at the indent of paragraphs, where titles are centred
    "inner_heading": {"body": 6, "title": -6, "section": -5},  # unlisted, and not set as the titles are that the contents lists
    "between_prose": {"body": -1.5},  # a short line without a stop, above text and below a sentence that has ended
    "before_prose": {"title": 1.2, "subtitle": 0.8, "byline": 0.5, "section": -0.3},
    "before_line": {"title": -1.5, "section": -1, "subtitle": -2},
    "before_headline": {"section": 1.5, "title": -0.5},
    "before_bullet": {"section": 2, "title": -0.5},
    "before_byline": {"title": 2, "subtitle": 1},
    "before_subtitle": {"title": 2.5, "subtitle": 2.5},
    "first_block": {"masthead": 2, "title": 0.3},
    # --- fields of a record
    "field_title": {"title": 30},
    "field_credit": {"byline": 30},
    "field_text": {"body": 30},
    "field_mark": {"byline": 30, "masthead": 30},  # without a name it is nobody's
    **{f"field_{role}": {} for role in ("masthead", "byline", "body", "subtitle")},  # of a record, whose head says so itself
    "stamp": {"byline": 30},
    # --- ordinals
    "marker_han": {"body": 1.0, "section": 0.6, "title": 0.2},
    "marker_han_center": {"section": 2.2, "title": 0.5, "body": -1},
    "marker_low": {"body": 1.3, "section": -2, "title": 0.0},  # （一） 1. （1） ①
    "series_inside": {"body": 3.5, "title": -1.5, "section": -1},
    "series_outside": {"title": 2, "section": 1.5, "body": -2},
    "marker_chapter": {"body": 3, "title": -3, "section": -2},
    "marker_point": {"body": 2, "title": -2.5, "section": -3},
    "marker_dash": {"body": 3, "untitled": 2, "title": -2.5, "section": -4, "subtitle": -3},
    "bullet_prose": {"brief": 10.5, "body": -1, "untitled": -2},
    "bullet_label": {"section": 1.5},
    "outer_sign": {"section": 6, "title": -5, "body": -3, "brief": -4},
    "outer_ordinal": {"section": 3, "title": -2.5},
    "within_series": {"title": -7, "section": -4, "body": 1},  # over rows, between two headings of one text
    "bullet_short": {"title": 1.5, "section": 1, "body": -0.5, "brief": 3},
    "number_prose_closed": {"brief": 11},
    "meeting_fact": {"body": 6, "untitled": 10, "title": -9, "section": -9, "subtitle": -9, "credit": -9, "byline": -9, "colophon": -9},
    "verse": {"body": 6, "title": -6, "section": -6, "subtitle": -7, "credit": -2, "byline": -5},
    "closes_letter": {"body": 8, "title": -9, "section": -8, "credit": -6, "signature": -6},
    "caption": {"body": 8, "title": -8, "section": -6, "brief": -6, "subtitle": -6, "credit": -10, "byline": -10},
    "table_row": {"body": 6, "untitled": 6, "title": -6, "section": -6, "subtitle": -4, "credit": -4},
    "name_list": {"body": 5, "untitled": 5, "title": -5, "section": -5, "subtitle": -5, "credit": -6, "byline": -6},
    "markup": {"body": 5, "untitled": 4, "title": -6, "section": -7, "subtitle": -6, "byline": -3, "masthead": -1},
    "markdown_name": {"masthead": 9, "title": 1},
    "markdown_section": {"section": 9, "title": -6, "body": -6, "note_more": -6},
    "markdown_title": {"title": 6, "section": 0, "body": -6, "note_more": -6},
    "markdown_plain": {"title": -9, "section": -7, "subtitle": -6, "body": 3, "untitled": 3},
    "markdown_inner": {"body": 5, "title": -5, "section": -5},
    # --- against the printed contents
    "contents_heading": {"contents_heading": 20},
    "contents_foot": {"contents_heading": 30},  # below the text that it lists; none else stands below a text
    "in_contents": {"contents": 11, "title": -3, "section": -3, "body": -4, "untitled": -4, "subtitle": -2, "masthead": -2},
    "leader": {"contents": 5, "title": -3},
    "listed": {"title": 6, "section": 6, "body": -6, "contents": -6, "masthead": -6},
    "listed_section": {"section": 3, "title": -3},  # by how the contents sets it
    "listed_title": {"section": -3, "title": 3},
    "listed_like": {"title": 4, "section": 2, "body": -3, "contents": -2, "masthead": -3},
    "below_listed": {"byline": 5, "title": -5, "section": -5},
    "listed_on": {"subtitle": 7, "title": -3, "body": -6, "section": -4},
    "listed_run_in": {"run_in": 16, "body": -4, "brief": -2},
    "listed_like_run_in": {"run_in": 13, "body": -3},
    "maybe_run_in": {"run_in": 14},
    "weak_run_in": {"run_in": 9},
    "numbered_run_in": {"run_in": 17, "body": -3, "untitled": -3, "brief": -3},
    "notice_run_in": {"run_in": 17, "body": -3, "untitled": -3},  # 更正启事：
    "bracket_run_in": {"run_in": 12, "body": -2, "section": -3},
    # --- the frame
    "masthead_fact": {"masthead": 9, "title": -5, "section": -6, "body": -3, "contents": -3, "colophon": -1},
    "front_matter": {"masthead": 30},
    "within_masthead": {"masthead": 8, "title": -2, "section": -2, "body": -1, "untitled": -2},
    "page_heading": {"section": 8, "masthead": -4, "title": -4},
    "past_masthead": {"masthead": -5},
    "note": {"note": 20},
    "annex": {"annex": 18, "title": -3, "section": 0},
    "below_annex": {"title": 3, "body": -2},
    "annex_note": {"body": 4, "title": -5, "section": -6},
    "annex_list": {"body": 12, "title": -8, "section": -8, "subtitle": -8, "brief": -12, "run_in": -12},  # 附件： above 1.… and 2.…
    "annex_titled": {"title": 22, "body": -6},  # 附：名单 right above the names
    "brief_lead": {"untitled": 7, "body": -0.5},
    "parted_bullet": {"untitled": 10, "body": -4},  # a sign below space, where no paragraph without one has space above
    "relation": {"distribution": 15, "body": -2, "title": -4},
    "relation_on": {"distribution": 13, "title": -3, "colophon": -2},
    "relation_late": {"distribution": 3},
    "frame_fact": {"colophon": 9, "body": -1.5, "title": -4, "section": -4},
    "frame_late": {"colophon": 3},
    "subject_words": {"colophon": 14, "title": -4},
    "issued": {"colophon": 10, "title": -4},  # a unit and 编 or 印
    "staff": {"colophon": 14, "credit": -4},
    "printed": {"colophon": 12, "title": -4},
    "end_mark": {"colophon": 20},
    # --- who wrote it
    "credit_sure": {"credit": 14, "byline": 11, "body": -2, "title": -5, "section": -4},
    "credit_form": {"credit": 11, "byline": 6, "body": -1, "title": -2.5},
    "credit_right": {"credit": 9.5, "byline": 4, "signature": 1},
    "credit_between": {"byline": 4, "credit": -2},
    "credit_plain": {"credit": 8.5, "title": -0.5},
    "credit_pair": {"byline": 11, "credit": 7, "subtitle": -1, "section": -3, "title": -3},
    "dash_names": {"subtitle": -8},  # ——青岩小学 罗月芬
    "credit_bare": {"byline": 6.5, "credit": 5},
    # --- 公文
    "date_only": {"signed_date": 18, "body": -3, "title": -4, "masthead": 1},
    "bare_date": {"subtitle": -8},
    "dates_letter": {"section": -6, "title": -4, "subtitle": -6},  # 6月3日 below the names
    "signature": {"signature": 12.5, "title": -1, "body": -1},
    "signs_document": {"signature": 6},  # one that the issue prints whole, with its 文号 or 主送
    "issues_document": {"signature": 20, "title": -4, "subtitle": -4},  # units between a title and its text
    "unit_late": {"signature": 2},
    "addressee": {"addressee": 13, "body": -2},
    "postscript": {"postscript": 13, "body": -1, "title": -4},
    "bulletin_name": {},
    "office_mark": {"masthead": 6},
    "joint_head": {"masthead": 8, "title": -4, "subtitle": -6},
    "promulgation": {},
    "inner_mark": {"masthead": 26, "title": -6},  # of a document that is forwarded
    "passed": {"signed_date": 24, "subtitle": -6},  # below the title of a rule: when it was passed
    "subject": {"title": 14, "body": -4},  # 事由：
    "document_number": {"masthead": 12, "title": -8, "subtitle": -8, "body": -4},
    "editor_signs": {"credit": 14, "section": -6, "title": -6, "colophon": -6},
    "notice_name": {"title": 7, "body": -3, "section": -2, "subtitle": -5, "credit": -5, "byline": -5},  # 讣告, 征稿启事 and nothing else
    "opening": {},
    "genre_word": {"title": 1.5, "subtitle": 1.5},  # ends in 通知, 决定, 意见 …
}  # fmt: skip

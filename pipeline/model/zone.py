"""Zones: which part of a bulletin a block is."""

from typing import Literal

from pipeline.model.layout import Block
from pipeline.model.record import Struct

ZoneRole = Literal[
    "masthead",  # 报头, 版头: name, number, issuer, date
    "contents_heading",  # 目录, 本期导读
    "contents",  # an entry of the printed contents
    "section",  # 栏目 heading
    "title",
    "subtitle",  # second line of a title, or a ——subtitle
    "byline",  # attribution between title and text
    "note",  # 编者按, first paragraph with its label
    "note_more",
    "run_in",  # title and text in one paragraph
    "brief",  # 简讯 that opens with a bullet or number and has no headline
    "brief_more",
    "untitled",  # first paragraph of an item without headline
    "body",
    "credit",  # attribution on a line of its own, after the text
    "annex",  # 附件 label on a line of its own
    "addressee",  # 主送机关
    "signature",  # 署名
    "signed_date",  # 成文日期
    "postscript",  # 附注
    "distribution",  # 报 送 发, 抄送
    "colophon",  # 报尾, 版记
]


class Zoned(Struct):
    """A block and its role."""

    block: Block
    role: ZoneRole
    title_length: int = 0
    """Characters of the block's key that are the title, where it runs into the paragraph."""
    tail_start: int = -1
    """Index in the block's key of the attribution that ends it; -1 for none."""
    label_length: int = 0
    """Characters of the block's key that are the label of a field: 【标题】."""

"""文种, the genres of 公文 (GB/T 9704-2012, and those of older usage): …的通知, …实施方案（试行）, 某县人民政府　函."""

from pipeline.lexicon.scripts import in_traditional
from pipeline.notation.brackets import without_last_bracket
from pipeline.notation.names import is_unit

_SIMPLIFIED = ("通知", "通报", "通告", "公告", "决定", "决议", "意见", "请示", "报告", "批复", "函", "纪要", "命令", "办法", "规定", "细则", "方案",
               "规划", "条例", "章程", "要点", "预案", "令", "指示", "规则", "守则", "纲要")  # fmt: skip
_GENRES = (*_SIMPLIFIED, *map(in_traditional, _SIMPLIFIED), "細則", "規則", "守則")
_LONGEST_NOTICE = 8
"""Characters of 寻物启事."""
_OF_LETTERHEADS = (*_GENRES, "训令", "訓令", "指令", "公函", "佈告", "布告", "代电", "代電")
_LAST = frozenset(genre[-1] for genre in _OF_LETTERHEADS)


_NOTICES = frozenset(
    "更正 补正 補正 勘误 勘誤 讣告 訃告 喜报 喜報 捷报 捷報 贺信 賀信 贺电 賀電 唁电 唁電 感谢信 感謝信 "
    "表扬信 表揚信 慰问信 慰問信 邀请函 倡议书 倡議書".split()
)
"""Letters and notices that have no other title."""


def names_notice(key: str) -> bool:
    """Whether a line (folded) is nothing but the genre of a notice or a letter: 讣　告, 征稿启事."""
    squeezed = key.replace(" ", "")
    return squeezed in _NOTICES or (2 < len(squeezed) <= _LONGEST_NOTICE and squeezed.endswith(("启事", "啟事")))


def names_genre(key: str) -> bool:
    """Whether a title (folded) ends in a genre."""
    squeezed = key.replace(" ", "")
    return (without_last_bracket(squeezed) if squeezed[-1:] == ")" else squeezed).endswith(_GENRES)


def letterhead_unit(key: str) -> str | None:
    """The unit before a blank and a genre alone, the letterhead of older 公文 and those of Taiwan: 某县人民委员会　通知; None for another line."""
    unit, _, genre = key.rpartition(" ")
    unit = unit.replace(" ", "")
    return unit if genre in _OF_LETTERHEADS and is_unit(unit) else None


def heading_unit(key: str) -> str | None:
    """The unit of a line that holds its name and a genre without a blank, 某县人民政府通知, and not what it is about; None for another line."""
    squeezed = key.replace(" ", "")
    if squeezed[-1:] not in _LAST or "关于" in squeezed or "關於" in squeezed:
        return None
    units = (squeezed.removesuffix(genre) for genre in _OF_LETTERHEADS if squeezed.endswith(genre))
    return next((unit for unit in units if is_unit(unit)), None)

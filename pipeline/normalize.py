"""Physical 1: characters folded for matching; the wording of the output is never touched.

`fold` replaces a character by its plain form: full-width ASCII (Ａ１（：), ideographic and other blanks, Kangxi radicals and
compatibility ideographs that PDF fonts leave behind, the look-alikes of 〔〕 and of the middle dot.

Post-conditions:
1. `len(fold(text)) == len(text)`: the offset map is the identity, an offset in one is an offset in the other.
2. `fold(fold(text)) == fold(text)`.
"""

import unicodedata

from pipeline.notation.pattern import Pattern

# CJK Radicals Supplement has no NFKC mapping but for two; these are the forms that Chinese fonts are known to emit
# (Unicode EquivalentUnifiedIdeograph, simplified components).
_RADICALS = dict(
    zip(
        "⺁⺈⺊⺋⺌⺍⺏⺐⺑⺓⺕⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺴⺶⺷⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂刀卜已小小兀尢尢幺彐心扌攵旡日月歹母民氵氺灬爪爪丬牛犭王疋目示礻竹糸纟罒罒罒羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟",
        strict=True,
    )
)
_LOOKALIKE = {"［": "[", "］": "]", "﹝": "〔", "﹞": "〕", "﹙": "(", "﹚": ")", "○": "〇", "Ｏ": "O", "﹣": "-", "−": "-",
              "・": "·", "‧": "·", "∙": "·"}  # fmt: skip
_BLANK = {"\u200b": " ", "\ufeff": " ", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x1c": "\n", "\x1d": "\n", "\x1e": "\n"}
_KEEP = "￣＿￥﹏＊"


class _PlainTable(dict[str, str]):
    """Character → its plain form; fills itself with those that occur, so that importing costs nothing."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _fold_character(character)
        return folded


class _FoldTable(dict[int, str]):
    """The same for `translate`."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _PLAIN[chr(code)]
        return folded


def _fold_character(character: str) -> str:
    known = _RADICALS.get(character) or _LOOKALIKE.get(character) or _BLANK.get(character)
    if known:
        return known
    if character in _KEEP or unicodedata.category(character) in ("No", "Cc", "Cs"):
        return character  # ① is not 1: the mark tells the level of an enumeration
    plain = unicodedata.normalize("NFKC", character)
    return _LOOKALIKE.get(plain, plain) if len(plain) == 1 else character


_PLAIN, _TABLE = _PlainTable(), _FoldTable()
_MAY_FOLD = Pattern(r"[^\x00-\x1b\x1f-\x7f\u4e00-\u9fff]")
"""ASCII and the common ideographs are plain."""
_MOST_REPLACED = 100
"""Characters that a text may hold to fold and still be folded one by one, which takes a sixth of the time of `translate`; bulletins have 30."""


_TYPED_ZERO = Pattern(r"[一二三四五六七八九][OoОΟ]{1,2}(?=[一二三四五六七八九十〇年])", needs="OoОΟ")
"""二OO五年: the letter, which every keyboard has, for the zero."""


def fold(text: str) -> str:
    """The text with every character in its plain form, of the same length."""
    odd = set(_MAY_FOLD.findall(text))
    if len(odd) > _MOST_REPLACED:
        text = text.translate(_TABLE)
    else:
        for character in odd:
            text = text.replace(character, _PLAIN[character])
    return _TYPED_ZERO.sub(lambda found: found[0][0] + "〇" * (len(found[0]) - 1), text)


_ARTEFACT = Pattern("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]")
"""Radicals (Supplement, Kangxi) and compatibility ideographs: what PDF fonts give for the ideograph that is printed."""


def fold_radicals(text: str) -> str:
    """The text with radicals and compatibility ideographs as the ideographs that are printed, of the same length; all else is kept."""
    if not _ARTEFACT.search(text):
        return text
    return "".join(_fold_character(character) if _ARTEFACT.match(character) else character for character in text)


_MISREAD = (
    (Pattern(r"(?<=\d)[OoQ](?=[\d年月日期号號%.])"), "0"),
    (Pattern(r"(?<=\d)[Il|](?=[\d年月日期号號%.])|(?<![A-Za-z])[Il|](?=\d[\d年月日])"), "1"),
    (Pattern(r"十(?=部(?:职工|群众|队伍|参加|培训|会议))|(?<=党员)十(?=部)|(?<=机关)十(?=部)", needs="部"), "干"),
)
"""Habits of engines that read characters off an image, where what stands around them leaves no doubt."""


def fold_seen(text: str) -> str:
    """`fold` for a text that was read off an image: 2O20年 and 党员十部 are seen through too. The length stays."""
    folded = fold(text)
    for misread, meant in _MISREAD:
        folded = misread.sub(meant, folded)
    return folded

"""What a line looks like, from its folded text alone."""

from pipeline.notation import labels
from pipeline.notation.brackets import HEADING_BRACKETS, frame, without_last_bracket
from pipeline.notation.dates import find_date, find_day
from pipeline.notation.document_numbers import find_document_number
from pipeline.notation.frame import is_editor_role, opens_with_frame_label
from pipeline.notation.names import is_officer, is_person, is_unit, split_names
from pipeline.notation.numerals import NUMERALS, with_digits
from pipeline.notation.ordinals import is_sign
from pipeline.notation.pattern import Pattern
from pipeline.notation.promulgation import find_promulgation

_SENTENCE = 20
"""Characters of the shortest sentence that is running text by itself."""
LONG = 60
"""Characters; the longest title of the gold has 44."""
CLOSERS = "”’』」)]〕】》 *_"
BRACKETS = HEADING_BRACKETS | {"<": ">", "《": "》"} | {c: c for c in "◇◆★☆■●※—-~=◎▲✦━─═┃"}
"""What stands around a whole line."""
FIGURE = Pattern(r"\(?[上下左右]?[图圖表][ ]?\d{1,2}(?:-\d{1,2})?[ :.]", first="(上下左右图圖表", numerals=True)
"""The number of a picture or a table, before what it shows: 图2 本周数量."""
_NAMES_APART = Pattern(r" {2,}|、")
_LISTED = Pattern(r"[、,]")
CELLS = Pattern(r" {2,}", needs=" ")
"""What stands between cells of a row."""
_BLANK_NAMES = 3
_LONGEST_NAME = 8
"""Characters of a name in a list that is none of those that are known; a headline may begin with places: 城东、城西、河口区委干部下车间."""
_BLANKS = Pattern(r" +")
_LONGEST_DATE = 40
"""Characters of a line that holds a date and nothing else."""
_CLOCK = Pattern(r"(?: +\d{1,2}:\d\d(?::\d\d)?|[( ]*(?:星期|[周週])[一二三四五六日天]\)?)$", needs=":期周週")
_DATE_OPENERS = NUMERALS + "0123456789中民元"
_LEAD_TIME = Pattern(
    r"(?:(?:\d{4}年)?\d{1,2}月)?(?:\d{1,3}日?[至、—-]+)?(?:\d{1,3}[日号號]|[上中下]旬)|(?P<month>\d{1,2}月)|[年月][初中底末]|[同是本当][年月]|[同是]日",
    needs="日号號月旬年", numerals=True,
)
_RECENTLY = ("近日", "日前", "近期")
_OPENS_TEXT = Pattern(
    r"\d{1,4}年|\d{1,3}[月是]|\d{1,2}[至到-]\d{1,2}[月日]|[上下]半年|近日|近期|日前|今年|去年|[为為在自]|按照|根[据據]|针对|針對|随着|隨著|本[报報刊]|截至|连日来|連日來|最近|入"
    "|[0][要、,]",
    numerals=True,
)
_ROW_END = Pattern(r"(?:…|[.·⋯]{3})[ ]*[(第]*\d{1,3}[页頁]?\)?$", last="0123456789页頁)")
"""Leaders and page number of a contents row."""
_RUN_IN, _SHORT_RUN_IN = 7, 4
"""Characters of a headline that runs into its text after one blank, and after more than one."""
_REST_OF_TIME = 4
"""Characters of -17日 behind 2月15日."""
_SUBJECT = 3
"""Characters with which a text begins as its title does: 职工医院防治工作告一段落  职工医院自4月设立门诊."""
SUM = r"(?:[人港]民?[币幣])?[\d,.十百千万萬]+[余餘]?[元圆圓]整?"
"""A sum at the end of a row of donors or accounts, its Chinese numerals seen as digits."""
_AMOUNT_ROW = Pattern(rf"^[^,。:;]+  +(?:[$¥][\d,.]+|{SUM})$", last="0123456789元圆圓整", numerals=True)
_LINKED = Pattern(r"!?\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])|<?https?://[^\s<>，。]+>?", needs="[h")
"""Links with their words, and addresses."""
_STOPS = frozenset("。!?;…")
_TO = tuple("-–—~至到")
_LONGEST_ROW, _LEAST_WORDS = 160, 3
_LONGEST_FACT = 90
"""Characters of a line of the masthead."""
_QUOTING = 24
"""Characters from which a line that ends in a colon quotes."""
_LABEL = 8
"""Characters before the colon of a line that lists names."""
_ROW_CELLS, _ROW_FIGURES = 4, 2
_ADDRESSES = ("各", "全体", "全體", "广大", "廣大", "全市", "全县", "全縣", "全区", "全區", "全省", "全校")
"""With what 主送 begins where it is no unit: 全市广大青年志愿者."""
_DEPUTIES = ("委员", "代表", "同志")
"""Behind the name of who moved what a 公文 answers: 何敬之委员."""
_SALUTED = ("各位", "尊敬的", "亲爱的", "敬爱的")
"""With what a letter begins: 各位代表：, 尊敬的读者：; that is text."""
_KINDS = ("部", "委", "办", "厅", "局")
"""Of units, the last words of 省政府各部、委、办、厅、局."""
_LEVELS = ("中央", *"省市县縣区區乡鄉镇鎮州盟旗")
"""Before the last of several that share a name: 中央、省、市驻县单位."""
_ADDRESSED = ("机构", "機構", "企业", "企業", "同志", "院校", "直辖市", "直轄市", "自治区", "自治區", "单位", "單位", "人员", "人員")


def is_prose(key: str) -> bool:
    """Running text: long, or a whole sentence of some length."""
    if len(key) < _SENTENCE:
        return False
    if is_table_row(key) or "…" * 3 in key or "." * 6 in key or "··" in key or _ROW_END.search(key):
        return False
    if len(key) > 80:
        return True
    if opens_with_frame_label(key) or _in_one_bracket(key.strip("*_")) or labels.PUBLISHED.search(key):
        return False
    text = without_last_bracket(key) or key
    commas = sum(map(text.count, ",。;:"))
    return (len(text) >= _SENTENCE and commas >= 1 and text.rstrip(CLOSERS)[-1:] in "。!?;:…") or (len(text) >= 40 and commas >= 2)


def says(key: str) -> bool:
    """Whether the line holds a sentence, and not only a link with its words: - 路线图 https://…, * [标题](…)."""
    if "http" not in key and "](" not in key:
        return True
    words = _LINKED.sub("", key).rstrip(CLOSERS)
    return words[-1:] in _STOPS or "," in words or "。" in words


def _in_one_bracket(key: str) -> bool:
    closer = {"(": ")", "【": "】"}.get(key[:1])
    return closer is not None and key.find(closer) == len(key) - 1


def is_table_row(key: str) -> bool:
    """Cells set apart by tabs, wide gaps or bars."""
    if key[0] == "|" or key.count("\t") >= 2:
        return True
    key = key.replace("\t", "  ")
    if "  " not in key:
        return False
    if _AMOUNT_ROW.match(key):
        return True
    cells = key.split()
    figures = sum(with_digits(cell[0]).isdigit() for cell in cells)
    bare = "," not in key and "。" not in key
    most = 2 * figures >= len(cells) if len(cells) >= _ROW_CELLS else figures >= _ROW_FIGURES and len(cells) > _ROW_FIGURES
    apart = CELLS.split(key)
    measured = figures and len(apart) > _ROW_FIGURES and any(with_digits(cell[:1]).isdigit() for cell in apart[1:])
    return (bare and (most or measured)) or sum(bool(cell.strip()) for cell in key.split("   ")) >= 3


def is_row_of_roles(key: str) -> bool:
    """编辑 苏文  责任校对 毕小芹: roles of the staff with their names, without colons."""
    words = key.split() if len(key) <= _LONGEST_ROW else []
    return len(words) > _LEAST_WORDS and is_editor_role(words[0]) and any(map(is_editor_role, words[2:-1]))


def is_headline(key: str) -> bool:
    """Short, and no sentence that has ended or goes on."""
    bare = key.rstrip(CLOSERS) or key
    return len(key) <= LONG and bare[-1] not in "。;,、:…"


def is_bracketed(key: str) -> bool:
    """【…】, ◇…◇ around the whole line."""
    squeezed = key.replace(" ", "")
    return len(squeezed) > 2 and (BRACKETS.get(squeezed[0]) == squeezed[-1] or frame(squeezed) != (0, 0))


def is_name_list(key: str) -> bool:
    """Three names or more, most of them persons'; single blanks may part them, 车前　樊　江　白雪梅."""
    if key.count("、") + key.count("  ") < 2:
        people = split_names(key)
        return len(people) > _BLANK_NAMES and all(map(is_person, people))
    people = [part.replace(" ", "") for part in _NAMES_APART.split(key)]
    others = [name for name in people if not is_person(name)]
    return len(people) >= 3 and 3 * len(others) <= len(people) and all(len(name) <= _LONGEST_NAME for name in others)


def is_labelled_list(key: str) -> bool:
    """先进集体:县农业局、高坪乡、县一中: a label, no printer's, and three names or more of units or persons."""
    label, colon, rest = key.partition(":")
    if not colon or len(label) > _LABEL or rest.count("、") < 2 or "、" in label or opens_with_frame_label(key) or labels.RELATION.match(key):
        return False
    names = [name.replace(" ", "") for name in rest.rstrip(" 。").split("、")]
    return all(name and (is_unit(name) or is_person(name)) for name in names)


def is_date_only(key: str) -> bool:
    """A whole date and nothing else, but for the day of the week, or the time of day that a site adds."""
    key = labels.SEALED.sub("", key).rstrip()
    bare = _CLOCK.sub("", key).strip("() ") if len(key) < _LONGEST_DATE else ""
    if not bare or (bare[:1] not in _DATE_OPENERS and bare[1:2] not in _DATE_OPENERS):
        return False
    date = find_date(key)
    return date is not None and date.end - date.start >= len(bare) - 1


def is_document_number(key: str) -> bool:
    """A 文号 and nothing else."""
    number = find_document_number(key) if len(key) < 80 else None
    alone = number is not None and number.end - number.start >= len(key) - 6 and not labels.PERMIT.search(key)
    return alone or labels.SERIAL_OF_OFFICE.match(key) is not None


def is_masthead_fact(key: str) -> bool:
    """A number, date, permit, classification or other fact that stands at the top of an issue."""
    if labels.METADATA.match(key) or (len(key) <= _LONGEST_FACT and labels.PUBLISHED.search(key)):
        return True
    if len(key) > _LONGEST_FACT or _quotes(key):
        return False
    searches = (labels.PERMIT, labels.SIGNATORY, labels.YEAR_MONTH)
    matches = (labels.CLASSIFICATION, labels.URGENCY, labels.COPY_NUMBER, labels.SERIAL,
               labels.PLAIN_NUMBER)  # fmt: skip
    if labels.has_issue_number(key) or any(p.search(key) for p in searches) or any(p.match(key) for p in matches) or find_document_number(key):
        return True
    if _is_dated_issuer(key) or _is_telegram(key) or find_promulgation(key) or labels.SERIAL_OF_OFFICE.match(key[key.rfind(" ") + 1 :]):
        return True
    date = find_date(key)
    if not date or (date.start and key[date.start - 1] not in " (:|*\t"):
        return False
    end = date.end
    if key[end:].lstrip()[:1] in _TO and (last := find_date(key, end)):  # 2023/08/14 – 2023/08/27
        end = last.end
    return len(key) - end <= 6 or key[end : end + 2] in ("  ", "\t\t")


def _is_telegram(key: str) -> bool:
    """特　急　　明　电: the urgency and kind of a telegram, letter-spaced."""
    said = key.replace(" ", "") if len(key) <= LONG and key[-1] in "电電" else ""
    return labels.TELEGRAM.fullmatch(said[2:] if labels.URGENCY.match(said[:2]) else said) is not None if said else False


def _quotes(key: str) -> bool:
    """Whether a text quotes a number: 省指挥部下发〔2002〕18号传真如下: or ●省教育厅印发《细则》(某教〔2021〕1号)."""
    return (key[-1] == ":" and len(key) > _QUOTING) or (is_sign(key[0]) and find_document_number(key) is not None)


def _is_dated_issuer(key: str) -> bool:
    """某某委员会编　　四月三十日, or the day alone: the year stands beside the number."""
    if key[-1] not in "日号號" or len(key) > LONG:
        return False
    unit, _, day = key.rpartition("  ")
    date = find_day(day, 2000)
    return date is not None and date.end - date.start == len(day) and (not unit or is_unit(labels.EDITED.sub("", unit).strip()))


def is_addressee(key: str) -> bool:
    """主送机关: a list of units or classes of units that ends in a colon."""
    if not key.endswith(":") or len(key) > 260 or "。" in key or ";" in key or key.startswith(_SALUTED):
        return False
    parts = [p.replace(" ", "") for p in _LISTED.split(key[:-1]) if p.strip()]
    if len(parts) == 1 and parts[0].endswith(_DEPUTIES) and is_person(parts[0][:-2]):
        return True
    good = sum(map(_may_be_addressed, parts))
    if not parts or not (parts[0].startswith(_ADDRESSES) or is_unit(parts[0]) or ("各" in parts[0] and parts[0].endswith(_ADDRESSED))):
        return False
    return 2 * good > len(parts) or (parts[0][0] == "各" and 2 * good == len(parts))


def _may_be_addressed(name: str) -> bool:
    return is_unit(name) or name in _KINDS or name in _LEVELS or name.startswith(_ADDRESSES) or name.endswith(_ADDRESSED)


def is_signature(key: str) -> bool:
    """署名: a unit, several units side by side, or an officer with his name (市长　某某)."""
    squeezed = key.replace(" ", "")
    if len(squeezed) > LONG:
        return False
    return is_unit(squeezed) or is_officer(key) or names_units(key)


def names_units(key: str) -> bool:
    """Nothing but units side by side: 市教育局　　市文化局."""
    return "  " in key and all(is_unit(cell.replace(" ", "")) for cell in CELLS.split(key) if cell)


def opens_with_date(key: str) -> bool:
    """3月5日 …, 近日 …: how a brief without bullet begins."""
    return key.startswith(_RECENTLY) or ((found := _LEAD_TIME.match(key)) is not None and not found["month"])


def opens_with_time(key: str) -> bool:
    """3月5日 …, 6日至8日 …, 下旬 …, 是月 …, 10月 …: how an entry of a chronicle begins."""
    return _LEAD_TIME.match(key) is not None


def _names_time(words: str) -> bool:
    """Whether the words are nothing but a time, 2月3日 or 2月15日-17日, which heads no text."""
    found = _LEAD_TIME.match(words)
    return found is not None and len(words) - found.end() <= _REST_OF_TIME


def blank_cuts(key: str) -> list[tuple[int, bool]]:
    """Blanks at which a headline may run into its text, each with whether the text then opens as texts do."""
    cuts: list[tuple[int, bool]] = []
    if " " not in key[:70]:
        return cuts
    least = _SHORT_RUN_IN + (key[1] == " " and is_sign(key[0])) * 2
    for found in _BLANKS.finditer(key[:70]):
        before, after = key[: found.start()], key[found.end() : found.end() + 12]
        if any(c in "。:;!" for c in before) or before.count(",") > 1:
            break
        opens = after[:_SUBJECT] == before[:_SUBJECT] or _OPENS_TEXT.match(after) is not None
        long = found.start() >= _RUN_IN or (found.start() >= least and len(found[0]) > 1)
        if long and not _names_time(before) and not before[-1:].isascii() and (opens or not (after[:1].isascii() or "," in before)):
            cuts.append((found.start(), opens))
    return cuts

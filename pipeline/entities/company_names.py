"""Companies that a text calls by their proper name alone, known by what stands behind it or by their full name elsewhere.

listed    飞马达、瑞康医疗、新宇邦等企业    a list that the text closes as one of companies
led       优必思创始人周剑鸣                a post that only companies have; 经理 behind a trade: 金庭物业经理; two characters before CEO
temple    白塔寺住持释明心                  the same of temples and churches
named     良禾铺子                          where the issue names 良禾铺子股份有限公司
"""

from collections.abc import Iterable, Iterator

from pipeline.entities.masking import BLANK
from pipeline.entities.person_sides import lists
from pipeline.entities.trade_names import TRADES
from pipeline.entities.unit_marks import LEGAL_FORMS, SOFT_STOP, STOP
from pipeline.entities.unit_scan import LONGEST
from pipeline.entities.vocabulary import is_word, vocabulary
from pipeline.notation.han import is_han
from pipeline.notation.pattern import Pattern

_CLOSED = Pattern(r"等(?:[\d两三四五六七八九十百]+(?:余|多)?)?(?:[家户个]|多家)?(?:[^\W\d]{0,2}企业(?!家)|公司|厂家|厂商|商户)", needs="企公厂商")
_LED = Pattern("创始人|创办人|首席执行官|C[EFT]O|董事长|总裁|副总裁|合伙人|总经理|副总经理|总工程师|财务总监|法务|经理", needs="创首C董总合法经")
_SOLELY = ("创始人", "首席执行官", "CEO", "CFO", "CTO", "董事长")
"""Those that nobody but a company has."""
_LETTERS = Pattern("[A-Z](?<![A-Za-z].)[A-Za-z]{1,15}$")
"""A name in letters before such a post."""
_LONGEST_LETTERS = 17
_TEMPLE = Pattern(r"[寺观堂庙庵](?=住持|方丈|道长|教长|阿訇|监院|神父|牧师|僧人)", needs="寺观堂庙庵")
_NO_COMPANY = frozenset("原副前本该其时兼")
"""Characters with which something else begins before a post: 原总经理."""
_PARTS = frozenset("区部组办方届任名位")
"""With which a part of something ends: 亚太区总裁."""
_LONGEST, _SHORTEST = 8, 3
"""Characters of such a name."""
_PAIR = 2
"""Those of a name that says nothing but itself: 易网."""
_LONGEST_PLAIN = 6
"""Those of one that says nothing of what the company does, or one word."""
_PROPER = (2, 3)
"""Characters of the proper name before several such words: 启峰 | 智能 | 科技."""
_MOST = 40
"""Names of a list that are looked at: a text that is one list costs no more than another."""


def company_names(key: str) -> Iterator[tuple[int, int]]:
    """Spans of such names in one text, units blanked out; a name may come twice."""
    for match in _CLOSED.finditer(key):
        yield from _listed(key, match.start())
    for match in _TEMPLE.finditer(key):
        start = _edge(key, match.end())
        if _SHORTEST <= match.end() - start <= _LONGEST and STOP.isdisjoint(key[start : match.end() - 1]):
            yield start, match.end()
    floor = 0
    for match in _LED.finditer(key):
        start = max(floor, _edge(key, match.start()))
        start = max(start, key.rfind("任", start, match.start()) + 1)  # 兼任 | 义兴投资 | 董事长
        floor = match.end()
        name = key[start : match.start()]
        letters = _LETTERS.search(key, max(0, start - _LONGEST_LETTERS), start) if not name and match[0] in _SOLELY else None
        if letters and letters[0] not in _SOLELY:
            yield letters.span()
        short = len(name) == _PAIR and match[0] in _SOLELY and _is_pair(name)
        if short or (_is_name(name) and (match[0] != "经理" or name.endswith(TRADES))):
            yield start, match.start()


def _edge(key: str, end: int) -> int:
    """Where the Chinese characters before `end` begin, as far as a name may be long."""
    start = end
    while start and end - start <= _LONGEST and is_han(key[start - 1]):
        start -= 1
    return start


def _listed(key: str, end: int) -> list[tuple[int, int]]:
    """The names of the list that ends here, if one of them is certain to be a company."""
    row: list[tuple[int, int]] = []
    certain = False
    for _ in range(_MOST):
        if key[end - 1 : end] == BLANK:
            certain, start = True, key.rfind("、", max(0, end - LONGEST), end) + 1
            if key[start:end].strip(BLANK):
                break
        else:
            start = _edge(key, end)
            if key[start - 1 : start] != "、":  # 走访了 | 启峰智能科技
                start = next((at for at in range(end, start, -1) if key[at - 1] in STOP), start)
            certain = certain or key.endswith(TRADES, start, end)
            if _is_name(key[start:end]) or (end - start == _PAIR and _is_pair(key[start:end])):
                row.append((start, end))
        if key[start - 1 : start] != "、":
            break
        end = start - 1
    return row if certain else []


def _is_name(name: str) -> bool:
    """Whether characters between two signs are the proper name of a company, and no word, class or person."""
    if len(name) < _SHORTEST or not (STOP | _NO_COMPANY).isdisjoint(name) or name[0] in SOFT_STOP or name[-1] in _PARTS:
        return False
    return _is_composed(name) or (len(name) <= _LONGEST_PLAIN and _is_proper(name))


def _is_pair(name: str) -> bool:
    """Whether two characters before a post are a name and no word, class or person."""
    other = is_word(name) or name in vocabulary().endings or name in vocabulary().functions or name in vocabulary().places
    no_name = STOP | SOFT_STOP | _NO_COMPANY | _PARTS | {"企", "任"}
    return not other and no_name.isdisjoint(name) and name[0] not in lists().surnames


def _is_proper(name: str) -> bool:
    trade = name.endswith(TRADES)
    stem = name[:-2] if trade and len(name) > _SHORTEST else name
    if (is_word(stem[:2]) and len(name) == _SHORTEST) or is_word(stem[-2:]) or stem[-2:] in vocabulary().functions:
        return False
    return trade or len(name) > _SHORTEST or name[0] not in lists().surnames


def _is_composed(name: str) -> bool:
    """Whether it is a proper name and nothing but words for what a company does: 启峰 | 智能 | 科技, 谷阳 | 新能源."""
    proper = name
    while size := 2 * proper.endswith(TRADES) or _function(proper):
        proper = proper[:-size]
    places = vocabulary().places
    placed = next((size for size in (2, 3) if proper[:size] in places), 0)
    proper = proper[placed:] if len(proper) > placed + 1 else proper
    if len(proper) not in _PROPER or proper == name or proper in places:
        return False
    return not (is_word(proper[:2]) or is_word(proper[-2:]))


def short_names(names: Iterable[str]) -> Iterator[str]:
    """What companies that an issue names in full are called for short: 良禾铺子, 云东煤业; for names in simplified script.

    A department says the same: 良禾铺子股份有限公司办公室.
    """
    words = vocabulary()
    for name in names:
        ending = next((form for form in LEGAL_FORMS if name.endswith(form) or (len(form) > _SHORTEST and form in name)), "")
        if not ending:
            continue
        stem = name.partition(ending)[0].partition("(")[0]
        size = next((size for size in (4, 3, 2) if stem[:size] in words.places), 0)
        proper = stem
        while proper[-2:] in words.function_lengths and (tail := _function(proper)):
            proper = proper[:-tail]
        if len(proper) > 1 and not size and not is_word(stem) and (len(stem) > _SHORTEST or stem == proper):
            yield stem
        if len(ending) > 2 and len(proper) - size >= _SHORTEST and proper[size] not in "市县区省第":
            yield proper[size:]


def _function(name: str) -> int:
    """Length of the word for what the company does at the end of its name."""
    return next((size for size in range(len(name), 1, -1) if name[-size:] in vocabulary().functions), 0)

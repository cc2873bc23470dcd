"""Spans of time that are named by an event: 疫情期间, 建国初期, 十一届三中全会以来, 新冠肺炎疫情发生以来. No time can be computed for them."""

from collections.abc import Iterator

from pipeline.notation.pattern import Pattern

_EVENT = Pattern(
    r"(?:(?:新冠|新冠肺炎|新型冠状病毒(?:感染的)?肺炎|防疫|抗疫)?疫情(?:防控|发生|暴发|爆发)?|[“\"]?非典[”\"]?|[“\"]?[两兩][会會][”\"]?|[“\"]?文革[”\"]?"
    r"|文化大革命|抗日战争|抗战|解放战争|抗美援朝|土地革命|大革命|社会主义建设|计划经济|土改|大跃进|人民公社|改革开放|建[国國党军市区县校院厂会队馆站矿所社司局]|解放"
    r"|新中国成立|民国|明清|春运|暑运|防?汛|主汛|暑|[暑寒]假|节日|节假日|假|[“\"]?[双两]节[”\"]?|[高中]考|(?:党的)?(?:[一二]?十)?[一二三四五六七八九十]大"
    r"|[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会|亚运会|奥运会|冬奥会|世博会|全运会|进博会|广交会|入[汛春夏秋冬]|开[春学])"
    r"(?:初期|中期|后期|[时時]期|期[间間]|以[来來])$"
)
_CLAUSE = Pattern(r"[,。!?;:、,;:\n(())“”\"《》 ]|(?:自从|自打|[自从])(?![治主然己事业化筹身觉愿查动来行发])|创(?![建新业办造伤作])")
_IDLE = tuple(
    "长期 一直 一向 历来 有史 向 这 那 此 那时 从那 从此 一贯 多年 近年 年 月 日 天 周 长久 自古 古 時 时".split()
)
"""Before 以来: since always, since then."""
_MARKS = ("期间", "以来", "时期", "初期", "期間", "以來", "時期")
_LONGEST = 20


def find_event_spans(key: str, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Their places in a folded text; `taken` are those of the dates already read."""
    taken = set(taken)
    for mark in _MARKS:
        at = key.find(mark)
        while at >= 0:
            end = at + len(mark)
            start = _start(key, at, end)
            if start is not None and taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                yield start, end
            at = key.find(mark, end)


def _start(key: str, at: int, end: int) -> int | None:
    """Where the name of the event begins: a known one wherever it stands, before 以来 any that begins its clause."""
    begin = clause = max(0, at - _LONGEST)
    named = False
    for found in _CLAUSE.finditer(key, begin, at):
        clause, named = found.end(), found[0][0] in "自从"
    if named and key[at] == "以" and 2 <= at - clause <= _LONGEST - 4 and not key.endswith(_IDLE, clause, at):
        return clause
    event = _EVENT.search(key, max(begin, clause - 1), end)
    if event:
        return event.start()
    begins = clause > begin or begin == 0
    if key[at] != "以" or not begins or not 2 <= at - clause <= 16 or key.endswith(_IDLE, clause, at):
        return None
    return clause

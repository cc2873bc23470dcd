"""Spans of time that are named by an event: 疫情期间, 建国初期, 十一届三中全会以来, 新冠肺炎疫情发生以来. No time can be computed for them."""

from collections.abc import Iterator

from pipeline.notation.pattern import Pattern

_EVENTS = tuple(
    "疫情 疫情防控 疫情发生 疫情暴发 疫情爆发 非典 “非典” 两会 兩會 “两会” 文革 “文革” 文化大革命 抗日战争 抗战 解放战争 抗美援朝 土地革命 大革命 "
    "社会主义建设 计划经济 土改 大跃进 人民公社 改革开放 解放 新中国成立 民国 民國 明清 春运 暑运 汛期 主汛期 防汛 暑期 暑假 寒假 节日 節日 "
    "节假日 新年 假期 双节 两节 “双节” “两节” 高考 中考 军训 "
    "夏收 夏种 秋种 春播 春种 三夏 “三夏” 三秋 “三秋” 双抢 “双抢” 春耕 秋收 麦收 战疫 战“疫” 抗疫 "
    "亚运会 奥运会 冬奥会 世博会 全运会 进博会 广交会 入汛 入春 入夏 入秋 入冬 开春 开学".split()
)
_SHARING = tuple("汛 主汛 防汛 暑 假".split())
"""Before 期间: 汛期 and 期间 in one."""
_MODIFIERS = tuple("新型冠状病毒感染的肺炎 新型冠状病毒肺炎 新冠肺炎 新冠 防疫 抗疫 党的 新学期".split())
_NUMBERED = Pattern(r"(?:[一二]?十)?[一二三四五六七八九十]大$|[一二三四五六七八九十]+届[一二三四五六七八九十]+中全会$", last="大会")
_RECORDED = Pattern(r"有[^,。;:、有]{0,6}(?:[记紀]录|[記紀]錄|[资資]料|[观觀]测|觀測|[统統][计計]|[记記][载載])$", last="录錄料测測计計载載")
"""有气象记录以来, 有实测资料以来."""
_FOUNDED = tuple("国國党军市区县校院厂会队馆站矿所社司局库")
"""What 建 founds: 建国初期, 建校以来."""
_TELL = tuple("回顾 总结 反映 记录 展示 介绍 通报 汇报 听取 叙述 梳理".split())
"""Before what has happened since: 通报了专项行动开展以来的情况."""
_CLAUSE = Pattern(
    r"[,。!?;:、\n()“”\"《》 ]|(?:自从|自打|[自从])(?![治主然己事业化筹身觉愿查动来行发])|创(?![建新业办造伤作])"
    rf"|(?:{'|'.join(_TELL)})了?"
)
_IDLE = tuple(
    "长期 一直 一向 历来 有史 向 这 那 此 那时 从那 从此 一贯 多年 近年 年 月 日 天 周 长久 自古 古 時 时".split()
)
"""Before 以来: since always, since then."""
_MARKS = ("期间", "以来", "时期", "初期", "期間", "以來", "時期")
_LONGEST = 20


def find_event_spans(key: str) -> Iterator[tuple[int, int]]:
    """Their places in a folded text; among them may be dates (2020年以来)."""
    for mark in _MARKS:
        at = key.find(mark)
        while at >= 0:
            end = at + len(mark)
            start = _start(key, at)
            if start is not None:
                yield start, end
            at = key.find(mark, end)


def _start(key: str, at: int) -> int | None:
    """Where the name of the event begins: a known one wherever it stands, before 以来 any that begins its clause."""
    begin = clause = max(0, at - _LONGEST)
    named = False
    for found in _CLAUSE.finditer(key, begin, at):
        clause, named = found.end(), found[0][0] in "自从"
    since = key[at] == "以"
    if since and named and at - clause >= 2 and not key.endswith(_IDLE, clause, at):
        return clause
    event = _known(key, begin, at)
    if event is not None:
        return event
    begins = clause > begin or begin == 0
    return clause if since and begins and 2 <= at - clause <= 16 and not key.endswith(_IDLE, clause, at) else None


def _known(key: str, begin: int, at: int) -> int | None:
    length = max((len(name) for name in _EVENTS if key.endswith(name, begin, at)), default=0)
    if not length and key[at] == "期":
        length = max((len(name) for name in _SHARING if key.endswith(name, begin, at)), default=0)
    if not length and key[max(begin, at - 2) : at - 1] == "建" and key[at - 1] in _FOUNDED:
        length = 2
    if not length:
        found = _NUMBERED.search(key[begin:at]) or _RECORDED.search(key[begin:at])
        length = len(found[0]) if found else 0
    if not length:
        return None
    start = at - length
    return start - max((len(name) for name in _MODIFIERS if key.endswith(name, begin, start)), default=0)

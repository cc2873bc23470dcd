"""Festivals and memorial days: their names, and the days on which they fall in a year.

The public holidays (《全国年节及纪念日放假办法》) with their days off, the other festivals that bulletins date events by, solar (公历),
lunar (农历), by solar term (清明, 冬至) and by weekday (母亲节).
"""

from pipeline.lexicon.scripts import in_traditional
from pipeline.model.record import NamedTuple
from pipeline.notation.calendar import Day, nth_weekday
from pipeline.notation.lunar import new_years_eve, to_gregorian
from pipeline.notation.pattern import Pattern


class Holiday(NamedTuple):
    """One festival."""

    names: str
    """Separated by blanks; one that is a bare number (五一, 三八) means the festival only where the text says so."""
    rule: str
    """solar, lunar, term (solar term: the constants of its formula) or weekday (month, which Sunday or Thursday)."""
    month: int
    day: int
    vacation: int = 1
    """Days off since 2000, with the days moved to it: 7 for a golden week (黄金周)."""


HOLIDAYS = (
    Holiday("元旦 元旦节 新年元旦", "solar", 1, 1, 3),
    Holiday("春节 新春佳节 农历新年 大年初一 正月初一", "lunar", 1, 1, 7),
    Holiday("元宵节 元宵佳节 元宵", "lunar", 1, 15),
    Holiday("雷锋日 学雷锋日 学雷锋纪念日", "solar", 3, 5),
    Holiday("三八国际妇女节 三八国际劳动妇女节 三八妇女节 三八节 三八 国际妇女节 国际劳动妇女节 妇女节 女神节", "solar", 3, 8),
    Holiday("女生节", "solar", 3, 7),
    Holiday("植树节", "solar", 3, 12),
    Holiday("愚人节", "solar", 4, 1),
    Holiday("清明 清明节", "term", 4, 0, 3),
    Holiday("五一国际劳动节 五一劳动节 五一节 五一 国际劳动节 劳动节", "solar", 5, 1, 5),
    Holiday("五四青年节 五四节 五四 青年节", "solar", 5, 4),
    Holiday("母亲节", "weekday", 5, 2),
    Holiday("国际护士节 护士节 五一二国际护士节", "solar", 5, 12),
    Holiday("六一国际儿童节 六一儿童节 六一节 六一 国际儿童节 儿童节", "solar", 6, 1),
    Holiday("端午节 端午佳节 端午", "lunar", 5, 5, 3),
    Holiday("父亲节", "weekday", 6, 3),
    Holiday("七一建党节 七一 建党节", "solar", 7, 1),
    Holiday("七夕节 七夕", "lunar", 7, 7),
    Holiday("八一建军节 八一节 八一 建军节", "solar", 8, 1),
    Holiday("中元节", "lunar", 7, 15),
    Holiday("中国医师节 医师节", "solar", 8, 19),
    Holiday("世界水日", "solar", 3, 22),
    Holiday("世界卫生日", "solar", 4, 7),
    Holiday("世界地球日", "solar", 4, 22),
    Holiday("世界读书日", "solar", 4, 23),
    Holiday("世界无烟日", "solar", 5, 31),
    Holiday("世界环境日 六五环境日", "solar", 6, 5),
    Holiday("世界献血者日", "solar", 6, 14),
    Holiday("国际禁毒日", "solar", 6, 26),
    Holiday("全民健身日", "solar", 8, 8),
    Holiday("烈士纪念日", "solar", 9, 30),
    Holiday("全国消防日 全国消防宣传日 消防日 消防宣传日", "solar", 11, 9),
    Holiday("世界艾滋病日", "solar", 12, 1),
    Holiday("国际残疾人日", "solar", 12, 3),
    Holiday("国际志愿者日", "solar", 12, 5),
    Holiday("教师节", "solar", 9, 10),
    Holiday("中秋节 中秋佳节 中秋", "lunar", 8, 15, 3),
    Holiday("国庆节 十一国庆节 国庆 十一", "solar", 10, 1, 7),
    Holiday("重阳节 重阳佳节 九九重阳节 重阳", "lunar", 9, 9),
    Holiday("万圣节", "solar", 10, 31),
    Holiday("记者节 中国记者节", "solar", 11, 8),
    Holiday("双十一 光棍节", "solar", 11, 11),
    Holiday("感恩节", "weekday", 11, 4),
    Holiday("国家宪法日", "solar", 12, 4),
    Holiday("国家公祭日", "solar", 12, 13),
    Holiday("冬至 冬至节", "term", 12, 0),
    Holiday("平安夜", "solar", 12, 24),
    Holiday("圣诞节 圣诞", "solar", 12, 25),
    Holiday("腊八节 腊八", "lunar", 12, 8),
    Holiday("小年夜 北方小年", "lunar", 12, 23),
    Holiday("除夕夜 除夕 大年三十 大年夜", "lunar", 12, 30),
    Holiday("人民警察节 中国人民警察节", "solar", 1, 10),
    Holiday("情人节", "solar", 2, 14),
    Holiday("国际消费者权益日 消费者权益日", "solar", 3, 15),
    Holiday("三月三", "lunar", 3, 3, 2),
    Holiday("全民国家安全教育日 国家安全教育日", "solar", 4, 15),
    Holiday("世界知识产权日", "solar", 4, 26),
    Holiday("世界红十字日", "solar", 5, 8),
    Holiday("国际博物馆日", "solar", 5, 18),
    Holiday("全国助残日", "weekday", 5, 3),
    Holiday("全国科技工作者日", "solar", 5, 30),
    Holiday("世界人口日", "solar", 7, 11),
    Holiday("国际老年人日", "solar", 10, 1),
    Holiday("世界粮食日", "solar", 10, 16),
    Holiday("小寒", "term", 1, 0), Holiday("大寒", "term", 1, 0), Holiday("立春", "term", 2, 0), Holiday("雨水", "term", 2, 0),
    Holiday("惊蛰", "term", 3, 0), Holiday("春分", "term", 3, 0), Holiday("谷雨", "term", 4, 0), Holiday("立夏", "term", 5, 0),
    Holiday("小满", "term", 5, 0), Holiday("芒种", "term", 6, 0), Holiday("夏至", "term", 6, 0), Holiday("小暑", "term", 7, 0),
    Holiday("大暑", "term", 7, 0), Holiday("立秋", "term", 8, 0), Holiday("处暑", "term", 8, 0), Holiday("白露", "term", 9, 0),
    Holiday("秋分", "term", 9, 0), Holiday("寒露", "term", 10, 0), Holiday("霜降", "term", 10, 0), Holiday("立冬", "term", 11, 0),
    Holiday("小雪", "term", 11, 0), Holiday("大雪", "term", 12, 0),
)

WEATHER = tuple("雨水 小满 小暑 大暑 白露 霜降 小雪 大雪 小寒 大寒".split())
"""节气 that are names or weather as often: 2008年大雪."""
_TERM_TAIL = Pattern(r"节气|時節|时节|前[后後夕]|当[天日]|期[间間]|之[际后前]|以[来后]|[这那]天|至|到|起|$")
"""After them, where they are a day of the year."""
NAMED = (
    *tuple("奖獎路村厂街"),
    *"劳动奖 勋章 红旗 紅旗 奖章 奖状 先锋 先进 小学 中学 学校 大学 大道 大桥 大厦 广场 公园 水库 口号 标兵 能手 维权".split(),
    *"运动 運動 精神 惨案 慘案 事变 事變 起义 起義 工程 规划 计划 計劃 指示 路线".split(),
)
"""What is called by the day behind it: 五四运动, 八一小学, 五一劳动奖章."""

_TERMS = {
    "小寒": (5.4055, 6.11), "大寒": (20.12, 20.84), "立春": (3.87, 4.6295), "雨水": (18.73, 19.4599), "惊蛰": (5.63, 6.3826),
    "春分": (20.646, 21.4155), "清明": (4.81, 5.59), "谷雨": (20.1, 20.888), "立夏": (5.52, 6.318), "小满": (21.04, 21.86),
    "芒种": (5.678, 6.5), "夏至": (21.37, 22.2), "小暑": (7.108, 7.928), "大暑": (22.83, 23.65), "立秋": (7.5, 8.35),
    "处暑": (23.13, 23.95), "白露": (7.646, 8.44), "秋分": (23.042, 23.822), "寒露": (8.318, 9.098), "霜降": (23.438, 24.218),
    "立冬": (7.438, 8.218), "小雪": (22.36, 23.08), "大雪": (7.18, 7.9), "冬至": (21.94, 22.66),
}  # fmt: skip
"""节气 → the constant of the 21st and of the 20th century in day = ⌊0.2422 Y + C⌋ − ⌊leap days⌋ (寿星通用公式), two to a month from January;
right for 1900–2099 but for those below."""
_LATER = "小寒1982 大寒2082 立夏1911 小满2008 芒种1902 夏至1928 小暑1925 小暑2016 大暑1922 立秋2002 白露1927 秋分1942 霜降2089 立冬2089 小雪1978"
_EARLIER = "冬至1918 冬至2021 小寒1900 小寒2019 大寒1900 立春1900 立春1914 立春1947 雨水1900 雨水1923 雨水2026 惊蛰1915 惊蛰1948"
"""A day later and earlier than the formula says, by the astronomical calendar."""


def names() -> dict[str, int]:
    """Name, in short and in long form (國慶節) → place in HOLIDAYS."""
    found = {name: at for at, holiday in enumerate(HOLIDAYS) for name in holiday.names.split()}
    found |= {f"{name[0]}·{name[1]}": at for name, at in found.items() if len(name) == 2 and is_bare_number(name)}  # 五·一
    return {in_traditional(name): at for name, at in found.items()} | found


def day_of(holiday: Holiday, year: int) -> Day | None:
    """The festival in a year of the common era: 2023年除夕 is 21 January 2023. None where the table of the lunar calendar ends."""
    if holiday.rule == "solar":
        return year, holiday.month, holiday.day
    if holiday.rule == "term":
        return _term(holiday, year)
    if holiday.rule == "weekday":
        return nth_weekday(year, holiday.month, holiday.day, 4 if holiday.month == 11 else 7)
    if (holiday.month, holiday.day) == (12, 30):
        return new_years_eve(year - 1)
    return to_gregorian(year - (holiday.month == 12), holiday.month, holiday.day)


def _term(holiday: Holiday, year: int) -> Day:
    name = holiday.names[:2]
    late, early = _TERMS[name]
    number = year % 100
    leaps = number // 4 if holiday.month > 2 else (number - 1) // 4
    shift = (f"{name}{year}" in _LATER) - (f"{name}{year}" in _EARLIER)
    return year, holiday.month, int(number * 0.2422 + (late if year >= 2000 else early)) - leaps + shift


def is_day_named(name: str, key: str, end: int) -> bool:
    """Whether what follows leaves the name of a festival or a 节气 the name of a day."""
    if name in WEATHER:
        return _TERM_TAIL.match(key, end) is not None
    return not (is_bare_number(name) and key.startswith(NAMED, end + key.startswith(("”", '"', "」"), end)))


def is_bare_number(name: str) -> bool:
    """Whether a name is no more than a number: 五一, 三八, 十一."""
    return all(character in "一二三四五六七八九十" for character in name.replace("·", ""))

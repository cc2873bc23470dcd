"""Festivals and memorial days: their names, and the days on which they fall in a year.

The public holidays (《全国年节及纪念日放假办法》) with their days off, the other festivals that bulletins date events by, solar (公历),
lunar (农历), by solar term (清明, 冬至) and by weekday (母亲节).
"""

from pipeline.model.record import NamedTuple
from pipeline.notation.calendar import Day, shift_days, weekday
from pipeline.notation.lunar import new_years_eve, to_gregorian


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
    Holiday("清明节 清明", "term", 4, 0, 3),
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
    Holiday("冬至节 冬至", "term", 12, 0),
    Holiday("平安夜", "solar", 12, 24),
    Holiday("圣诞节 圣诞", "solar", 12, 25),
    Holiday("腊八节 腊八", "lunar", 12, 8),
    Holiday("小年夜 北方小年", "lunar", 12, 23),
    Holiday("除夕夜 除夕 大年三十 大年夜", "lunar", 12, 30),
)

_TERMS = {4: (4.81, 5.59), 12: (21.94, 22.66)}
"""Month → the constant of the 21st and of the 20th century in day = ⌊0.2422 Y + C⌋ − ⌊leap days⌋ (寿星通用公式), right for 清明 in
1900–2099 and for 冬至 but in 1918 and 2021."""
_TRADITIONAL = str.maketrans("节国庆阳端圣诞妇劳动师医军党万惊记纪学锋护亲际儿腊双", "節國慶陽端聖誕婦勞動師醫軍黨萬驚記紀學鋒護親際兒臘雙")


def names() -> dict[str, int]:
    """Name, in short and in long form (國慶節) → place in HOLIDAYS."""
    found = {name: at for at, holiday in enumerate(HOLIDAYS) for name in holiday.names.split()}
    found |= {f"{name[0]}·{name[1]}": at for name, at in found.items() if len(name) == 2 and is_bare_number(name)}  # 五·一
    return {name.translate(_TRADITIONAL): at for name, at in found.items()} | found


def day_of(holiday: Holiday, year: int) -> Day | None:
    """The festival in a year of the common era: 2023年除夕 is 21 January 2023. None where the table of the lunar calendar ends."""
    if holiday.rule == "solar":
        return year, holiday.month, holiday.day
    if holiday.rule == "term":
        return _term(holiday.month, year)
    if holiday.rule == "weekday":
        return _nth(year, holiday.month, holiday.day, 3 if holiday.month == 11 else 6)
    if (holiday.month, holiday.day) == (12, 30):
        return new_years_eve(year - 1)
    return to_gregorian(year - (holiday.month == 12), holiday.month, holiday.day)


def _term(month: int, year: int) -> Day:
    late, early = _TERMS[month]
    number = year % 100
    leaps = number // 4 if month > 2 else (number - 1) // 4
    return year, month, int(number * 0.2422 + (late if year >= 2000 else early)) - leaps


def _nth(year: int, month: int, count: int, which: int) -> Day:
    first = (year, month, 1)
    return shift_days(first, (which - weekday(first)) % 7 + 7 * (count - 1))


def is_bare_number(name: str) -> bool:
    """Whether a name is no more than a number: 五一, 三八, 十一."""
    return all(character in "一二三四五六七八九十" for character in name.replace("·", ""))

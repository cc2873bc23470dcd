"""Words that name calendar time without a number: 去年, 本月, 上半年, 近日, 翌日, 年底.

Each is one or two atoms (notation/date_forms.py): kind, value, and how the value is meant.

relative counted from the day of the issue: 去年 is the year -1
anaphora counted from the date that the text named last: 次年 is the year +1
plain the value itself: 上半年 is the half 1
"""

from pipeline.lexicon.scripts import from_traditional, in_traditional

Meaning = tuple[tuple[str, int, str], ...]
"""(kind, value, mode) of each atom."""

_RELATIVE = {
    "year": {
        0: "今年 今年度 本年 本年度 这一年 这年 年内",
        -1: "去年 去年度 上年 上年度 上一年 上一年度 上一个年度",
        -2: "前年 前年度",
        -3: "大前年",
        1: "明年 明年度 下年 下年度 下一年 下一年度 下一个年度 来年",
        2: "后年",
    },
    "month": {
        0: "本月 本月份 这个月",
        -1: "上月 上月份 上个月 上一个月 上一月",
        1: "下月 下月份 下个月 下一个月 下一月",
        -2: "上上个月 上上月",
        2: "下下个月 下下月",
    },
    "quarter": {
        0: "本季度 本季",
        -1: "上季度 上个季度 上一季度 上一个季度",
        1: "下季度 下个季度 下一季度 下一个季度",
        -2: "上上个季度 上上季度",
        2: "下下个季度 下下季度",
    },
    "term": {0: "本学期 这学期 这个学期", -1: "上个学期 上一学期", 1: "下个学期 下一学期"},
    "century": {-1: "上世纪 上个世纪 上一世纪", 0: "本世纪", 1: "下世纪 下个世纪 下一世纪"},
    "week": {
        0: "本周 这周 这个周 这一周 本星期 这星期 这个星期 这一星期 这礼拜 这一礼拜 本礼拜",
        -1: "上周 上一周 上个周 上一个周 上星期 上个星期 上礼拜 上个礼拜",
        1: "下周 下一周 下个周 下一个周 下星期 下个星期 下礼拜 下个礼拜",
        -2: "上上周 上上个星期",
        2: "下下周 下下个星期",
        3: "下下下周",
    },
    "day": {
        0: "今天 今日 今晚 今晨 今早 即日",
        -1: "昨天 昨日 昨晚 昨夜",
        -2: "前天 前日",
        -3: "大前天",
        1: "明天 明日 明晚 明早",
        2: "后天 后日",
        3: "大后天",
    },
}
_ANAPHORA = {
    "year": {0: "同年 当年 该年 当年度 该年度", 1: "次年 翌年 次年度 翌年度"},
    "month": {0: "同月 当月 该月", 1: "次月 翌月"},
    "day": {0: "同日 当日 当天 同一天 同天 该日 当晚 当夜", 1: "次日 翌日 隔天 隔日 第二天", -1: "前一天 前一日"},
    "same": {0: "同期"},
}
_PLAIN = {
    "half": {1: "上半年 前半年", 2: "下半年 后半年"},
    "quarter": {1: "首季度 首季"},
    "season": {21: "春季 春天", 22: "夏季 夏天", 23: "秋季 秋天", 24: "冬季 冬天"},
    "months": {708: "暑假 暑期", 102: "寒假"},
    "term": {1: "第一学期 上学期 秋季学期", 2: "第二学期 下学期 春季学期"},
    "part": {1: "上旬", 2: "中旬", 3: "下旬", 12: "上中旬", 23: "中下旬"},
    "yearpart": {1: "年初 岁首", 2: "年中", 3: "年底 年末 年终 岁末 年尾 年关"},
    "monthpart": {1: "月初", 2: "月中", 3: "月底 月末"},
    "past": {
        0: "近日 日前 近期 前不久 不久前 最近 前些日子 前几天 前段时间 前一段时间 前阵子 几天前 数天前 数日前 几个月前 数月前 "
        "几年前 数年前 几十年前 数十年前 上百年前 几百年前 数百年前 多年前 多年以前 许多年前 很多年前 不久之前",
    },
    "lately": {
        0: "近来 近日来 近年来 近年 近些年来 近些年 这些年来 多年来 几年来 数年来 连日来 连日 连月来 近段时间以来 近段时间 "
        "近一段时间以来 近一段时间 最近一段时间 一段时间以来 近一段时期以来 近一段时期 一段时期以来 近一个时期以来 近一个时期 一个时期以来 近一时期 "
        "多日来 几天来 几个月来 数月来 近十几年来 十几年来 几十年来 数十年来 上百年来",
    },
    "lunarmonth": {1: "正月", 11: "冬月", 12: "腊月"},
    "lunar": {0: "农历 阴历 旧历 夏历"},
    "era": {0: "公元 西元 公历 阳历 西历 新历", 1: "公元前 西元前 纪元前"},
    "every": {0: "每年 每年的 每月 每月的 每个月 每个月的 每季度 每周 每星期 每个 每逢 每到 历年 往年 常年"},
    "turn": {0: "岁末年初 年末岁初 岁尾年头 年末年初"},
    "twodays": {0: "今明两天 今明两日 今明天", 1: "明后两天 明后两日 明后天", -1: "昨今两天 昨今两日"},
    "twoyears": {0: "今明两年 今明年", -1: "去今两年 去今年"},
}
_TWO = {
    "今春": (0, 21), "今夏": (0, 22), "今秋": (0, 23), "今冬": (0, 24), "去春": (-1, 21), "去夏": (-1, 22), "去秋": (-1, 23), "去冬": (-1, 24),
    "明春": (1, 21),
}  # fmt: skip
_NEW_YEAR = {f"大年初{numeral}": day for day, numeral in enumerate("二三四五六七八九十", 2)}


def long_form(word: str) -> str:
    """In traditional characters: 去年年底, 農曆, 歷年."""
    return in_traditional(word).replace("历年", "歷年").replace("历", "曆")


def words() -> dict[str, Meaning]:
    """Word, in short and in long form, → its atoms."""
    table: dict[str, Meaning] = {word: (("year", year, "relative"), ("season", season, "plain")) for word, (year, season) in _TWO.items()}
    table |= {word: (("lunarmonth", 1, "plain"), ("lunarday", day, "plain")) for word, day in _NEW_YEAR.items()}
    for mode, kinds in (("relative", _RELATIVE), ("anaphora", _ANAPHORA), ("plain", _PLAIN)):
        for kind, values in kinds.items():
            for value, names in values.items():
                table.update(dict.fromkeys(names.split(), ((kind, value, mode),)))
    table = {long_form(word): meaning for word, meaning in table.items()} | table
    return {word.replace("周", "週"): meaning for word, meaning in table.items()} | table


_COUNTED = "本 此 首 这 那 每 该 上 下 前 后 某 几 多 数 历 屡 一 二 两 三 四 五 六 七 八 九 十 0 1 2 3 4 5 6 7 8 9"
"""Before 次, where it counts: 本次年会."""
_NO_YEAR = "青 少 壮 童 成 晚 老 幼 几 多 半 数 每 学 历"
"""Before 年 they make an age or a length of time of it."""
_BEFORE = {
    "近来": "附 最 临 走 靠 将 邻 接",
    "近期": "最",
    "日前": "抗 节 的生 岁生 其生 我生 他生 她生 您生 过生 ,生 。生 假 作 纪 念 息 往 旧 昔 末 终 整 某 首 交 目 今 产 平 单 数 多 夏 冬",
    "前天": "以 之 年 日 目 生 空 提",
    "前日": "以 之 年 目 生 节",
    "前年": "以 之 目 生",
    "去年": "过",
    **dict.fromkeys(("去冬", "去春", "去夏", "去秋"), "脱 除 褪 过"),
    "当年": "想 忆",
    "次年": _COUNTED,
    "次年度": _COUNTED,
    "次月": _COUNTED,
    "次日": _COUNTED,
    "明日": "光",
    "下年": "上",
    **dict.fromkeys(("前一天", "前一日"), "提"),
    "来年": "十 百 千 几 以 近 原 后 本",
    "今年": ",如 。如 ;如",
    "当天": "应",
    "同期": "合 历史 往年 常年 历年 多年 以往",
    "本年": "基",
    "本月": "基",
    "明天": "的 好 向",
    "连日": "接",
    "年内": f"{_NO_YEAR} 两 一 二 三 四 五 六 七 八 九 十 百 千 0 1 2 3 4 5 6 7 8 9 个 当 近 若干",
    **dict.fromkeys(("年初", "年底", "年末", "年终", "年关"), f"{_NO_YEAR} 此"),
    **dict.fromkeys(("月初", "月底", "月末"), "个 几 多 半 数 每 岁 明"),
    "最近": "距 离",
    **dict.fromkeys(("几年前", "几天前", "几个月前"), "十 好"),
    "多年前": "十 百 千 0",
    "下季度": "上",
    "下周": "上 天 以 一",
    "下月": "上 天 以",
}  # fmt: skip
UNLIKE_BEFORE = {word: tuple(others.split()) for word, others in _BEFORE.items()}
"""Word → what stands before it where it is part of another word: 附近来, 节日前."""
AFTER_WHICH = ("", *tuple(",，。;:!?、()\n “”于在至到从和与及或将定是"))
"""Before 后天, 后日 and 后年; after any other character 后 belongs to it: 雨后天晴, 建成后日供水, 今后年均."""

UNLIKE_AFTER = {
    "今日": ("头条", "说法", "本"),
    "近日": ("本国", "本人", "本政", "本首", "无", "点"),
    "同日": ("本", "语"),
    "次日": ("常", "均", "本"),
    "当日": ("本",),
    "前日": ("本",),
    "昨日": ("重现",),
    "明日": ("之星", "香"),
    "明天": ("会更", "然"),
    "后天": ("性", "形成", "失", "培", "努力"),
    "即日": ("本",),
    "前年": tuple("均产销"),
    "上学期": ("间",),
    "上年": ("纪", "龄", "画"),
    "同年": ("级", "龄"),
    "当年": ("级", "龄"),
    "该年": ("级", "龄"),
    "这年": ("头",),
    "同期": ("声", "录"),
    "同月": ("龄",),
    "最近": ("的", "距", "处", "点"),
    "近来": ("自", "到", "访", "往", "看"),
    "近期": ("和中", "目标", "、中", "规划", "建设规划"),
    "年终": ("奖", "总结", "考", "决", "分", "岁", "绩", "述", "盘"),
    "年初": ("中", "步", "级", "审", "评", "赛", "选", "心", "始", "预算", "结余", "余额", "数"),
    "年底": ("层", "线", "数", "余额"),
    "年末": ("余额", "结余", "数"),
    "年中": ("工作", "会", "总结", "考核", "国", "央", "心"),
    "月中": ("国", "央", "心"),
    "三月三": ("日", "十", "号", "號", "至", "到", "、", "-", "—", "月"),
    "这周": ("边", "围"),
    "本周": ("边", "围", "期", "转"),
    "上周": ("边", "期"),
    "下周": ("边", "期"),
    "前天": ("天",),
}
"""Word → what follows it where it is part of another word: 同日本, 上年纪."""
_GUARDED = frozenset(
    form
    for word in (*UNLIKE_BEFORE, *UNLIKE_AFTER, "后日", "后年")
    for form in (word, long_form(word), word.replace("周", "週"))
)
_AROUND = 4
"""Characters on either side of a word that may make it part of another."""


def is_alone(word: str, key: str, start: int) -> bool:
    """Whether the characters around leave a word at `start` what it is, in either script."""
    if word not in _GUARDED:
        return True
    end = start + len(word)
    before = key[start - _AROUND : start] if start >= _AROUND else f",{key[:start]}"  # a clause begins with the text
    word, before, after = (from_traditional(text) for text in (word, before, key[end : end + _AROUND]))
    if word[0] == "后" and before[-1:] not in AFTER_WHICH:
        return False
    return not before.endswith(UNLIKE_BEFORE.get(word, ())) and not after.startswith(UNLIKE_AFTER.get(word, ()))

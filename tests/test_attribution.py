"""供稿: units and persons apart, and brackets that are something else."""

import pytest

from pipeline.normalize import fold
from pipeline.segment.attribution import read_credits
from pipeline.segment.credit_places import find_lead, find_tail

CREDITS = [
    ("（青岩区总工会 柳莹）", [("青岩区总工会", "柳莹")]),
    ("（市总工会宣教部、越秀区总工会、海珠区总工会）", [("市总工会宣教部", None), ("越秀区总工会", None), ("海珠区总工会", None)]),
    ("（语文组　供稿）", [("语文组", None)]),
    ("（县林业局供稿）", [("县林业局", None)]),
    ("供稿：县政协经科委　方思远", [("县政协经科委", "方思远")]),
    ("路桥公司　通讯员　钟鸣　叶知夏", [("路桥公司", "钟鸣"), (None, "叶知夏")]),
    ("（区委办信息科　杜明达；区住建局　高思贤）", [("区委办信息科", "杜明达"), ("区住建局", "高思贤")]),
    ("通讯员　夏至", [(None, "夏至")]),
    ("（英语组 苗青 供稿）", [("英语组", "苗青")]),
    ("城关区农技站　罗 永 才", [("城关区农技站", "罗永才")]),
    ("（县财政局/王小明）", [("县财政局", "王小明")]),
    ("（文/图 何苇）", [(None, "何苇")]),
    ("作者：法学院 王平", [("法学院", "王平")]),
    ("（撰稿：靳一川 审稿：顾北辰）", [(None, "靳一川"), (None, "顾北辰")]),
    ("来源：青岩区总工会　时间：2021-07-01　点击：[88]次", [("青岩区总工会", None)]),
    ("□ 本刊通讯员  赵敏", [(None, "赵敏")]),
    ("（据沅汀交通广播报道）", [("沅汀交通广播", None)]),
    ("——居民　屠景行", [(None, "屠景行")]),
    ("（各县（区）总工会）", [("各县(区)总工会", None)]),
    ("（县委政研室：袁怀玉　鲁春生）", [("县委政研室", "袁怀玉"), (None, "鲁春生")]),
    ("（荷塘垸防指　尚文清）", [("荷塘垸防指", "尚文清")]),
    ("（退役军人　老屈）", [(None, "老屈")]),
    ("材料学院2021级　花满楼", [("材料学院2021级", "花满楼")]),
    ("文/本刊特约撰稿人　龙大川", [(None, "龙大川")]),
    ("记者　万小琳　实习生　方舟", [(None, "万小琳"), (None, "方舟")]),
    ("本报实习记者王平", [(None, "王平")]),
    ("（见习记者　王平）", [(None, "王平")]),
    ("云台酒厂退休工人　沈大有", [("云台酒厂", "沈大有")]),
    ("东关二小四年级学生　米乐", [("东关二小", "米乐")]),
    ("县委书记　王平", [(None, "王平")]),
    ("（司务长　何富贵）", [(None, "何富贵")]),
    ("（沅汀市教育委员会沈碧波何敬之）", [("沅汀市教育委员会", "沈碧波"), (None, "何敬之")]),
    ("（沅汀市柳林镇沈碧波何平）", [("沅汀市柳林镇", "沈碧波"), (None, "何平")]),
    ("新闻网讯（记者江小舟）", [(None, "江小舟")]),
    ("来源：鸟类分会　时间：2013-07-01", [("鸟类分会", None)]),
    ("发布日期：2013年7月1日　来源：沅汀市林学会", [("沅汀市林学会", None)]),
    ("来源：安客", [("安客", None)]),
    ("整理编辑：小夏冬、方舟", [(None, "小夏冬"), (None, "方舟")]),
    ("采访整理：Mei_lin", [(None, "Mei_lin")]),
    ("作者：@lanlan", [(None, "lanlan")]),
    ("（《水利学报》编辑部　柳莹）", [("《水利学报》编辑部", "柳莹")]),
    ("（《水利学报》编辑部）", [("《水利学报》编辑部", None)]),
    ("新闻网讯（通讯员 江小舟 记者 何平）", [(None, "江小舟"), (None, "何平")]),
]
OTHERS = ["（《水利学报》）", "（时间：2013-07-01）", "（投稿 lan@example.cn）", "（以下简称“中心”）", "（见附表）", "（含列席）", "（试行）", "（此件公开发布）", "（一）", "（排名不分先后）", "（国办发〔2004〕57号）", "（图为会议现场）", "（）"]


@pytest.mark.parametrize(("printed", "rows"), CREDITS, ids=[c[0] for c in CREDITS])
def test_credits(printed: str, rows: list[tuple[str | None, str | None]]) -> None:
    credit = read_credits(fold(printed))
    assert credit is not None
    assert [(row.organization, row.person) for row in credit.rows] == rows


@pytest.mark.parametrize("printed", [c[0] for c in CREDITS])
def test_offsets_hold_the_names(printed: str) -> None:
    key = fold(printed)
    credit = read_credits(key)
    assert credit is not None
    for row in credit.rows:
        held = key[row.start : row.end].replace(" ", "")
        assert held.startswith(row.organization or "")
        assert held.endswith(row.person or "")


@pytest.mark.parametrize("printed", OTHERS)
def test_other_brackets_are_no_credits(printed: str) -> None:
    assert read_credits(fold(printed)) is None


@pytest.mark.parametrize("tail", ["（市总工会办公室)", "（检验科 章宇）。", "【医务科】"])
def test_the_bracket_that_ends_a_paragraph(tail: str) -> None:
    body = fold("会议到此结束。" + tail)
    found = find_tail(body)
    assert found is not None
    assert found[0] == len("会议到此结束。")
    assert found[1].weight > 0.4


@pytest.mark.parametrize("tail", [" 荷塘垸防指  尚文清", "　县水文站　秦霜", "  供稿：县防办"])
def test_names_behind_a_full_stop_need_no_brackets(tail: str) -> None:
    body = fold("完成土方1.4万方。" + tail)
    found = find_tail(body)
    assert found is not None
    assert body[found[0] :] == fold(tail).strip()
    assert all(body[found[0] + row.start :].startswith((row.organization or row.person or "")[:2]) for row in found[1].rows)


@pytest.mark.parametrize("text", ["会议到此结束。 全体起立", "完成土方1.4万方。 下一步，将抓紧施工", "会议由县长主持。 3月5日"])
def test_other_words_behind_a_full_stop_are_none(text: str) -> None:
    assert find_tail(fold(text)) is None


@pytest.mark.parametrize("text", ["参加会议的有职工代表（含列席）", "决定组建服务中心（以下简称“中心”）。", "详细情况另行通知（见附件）", "没有括号。"])
def test_brackets_that_end_a_paragraph_and_are_none(text: str) -> None:
    found = find_tail(fold(text))
    assert found is None or found[1].weight < 0.4


@pytest.mark.parametrize("lead", ["本报讯（通讯员 江小舟）", "沅汀新闻网讯（江小舟）", "（材料学院供稿）", "本校讯（通讯员 江小舟）", "新闻网讯 （记者江小舟）", "（特约通讯员 江小舟）"])
def test_lead(lead: str) -> None:
    key = fold(lead + "近日，")
    assert key[: find_lead(key)] == fold(lead)


@pytest.mark.parametrize("text", ["本报告（草案）", "市局喜讯传来（见附件）", "本网讯 近日，"])
def test_what_is_no_lead(text: str) -> None:
    assert find_lead(fold(text)) == 0


@pytest.mark.parametrize("line", ["表彰社会治安先进集体先进工作者", "新闻出版署查处八家违规出版单位"])
def test_a_word_that_ends_as_a_role_does(line: str) -> None:
    credit = read_credits(fold(line))
    assert credit is None or credit.weight < 1


SPACED = [
    ("(北港供电公司 艾 华 卢 伟)", [("北港供电公司", "艾华"), (None, "卢伟")]),
    ("通讯员 鲁 宁 安 然", [(None, "鲁宁"), (None, "安然")]),
    ("供稿:罗 冰", [(None, "罗冰")]),
    ("王 平 李 小 四", [(None, "王平"), (None, "李小四")]),
    ("王 小 平  李 四", [(None, "王小平"), (None, "李四")]),
    ("王  平 李  四", [(None, "王平"), (None, "李四")]),
    ("宣 传 部 王 平", [("宣传部", "王平")]),
]


@pytest.mark.parametrize(("key", "expected"), SPACED)
def test_letter_spaced_names_side_by_side(key: str, expected: list[tuple[str | None, str | None]]) -> None:
    credit = read_credits(key)
    assert credit is not None
    assert [(row.organization, row.person) for row in credit.rows] == expected
    assert all("".join(key[row.start : row.end].split()).endswith(row.person or "") for row in credit.rows)


def test_a_role_in_the_middle_is_not_that_of_those_before_it() -> None:
    found = read_credits("初二(5)班 麦子恩  指导老师:余静")
    assert found
    assert [(row.organization, row.person, row.role) for row in found.rows] == [("初二(5)班", "麦子恩", None), (None, "余静", "指导老师")]

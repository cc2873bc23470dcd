"""Which of two words a character behind the name of a unit belongs to: 公安局 | 部署 and 局部, 教育部门 and 教育部 | 门前."""

import pytest

from pipeline import mentions


def units(text: str) -> list[str]:
    return [row.text for row in mentions(text).organizations]


@pytest.mark.parametrize(
    ("unit", "rest"),
    [
        ("市总工会", "前往工地 上门服务 长期坚持 后勤人员 合力推进 员工活动 见证签约 计划投入 会同市农业局"),
        ("县妇女联合会", "计划投入"),
        ("市慈善总会", "计划投入"),
        ("杨家村村民委员会", "前往工地"),
        ("市教育局", "面临困难 面向社会 部分干部参加"),
        ("市公安局", "部署专项行动"),
        ("市财政局", "限期整改"),
        ("县科协", "助力乡村振兴 调研组到校"),
        ("市就业服务中心", "组织开展"),
        ("市疾控中心", "组成专班"),
        ("县中医院", "落实制度"),
        ("青云集团", "员工踊跃捐款 队伍建设"),
        ("中国工商银行", "业务骨干"),
        ("青云公司", "机关干部 法人代表"),
        ("云阳工务段", "落实责任"),
        ("市委党校", "正式开班"),
        ("市供销社", "会议室"),
        ("市消防支队", "员工参加"),
        ("县武装部", "队列训练"),
        ("市人民法院", "区别情况"),
        ("云州钢铁厂", "区分情况 长期坚持"),
        ("市委组织部", "分管领导"),
        ("省农科院", "士气高涨"),
        ("市歌舞团", "结束演出"),
        ("县邮电局", "限制业务"),
        ("市质监站", "点名批评"),
        ("县文联", "合力打造"),
        ("市妇联", "系统干部"),
        ("市委办", "公布结果 印发通知 下发文件"),
        ("县政府办", "牵头落实"),
        ("市总", "部署检查"),
    ],
)
def test_a_word_that_begins_behind_a_unit(unit: str, rest: str) -> None:
    assert {tail: units(unit + tail + "。")[:1] for tail in rest.split()} == {tail: [unit] for tail in rest.split()}


@pytest.mark.parametrize(
    "text",
    "召开职工会议 召开员工会议 开展职工会餐 全体职工会员参加 市教育部门联合执法 市教育系统一线职工 工业部分企业停产 农村社会治安好转 "
    "加强财务处理工作 公司法规定 学习中心组成员参加 总会计师李明 设立分会场 董事会议决定 常委会议研究 推进社会化服务 教育局面打开了 "
    "各部门为群众办实事 当选为该县第一届人大代表 向职工送上工会准备的清凉包".split(),
)
def test_a_longer_word_that_the_ending_is_part_of(text: str) -> None:
    assert units(text + "。") == []


def test_a_place_that_a_word_before_it_does_not_reach() -> None:
    assert units("率队到主场馆广东奥林匹克体育中心看望") == ["广东奥林匹克体育中心"]

"""Names of persons that are cut too short or go on too far: of other peoples, in couples, behind what somebody is in a unit."""

import pytest

from pipeline import mentions


def persons(text: str) -> list[str]:
    return [row.text for row in mentions(text).persons]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("医生沙玛阿果，赴沪学习", ["沙玛阿果"]),
        ("书道会会长青川杉雨、副会长汤山秀雄，", ["青川杉雨", "汤山秀雄"]),
        ("区佛协会长马海山签订责任书", ["马海山"]),
        ("图为迪丽达娜在水文站。古丽努尔是毕业生，额尔德木图等9人受聘", ["迪丽达娜", "古丽努尔", "额尔德木图"]),
        ("博士戴维·布朗合作选育，父亲吐尔逊·买买提曾任站长", ["戴维·布朗", "吐尔逊·买买提"]),
        ("站长居来提·艾合买提带队。/居来提·艾合买提在站上十年", ["居来提·艾合买提"] * 2),
        ("志愿者买买提江和大学生戈思源值守，沿乌苏里江考察", ["买买提江", "戈思源"]),
        ("英国外相约翰逊表示，外相麻生健一到访", ["约翰逊", "麻生健一"]),
        ("外相青木太一到访，国防部长奥尔森陪同", ["青木太一", "奥尔森"]),
    ],
)
def test_names_of_other_peoples_are_whole(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize("text", ["销往加利福尼亚、布加勒斯特、阿尔及利亚", "阿司匹林、布洛芬、阿莫西林降价", "西门塔尔、兰博基尼，多劳多得，"])
def test_foreign_places_and_goods_are_nobody(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("最美家庭：海燕、柏林夫妇", ["海燕", "柏林"]),
        ("审结胡杨、江南夫妇离婚案", ["胡杨", "江南"]),
    ],
)
def test_couples_whatever_their_names_are(text: str, names: list[str]) -> None:
    assert persons(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("丰山纺织厂工人山丹捐款，石桥县税务局驻村干部文博远在场", ["山丹", "文博远"]),
        ("城关镇第一小学学生种树一千棵", []),
        ("被团省委授予“青年文明号”称号", []),
        ("班组长潘立未履行职责，会长凌云捐3万元", ["潘立", "凌云"]),
        ("副理事長區永年率隊，指導教師司空明獲獎", ["區永年", "司空明"]),
        ("局長鄺國雄先生監誓，先生戴上老花镜", ["鄺國雄"]),
        ("會　長：黃 植　　司　庫：利潔瑩　　監　事：蕭國輝、余鳳儀", ["黃 植", "利潔瑩", "蕭國輝", "余鳳儀"]),
    ],
)
def test_what_somebody_is_in_a_unit(text: str, names: list[str]) -> None:
    assert persons(text) == names

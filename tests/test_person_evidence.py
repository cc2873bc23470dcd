"""What stands beside a person's name and speaks for it: where and when somebody speaks, careers, the last of several, the sex in a row of facts."""

import pytest

from pipeline import mentions


def persons(text: str) -> list[str]:
    return [row.text for row in mentions(text).persons]


@pytest.mark.parametrize("place", "会上 会议上 大会上 会议中 大会中 仪式上 讲话中 致辞中 发言中 总结中 报告中 座谈中 座谈会上 调研中 采访中 开幕式上 闭幕式上".split())
def test_who_speaks_at_a_meeting_may_be_called_by_a_word(place: str) -> None:
    assert persons(f"副区长温暖在{place}强调，要抓好落实。书记多次在{place}强调，要抓好落实。") == ["温暖"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("唐学平等领导说，公平等原则", ["唐学平"]),
        ("丁一平等三人到场，唐学平等同志到会", ["丁一平", "唐学平"]),
        ("本报记者张胜男", ["张胜男"]),
        ("李娜女，汉族，唐建男 汉族", ["李娜", "唐建"]),
        ("玉荣现任副理事长，徐虎既做老师又当学生，主任万里红既抓生产又抓安全", ["玉荣", "徐虎", "万里红"]),
        ("张博诉称，公司拖欠工资。欧阳春辩称，并无此事。", ["张博", "欧阳春"]),
        ("接见了周镐，看望了李三江，表彰了先进，慰问了高温作业人员", ["周镐", "李三江"]),
        ("外长利维4日宣布，他决定辞职。利维的辞职引起震动。", ["利维", "利维"]),
        ("阿政府8日表示接受，截至当日", []),
        ("布朗教授作报告，布朗说，前景广阔。", ["布朗", "布朗"]),
        ("布朗族群众载歌载舞", []),
        ("俱乐部的射手罗纳尔多（前锋）当选", ["罗纳尔多"]),
        ("找到失主向文田。橘农向兴贵用贷款，主任：向守义", ["向文田", "向守义"]),
        ("农民向国家交粮，职工向厂方反映，温和派代表到场", []),
        ("高度重视，温家宝总理作出批示，专人值守、钧鉴", ["温家宝"]),
        ("老邻居沙建业挨家挨户，小女何咏梅到访，豆角、胡萝卜、油菜、菠菜", ["沙建业", "何咏梅"]),
        ("马克思主义哲学，学习马克思主义", []),
    ],
)
def test_what_speaks_for_a_name(text: str, names: list[str]) -> None:
    assert persons(text) == names

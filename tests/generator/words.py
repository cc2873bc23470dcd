"""Fictional units, persons, headlines and sentences, filled in at random."""

import random
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Dice:
    """Random choices that hypothesis can replay and shrink; the first of a sequence counts as the simplest."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any]) -> None:
        self.draw = draw

    def pick(self, options: Sequence[T]) -> T:
        """One of the options."""
        return options[self.draw(st.integers(0, len(options) - 1))] if len(options) > 1 else options[0]

    def number(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return int(self.draw(st.integers(low, high)))

    def chance(self, percent: int) -> bool:
        """Whether it happens, in `percent` of 100 cases."""
        return int(self.draw(st.integers(0, 99))) >= 100 - percent

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        """Some of the options, each at most once."""
        return self.draw(st.lists(st.sampled_from(options), min_size=low, max_size=high, unique=True))  # type: ignore[no-any-return]


class SeededDice(Dice):
    """The same choices from a seed: texts that have nothing in common, made ten times as fast."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def pick(self, options: Sequence[T]) -> T:
        return self.random.choice(options)

    def number(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def chance(self, percent: int) -> bool:
        return self.random.randrange(100) < percent

    def some(self, options: Sequence[T], low: int, high: int) -> list[T]:
        return self.random.sample(list(options), self.random.randint(low, min(high, len(options))))


CITIES = ("岚桥", "云岫", "鹿溪", "望澜")
DISTRICTS = ("石汀", "梧岭", "松坞", "柏渡", "荷塘湾")
SURNAMES = (*tuple("李王赵陈周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘姚蒋蔡汪杜叶程苏魏吕丁任沈"), "欧阳", "上官")
GIVEN = tuple("青明远帆岚雨晴浩然文静海峰建国思齐晓彤子涵")
CITY_UNITS = ("市总工会办公室", "市总工会", "市职工服务中心", "市教育工会", "市医务工会", "市总工会权益保障部", "市公交集团工会", "市自来水公司工会", "市档案局", "市卫生健康委", "市总工会组织部")
DISTRICT_UNITS = ("区总工会", "区教育局", "区人力资源和社会保障局", "区税务局", "区融媒体中心")
MEETINGS = ("职工代表大会", "年度工作会议", "安全生产专题会议", "座谈会", "“县级工会加强年”推进会", "第3次常委（扩大）会议", "半年工作总结会")
EVENTS = ("职工技能竞赛", "“送清凉”慰问活动", "法律知识讲座", "女职工健康体检", "“书香班组”读书分享会", "消防应急演练", "困难职工帮扶行动", "健步走活动")
TOPICS = ("产业工人队伍建设改革", "职工之家建设", "新就业形态劳动者入会", "集体协商要约行动", "数字化服务平台应用", "劳模工作室创建")
WAYS = ("三个聚焦", "四张清单", "五步工作法", "1+3+N")


def city_unit(dice: Dice) -> str:
    """市总工会, 市教育工会 …"""
    return dice.pick(CITY_UNITS)


def unit(dice: Dice) -> str:
    """A unit of the city or of a district."""
    return city_unit(dice) if dice.chance(50) else dice.pick(DISTRICTS) + dice.pick(DISTRICT_UNITS)


def person(dice: Dice) -> str:
    """Surname and one or two characters."""
    first = dice.pick(GIVEN)
    return dice.pick(SURNAMES) + first + (dice.pick([g for g in GIVEN if g != first]) if dice.chance(60) else "")


def headline(dice: Dice) -> str:
    """8 to 26 characters, without a blank and without a full stop."""
    who = unit(dice)
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{who}召开{dice.pick(MEETINGS)}",
        lambda: f"{who}{dice.pick(('开展', '举办', '启动'))}{dice.pick(EVENTS)}",
        lambda: f"{dice.pick(DISTRICTS)}区“{dice.pick(WAYS)}”推进{dice.pick(TOPICS)}",
        lambda: f"{who}扎实推进{dice.pick(TOPICS)}",
        lambda: f"{dice.number(12, 96)}个班组获评{dice.pick(CITIES)}市“工人先锋号”",
        lambda: f"聚焦{dice.pick(TOPICS)} {who}出实招".replace(" ", "，"),
        lambda: f"{dice.pick(EVENTS)}在{dice.pick(DISTRICTS)}区举行",
    )
    return dice.pick(forms)()


def day(dice: Dice) -> str:
    """When it happened, as sentences open."""
    return dice.pick((f"{dice.number(1, 12)}月{dice.number(1, 28)}日", "近日", "日前", f"{dice.number(1, 12)}月上旬", "今年以来", "3月2日至5日"))


def opening(dice: Dice) -> str:
    """The first sentence of an item."""
    who = unit(dice)
    return dice.pick((
        f"{day(dice)}，{who}在{dice.pick(DISTRICTS)}区工人文化宫举办{dice.pick(EVENTS)}，{dice.number(20, 480)}余名职工参加。",
        f"{day(dice)}，{who}召开{dice.pick(MEETINGS)}，{dice.pick(('总结工作', '部署任务', '通报情况'))}，{person(dice)}主持会议。",
        f"{day(dice)}，{who}主席{person(dice)}一行到{dice.pick(DISTRICTS)}区调研{dice.pick(TOPICS)}情况。",
        f"为深入推进{dice.pick(TOPICS)}，{who}于{dice.number(1, 12)}月{dice.number(1, 28)}日印发《{dice.pick(TOPICS)}实施方案》（以下简称《方案》），明确{dice.number(3, 9)}项任务。",
    ))  # fmt: skip


def _sentences(dice: Dice) -> tuple[Callable[[], str], ...]:
    return (
        lambda: f"会议指出，要围绕{dice.pick(TOPICS)}，细化措施，压实责任，确保各项工作落到实处。",
        lambda: f"活动期间，共发放宣传资料{dice.number(200, 3000)}余份，解答咨询{dice.number(20, 300)}多人次，满意率达到{dice.number(80, 99)}.{dice.number(1, 9)}%。",
        lambda: f"一是加强组织领导。成立由{person(dice)}任组长的工作专班。二是突出重点环节。走访企业（含个体工商户）{dice.number(10, 90)}家，收集建议{dice.number(10, 90)}条。",
        lambda: f"“这样的活动很实用，希望多办几场。”职工{person(dice)}说。",
        lambda: f"截至目前，全区已建成服务站点 {dice.number(10, 99)} 个，投入资金{dice.number(10, 800)}万元，惠及职工{dice.number(1000, 9000)}人。",
        lambda: f"{unit(dice)}、{dice.pick(DISTRICTS)}区财政局等单位负责人参加。",
        lambda: "下一步，将认真总结经验，完善长效机制，不断提升服务职工水平。",
        lambda: f"参赛选手分为理论考试、实际操作两个环节比拼，最终{person(dice)}获得一等奖，{person(dice)}等{dice.number(2, 6)}人获得二等奖。",
        lambda: f"{dice.pick(CITIES)}市、{dice.pick(DISTRICTS)}区两级工会联动，推动{dice.pick(TOPICS)}走深走实；建立问题、任务、责任、时限4张清单，实行销号管理。",
        lambda: f"全年计划培训骨干{dice.number(20, 90)}人次（其中女职工不少于三成），目前已完成{dice.number(3, 9)}期。",
        lambda: f"{person(dice)}强调，要坚持问题导向，把{dice.pick(TOPICS)}作为今年的重点任务抓紧抓好（具体分工见附表）。",
    )


def sentences(dice: Dice, low: int, high: int) -> str:
    """Some different sentences in a row."""
    forms = _sentences(dice)
    return "".join(forms[at]() for at in dice.some(range(len(forms)), low, high))


def paragraph(dice: Dice, *, first: bool) -> str:
    """One to four sentences; the first of an item says when and who."""
    return opening(dice) + sentences(dice, 0, 3) if first else sentences(dice, 1, 4)

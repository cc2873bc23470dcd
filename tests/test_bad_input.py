"""Time grows with the length of the input and no faster, whatever the input is."""

import statistics
import time
from collections.abc import Callable

import pytest

from pipeline.extract import extract

SPAN = 4
"""How many times longer the long text is: linear takes 4 times as long, quadratic 16 times."""
LIMIT = 7.0
"""Largest ratio of the times for a text and for a quarter of it: passed where more than four sevenths of the time grow with the square, while
n and 2n at 3.5 would need six sevenths, and a text four times as long. Times are of the processor, so that what else runs counts little."""
SHORTEST = 0.02
"""Seconds for the long text; what takes less says nothing."""
LONGEST = 4.0
"""Seconds for the long text: too long, even where it is linear."""

HEAD = "工会信息\n2020年第3期\n青山市总工会办公室　　2020年5月6日\n━━━━━━━━━━━━\n"
ITEMS = "〔要闻〕\n\n　　　　市总工会召开会议\n　　5月6日，市总工会召开会议，部署工作。（市总工会办公室　李青）\n\n"
FOOT = "━━━━━━━━━━━━\n报：省总工会，市委办公室。\n发：各区总工会。\n责任编辑：李青　　电话：0999-1234567　　共印60份\n"


def seconds(data: bytes) -> float:
    """Time of the processor for one document."""
    start = time.process_time()
    extract(data)
    return time.process_time() - start


def assert_linear(make: Callable[[int], str], size: int) -> None:
    """`make` gives a text of about so many characters; it may take about SPAN times as long as a text of a SPAN-th of it."""
    small, large = make(size // SPAN).encode(), make(size).encode()
    whole = seconds(large)
    if whole > LONGEST:
        whole = seconds(large)  # noise only ever adds
    assert whole < LONGEST, f"{whole:.1f} s for {len(large)} bytes"
    if whole < SHORTEST:
        return  # it is over before noise could be told from growth
    ratio = whole / seconds(small)
    if ratio > LIMIT:
        ratio = statistics.median(seconds(large) / seconds(small) for _ in range(3))
    assert ratio < LIMIT, f"{whole:.2f} s for {len(large)} bytes, {ratio:.1f} times as long as for {len(small)}"


@pytest.fixture(autouse=True, scope="module")
def _patterns_compiled() -> None:
    """What is done once is done before the first measurement."""
    extract(f"{HEAD}目录\n1. 市总工会召开会议……1\n\n{ITEMS}{FOOT}".encode())
    extract(_official("关于开展活动的通知", "各县人民政府").encode())


def repeated(unit: str) -> Callable[[int], str]:
    """The same again and again, about so many characters."""
    return lambda size: unit * (size // len(unit))


ONE_LINE = (
    "（", "〔", "“", "《", "一", "、", "。", "　", " ", ".", "…", "—", "1", "△", "#", "・", "·", "-", "=", "*", "：", "年", "第", "甲", "a", "|", "[",
    "（〔", "）（", "（）", "一、", "第第第", "第一", "1.", "2020年", "2020年1月", "2020-1", "一二", "总第", "第1期", "甲 ", "甲　", "甲、", "甲：", "甲·", "甲…", " .", "…　",
    "报：", "编辑：甲 ", "通讯员", "供稿：", "。（甲）", "a@b.", "〔2020〕1号", "[a](", "是一", "附件：", "《甲》、",
)  # fmt: skip


@pytest.mark.parametrize("unit", ONE_LINE)
def test_one_line_of_a_quarter_of_a_megabyte(unit: str) -> None:
    assert_linear(repeated(unit), 2**18 // 3)


MANY_LINES = (
    "甲\n", "\n甲\n", "一、甲\n", "△甲乙丙。（丁戊）\n", "- 3 -\n", "3\n", "甲乙\n- 3 -\n", "甲\f", "\f", "报：\n", "报：甲，乙\n", "1. 甲乙丙丁……3\n", "　　甲乙。\n", "——甲\n", "（甲）\n",
    "〔甲〕\n", "第1期\n", "2020年1月2日\n", "编辑：甲\n", "　　　　　　甲\n", "—————\n", "目录\n", "编者按：甲\n", "附件：1.甲\n", "各区：\n", "甲\r\n", "关于甲的通知\n", "```\n", "# 甲\n", "> 报：甲\n", "**甲**\n", "[甲](乙) @丙\n",
)  # fmt: skip


@pytest.mark.parametrize("unit", MANY_LINES)
def test_the_same_line_again_and_again(unit: str) -> None:
    assert_linear(repeated(unit), 5000)


@pytest.mark.parametrize("unit", ["【问题】检查工地十四处，发现隐患二十三项，全部整改到位。\n", "延长末班时间\n【答复】经研究，同意延长，自九月一日起执行。\n"])
def test_words_in_brackets_again_and_again(unit: str) -> None:
    """What names a part of a text is told from the texts above it, of which there may be thousands."""
    assert_linear(repeated(f"　　{unit}"), 80_000)


FRAMES: dict[str, Callable[[str], str]] = {
    "masthead": lambda run: HEAD.replace("\n青山", f"\n{run}\n青山") + ITEMS + FOOT,
    "name": lambda run: run + HEAD + ITEMS + FOOT,
    "contents": lambda run: f"{HEAD}目录\n1. 市总工会召开会议……1\n2. {run}\n\n{ITEMS}{FOOT}",
    "heading": lambda run: HEAD + ITEMS.replace("要闻", run) + FOOT,
    "title": lambda run: HEAD + ITEMS.replace("　　　　市总", f"　　　　{run}市总") + FOOT,
    "run-in title": lambda run: f"{HEAD}{ITEMS}{run} 近日，会议召开。\n\n{FOOT}",
    "paragraph": lambda run: HEAD + ITEMS.replace("部署工作", run) + FOOT,
    "attribution": lambda run: HEAD + ITEMS.replace("李青", run) + FOOT,
    "open attribution": lambda run: HEAD + ITEMS.replace("李青）", run) + FOOT,
    "credit": lambda run: f"{HEAD}{ITEMS}　　　　市里开展活动\n　　近日，开展活动。\n　　供稿：{run}\n\n{FOOT}",
    "byline": lambda run: f"{HEAD}{ITEMS}　　　　市里开展活动\n　　　　　通讯员　{run}\n　　近日，开展活动。\n\n{FOOT}",
    "brief": lambda run: f"{HEAD}{ITEMS}〔短讯〕\n△{run}\n△近日，开展活动。（李青）\n\n{FOOT}",
    "note": lambda run: f"{HEAD}编者按：{run}\n\n{ITEMS}{FOOT}",
    "distribution": lambda run: HEAD + ITEMS + FOOT.replace("市委办公室", run),
    "colophon": lambda run: HEAD + ITEMS + FOOT.replace("李青", run),
    "telephone": lambda run: HEAD + ITEMS + FOOT.replace("0999-1234567", run),
    "foot": lambda run: f"{HEAD}{ITEMS}{FOOT}{run}\n",
    "official title": lambda run: _official(f"关于{run}的通知", "各县人民政府"),
    "addressees": lambda run: _official("关于开展活动的通知", f"各县人民政府，{run}"),
    "signature": lambda run: _official("关于开展活动的通知", "各县人民政府", run),
}


def _official(title: str, to: str, signed: str = "青山市人民政府") -> str:
    return (
        f"青山市人民政府文件\n青政发〔2020〕3号\n━━━━━━━━━━━\n{title}\n{to}：\n　　现通知如下。\n\n　　　　　{signed}\n　　　　　　　2020年5月6日\n"
        f"━━━━━━━━\n抄送：市委，{signed}。\n━━━━━━━━\n{signed}　　2020年5月7日印发\n"
    )


RUNS = ("甲", " ", "　", "\t", ".", "…", "·", "・", "—", "（", "1", "a", "、", "甲工会、", "甲 ", "1-", "年1", " .", "（甲）", "第一期", "编辑：甲", "a@")


@pytest.mark.parametrize("unit", RUNS)
@pytest.mark.parametrize("frame", FRAMES)
def test_a_long_run_in_each_part_of_a_bulletin(frame: str, unit: str) -> None:
    def make(size: int) -> str:
        return FRAMES[frame](unit * (size // len(unit)) + "乙")

    assert_linear(make, 4000)


def _contents(size: int) -> str:
    rows = [f"第{at}项工作稳步推进取得成效" for at in range(size)]
    listed = "".join(f"{at}. {row}……{at}\n" for at, row in enumerate(rows, 1))
    return f"{HEAD}目录\n{listed}\n" + "".join(f"　　　　{row}\n　　正文。\n" for row in rows)


SCALED: dict[str, tuple[Callable[[int], str], int]] = {
    "contents": (_contents, 500),
    "contents without a body": (lambda size: HEAD + "目录\n" + "".join(f"{at}. 第{at}项工作稳步推进……{at}\n" for at in range(size)), 750),
    "contents of one entry again and again": (lambda size: "目录\n\n" + "工会召开会议\n" * size + "\n" + "工会召开会议 甲乙。\n" * size, 400),
    "briefs": (lambda size: HEAD + "〔短讯〕\n" + "".join(f"△3月{at}日，某会召开会议。（某会{at}）\n" for at in range(size)), 1250),
    "equal briefs": (lambda size: HEAD + "〔短讯〕\n" + "△近日，某会召开会议。（某会）\n" * size, 1250),
    "page numbers": (lambda size: "".join(f"甲乙丙\n- {at % 990 + 1} -\n" for at in range(size)), 2000),
    "sections": (lambda size: HEAD + "".join(f"〔栏目{at}〕\n\n标题{at} 正文。\n\n" for at in range(size)), 750),
    "units in one attribution": (lambda size: HEAD + ITEMS.replace("李青", "、".join(f"第{at}工会" for at in range(size))) + FOOT, 2000),
    "recipients": (lambda size: HEAD + ITEMS + FOOT.replace("市委办公室", "，".join(f"第{at}工会" for at in range(size))), 4000),
    "nothing but 报": (lambda size: "报：" * size, 150_000),
    "editors": (lambda size: HEAD + ITEMS + FOOT + "编辑：李青　　校对：王明\n" * size, 750),
    "lines of every length": (lambda size: "".join("甲乙丙丁戊己庚辛"[at % 8] * (at % 37 + 1) + "\n" for at in range(size)), 1500),
    "one wrapped paragraph": (lambda size: HEAD + "　　　　市里开展活动\n　　" + ("甲乙丙丁" * 9 + "\n") * size + "\n" + FOOT, 2000),
}


@pytest.mark.parametrize("name", SCALED)
def test_many_of_everything(name: str) -> None:
    make, size = SCALED[name]
    assert_linear(make, size)

"""Words around an amount that make it a bound or a rounded figure; they stay outside of its text.

gt  超过 逾 突破          ge  不少于 至少 以上 起 ≥         lt  近 不足 低于 未满          le  不超过 至多 以下 以内 ≤
约, 左右, 近, 上千 say that the figure is rounded; 超过 and 以上 say nothing of that. 以上, 以下, 以内 include the number, 超过 and
不满 do not (民法典, article 1259).
"""

from pipeline.notation.han import is_han
from pipeline.notation.shares import Amount

_BEFORE: dict[str, tuple[str, bool]] = {
    **dict.fromkeys("超过 超過 超出 超 逾 突破 多于 多於 高于 高於 大于 大於 长于 远超 冲破 > ﹥ 跨过".split(), ("gt", False)),
    **dict.fromkeys(
        "不少于 不少於 不低于 不低於 不小于 不短于 不下 不下于 至少 最少 最低 起码 少则 ≥ 不得少于 不得低于 大于等于".split(), ("ge", False)
    ),
    **dict.fromkeys("近 将近 將近 接近 临近 几近 逼近 快 差不多 几乎 近乎".split(), ("lt", True)),
    **dict.fromkeys("不足 不到 少于 少於 低于 低於 小于 小於 未满 未滿 不满 不滿 短于 < 未达 未到".split(), ("lt", False)),
    **dict.fromkeys(
        "不超过 不超過 未超过 不多于 不高于 不大于 至多 最多 最高 封顶 多则 ≤".split(), ("le", False)
    ),
    **dict.fromkeys(
        "不得超过 不得高于 不逾 小于等于 不长于".split(), ("le", False)
    ),
    **dict.fromkeys("约 約 大约 大約 约为 约合 大概 约有 约计 约占 大致 估计 约达 ≈ 约需 约共".split(), ("eq", True)),
    "上": ("ge", True),
}  # fmt: skip
_AFTER: dict[str, tuple[str, bool]] = {
    **dict.fromkeys("及以上 以上 或以上 起 开外 起步".split(), ("ge", False)),
    **dict.fromkeys("及以下 以下 以内 以內 之内 之內 内 內 封顶 或以下".split(), ("le", False)),
    **dict.fromkeys("左右 上下 许 前后 上下浮动".split(), ("eq", True)),
    "强": ("gt", True),
    "弱": ("lt", True),
    "出头": ("gt", True),
}
_BETWEEN = tuple("了为達达到有 ")
_LAST = frozenset(word[-1] for word in _BEFORE)
_FIRST = frozenset(word[0] for word in _AFTER)
_LONGEST = max(map(len, _BEFORE))
_NOT_AFTER = {"内": "容部外涵地", "內": "容部外涵地", "起": "来到步草诉", "前后": "", "许": "可多", "上下": "班级联"}
_LAST_WORDS = ("强", "弱")
"""Where nothing follows them: 三成强, not 三轮强降雨."""
_ROUNDED = ("百", "千", "万", "十万", "百万", "千万", "亿")


def compare(key: str, amount: Amount) -> tuple[str, bool]:
    """The comparator (eq, gt, ge, lt, le), and whether the figure is rounded."""
    if amount.between:
        return "ge", True
    own = "gt" if amount.more else "eq"
    before = _read_before(key, amount)
    after = _read_after(key, amount.end)
    signs = [sign for sign in (before, after) if sign]
    bound = next((sign[0] for sign in signs if sign[0] != "eq"), own)
    return bound, amount.more or any(sign[1] for sign in signs)


def _read_before(key: str, amount: Amount) -> tuple[str, bool] | None:
    """The sign that ends at the amount, or before a 了, 为, 达 that stands between."""
    end = amount.start
    found = _sign_at(key, end, amount)
    if found is None and key.endswith(_BETWEEN, 0, end):
        found = _sign_at(key, end - 1, amount)
    return found


def _sign_at(key: str, end: int, amount: Amount) -> tuple[str, bool] | None:
    if key[end - 1 : end] not in _LAST:
        return None
    for size in range(min(_LONGEST, end), 0, -1):
        sign = _BEFORE.get(key[end - size : end])
        if sign and (size > 1 or _stands(key, end, amount)):
            return sign
    return None


def _stands(key: str, end: int, amount: Amount) -> bool:
    """Whether one character is a word of its own: 近 but not 附近, 上千 but not 以上3家."""
    word, before = key[end - 1], key[end - 2 : end - 1]
    if word == "上":
        return amount.numeral.startswith(_ROUNDED) and before != "以"
    return not (
        (word == "近" and before in tuple("附最邻远靠亲贴就"))
        or (word in "约約" and before in tuple("节契签条预制简公合大"))
        or (word == "快" and before in tuple("加尽赶飞愉轻更最较增"))
        or (word == "超" and before in tuple("高反赶"))
    )


def _read_after(key: str, end: int) -> tuple[str, bool] | None:
    if key[end : end + 1] not in _FIRST:
        return None
    for size in (4, 3, 2, 1):
        word = key[end : end + size]
        sign = _AFTER.get(word)
        after = key[end + size : end + size + 1]
        if sign and len(word) == size and after not in tuple(_NOT_AFTER.get(word, "")) and not (word in _LAST_WORDS and after and is_han(after)):
            return sign
    return None

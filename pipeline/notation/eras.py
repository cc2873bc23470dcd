"""年号: names by which years were counted, as texts on local history cite them."""

_REIGNS = (
    "洪武1368 建文1399 永乐1403 洪熙1425 宣德1426 正统1436 景泰1450 天顺1457 成化1465 弘治1488 正德1506 嘉靖1522 隆庆1567 万历1573 "
    "泰昌1620 天启1621 崇祯1628 顺治1644 康熙1662 雍正1723 乾隆1736 嘉庆1796 道光1821 咸丰1851 同治1862 光绪1875 宣统1909"
)
"""Ming and Qing, each with the year that was its first (元年)."""
_LONGEST = 61
"""康熙六十一年."""

FIRST_YEARS = {reign[:2]: int(reign[2:]) for reign in _REIGNS.split()}
_TRADITIONAL = {"永樂": "永乐", "正統": "正统", "順治": "顺治", "光緒": "光绪", "宣統": "宣统", "咸豐": "咸丰", "嘉慶": "嘉庆", "萬曆": "万历", "天啟": "天启", "崇禎": "崇祯", "隆慶": "隆庆", "康煕": "康熙"}  # fmt: skip
FIRST_YEARS.update((long, FIRST_YEARS[short]) for long, short in _TRADITIONAL.items())
FIRST_YEARS.update(dict.fromkeys(("民国", "民國"), 1912))


def era_year(era: str, number: int) -> int | None:
    """The year of the common era in which most of 康熙三年 or 民国三十八年 fell; None beyond what a reign can last."""
    longest = 200 if era.startswith("民") else _LONGEST
    return FIRST_YEARS[era] + number - 1 if era in FIRST_YEARS and 1 <= number <= longest else None

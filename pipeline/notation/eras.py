"""年号: names by which years were counted, as texts on local history cite them."""

from pipeline.lexicon.scripts import in_traditional

_REIGNS = (
    "洪武1368 建文1399 永乐1403 洪熙1425 宣德1426 正统1436 景泰1450 天顺1457 成化1465 弘治1488 正德1506 嘉靖1522 隆庆1567 万历1573 "
    "泰昌1620 天启1621 崇祯1628 顺治1644 康熙1662 雍正1723 乾隆1736 嘉庆1796 道光1821 咸丰1851 同治1862 光绪1875 宣统1909"
)
"""Ming and Qing, each with the year that was its first (元年)."""
FIRST_YEARS = {reign[:2]: int(reign[2:]) for reign in _REIGNS.split()} | {"民国": 1912}
FIRST_YEARS.update({in_traditional(era).replace("历", "曆"): year for era, year in FIRST_YEARS.items()})
"""In short and in long form, 民国 among them."""
_STARTS = sorted({*FIRST_YEARS.values()} - {FIRST_YEARS["泰昌"]})
_LAST_YEARS = dict(zip(_STARTS, [first - 1 for first in _STARTS[1:]], strict=False)) | {FIRST_YEARS["泰昌"]: 1620, FIRST_YEARS["民国"]: 2111}
"""First year of a reign → its last: the next is counted from the new year after. 泰昌 lasted a month of the last year of 万历."""


def era_year(era: str, number: int) -> int | None:
    """The year of the common era in which most of 康熙三年 or 民国三十八年 fell; None beyond what a reign can last."""
    first = FIRST_YEARS.get(era, 0)
    year = first + number - 1
    return year if number >= 1 and year <= _LAST_YEARS.get(first, 0) else None

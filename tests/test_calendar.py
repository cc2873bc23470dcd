"""The calendars and the bounds of EDTF, held against independent implementations: datetime, edtf, lunar-python."""

import datetime

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import LunarYear, Solar

from pipeline.notation import calendar, eras, holidays, lunar

DAYS = st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)).map(lambda day: (day.year, day.month, day.day))

JULIAN_DAY = 1721120
"""At noon of 1 March of the year 0."""


@given(DAYS, st.integers(-400_000, 400_000))
def test_days_are_counted_as_datetime_counts(day: calendar.Day, days: int) -> None:
    other = datetime.date(*day) + datetime.timedelta(days=days) if datetime.date(*day).toordinal() + days > 0 else None
    if other is not None:
        assert calendar.shift_days(day, days) == (other.year, other.month, other.day)
    assert calendar.weekday(day) == datetime.date(*day).weekday()
    assert calendar.from_ordinal(calendar.ordinal(day)) == day
    assert calendar.parse_day(calendar.iso(day)) == day


@given(DAYS, st.integers(-5000, 5000))
def test_months_are_shifted_there_and_back(day: calendar.Day, months: int) -> None:
    first = (*day[:2], 1)
    assert calendar.shift_months(calendar.shift_months(first, months), -months) == first
    assert calendar.is_day(calendar.shift_months(day, months))


def closed_forms(day: calendar.Day) -> list[str]:
    year, month, _ = day
    later = calendar.iso(calendar.shift_days(day, 40))
    return [
        f"{year}", f"{year // 10}X", f"{year // 100}XX", f"{year}-{month:02}", calendar.iso(day), f"{year}-21", f"{year}-22", f"{year}-23",
        f"{year}-33", f"{year}-34", f"{year}-35", f"{year}-36", f"{year}-40", f"{year}-41", f"{calendar.iso(day)}~", f"{year}-{month:02}~",
        f"{calendar.iso(day)}/{later}", f"{year}/{later}", f"{year}/{year + 2}", f"{year}-{month:02}/{year + 1}-{month:02}",
        f"{year}~/{year + 3}~", f"{calendar.iso(day)}~/{later}", f"{year}-01/{year}-09",
    ]  # fmt: skip


OPEN_FORMS = [
    ("2020/..", "2020-01-01", None, "year"),
    ("2020-05-19/..", "2020-05-19", None, "day"),
    ("2020-05-19/", "2020-05-19", None, "day"),
    ("/2020-05-19", None, "2020-05-19", "day"),
    ("../2020-05", None, "2020-05-31", "month"),
    ("[..2020-05-19]", None, "2020-05-19", "day"),
    ("[2020-05-19..]", "2020-05-19", None, "day"),
    ("2019-24", "2019-12-01", "2020-02-29", "season"),
]


@pytest.mark.parametrize("form", [*closed_forms((2020, 2, 29)), *closed_forms((1999, 12, 31))])
def test_bounds_agree_with_edtf(form: str) -> None:
    other = parse_edtf(form)
    ends = tuple(calendar.iso(tuple(end[:3])) for end in (other.lower_strict(), other.upper_strict()))
    assert calendar.bounds(form) == ends


@pytest.mark.parametrize(("form", "first", "last", "precision"), OPEN_FORMS)
def test_bounds_where_edtf_is_wrong(form: str, first: str | None, last: str | None, precision: str) -> None:
    assert calendar.bounds(form) == (first, last)
    assert calendar.precision(form) == precision


@pytest.mark.parametrize(
    ("form", "precision"),
    [("199X", "decade"), ("19XX", "century"), ("2020", "year"), ("2020-40", "half"), ("2020-33", "quarter"), ("2020-22", "season"),
     ("2020-05~", "month"), ("2020/2020-05-19", "year"), ("2020-05-06/2020-05-15", "day")],
)  # fmt: skip
def test_precision(form: str, precision: str) -> None:
    assert calendar.precision(form) == precision


@pytest.mark.parametrize("form", ["", "2020-5", "May", "2020-05-19T08", "20XX-05"])
def test_what_is_no_edtf_of_ours(form: str) -> None:
    with pytest.raises(ValueError, match="EDTF"):
        calendar.bounds(form or "x")


def test_every_lunar_month_of_two_centuries() -> None:
    for year in range(lunar.FIRST_YEAR, lunar.LAST_YEAR + 1):
        for month in LunarYear.fromYear(year).getMonths():
            if month.getYear() != year:
                continue
            number, leap = abs(month.getMonth()), month.getMonth() < 0
            first = lunar.to_gregorian(year, number, 1, leap=leap)
            assert first is not None
            assert calendar.ordinal(first) == month.getFirstJulianDay() - JULIAN_DAY
            assert lunar.month_length(year, number, leap=leap) == month.getDayCount()
        eve = lunar.new_years_eve(year)
        assert eve is not None
        assert calendar.shift_days(eve, 1) == lunar.to_gregorian(year + 1, 1, 1) or year == lunar.LAST_YEAR


@pytest.mark.parametrize(("year", "month", "day"), [(1899, 1, 1), (2101, 1, 1), (2020, 13, 1), (2020, 0, 1), (2020, 1, 31), (2020, 1, 0)])
def test_no_lunar_day(year: int, month: int, day: int) -> None:
    assert lunar.to_gregorian(year, month, day) is None


def test_a_leap_month_where_there_is_none() -> None:
    assert lunar.to_gregorian(2021, 4, 1, leap=True) is None
    assert lunar.month_length(2021, 4, leap=True) is None


@pytest.mark.parametrize(("name", "term"), [("清明节", "清明"), ("冬至", "冬至")])
def test_solar_terms(name: str, term: str) -> None:
    holiday = holidays.HOLIDAYS[holidays.names()[name]]
    for year in range(1930, 2020):
        solar = Solar.fromYmd(year, 6, 1).getLunar().getJieQiTable()[term]
        assert holidays.day_of(holiday, solar.getYear()) == (solar.getYear(), solar.getMonth(), solar.getDay())


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [("春节", 2020, (2020, 1, 25)), ("除夕", 2020, (2020, 1, 24)), ("元宵节", 2020, (2020, 2, 8)), ("端午节", 2020, (2020, 6, 25)),
     ("中秋节", 2020, (2020, 10, 1)), ("重阳节", 2019, (2019, 10, 7)), ("腊八", 2020, (2020, 1, 2)), ("母亲节", 2020, (2020, 5, 10)),
     ("父亲节", 2020, (2020, 6, 21)), ("感恩节", 2020, (2020, 11, 26)), ("國慶節", 2020, (2020, 10, 1)), ("婦女節", 1999, (1999, 3, 8))],
)  # fmt: skip
def test_holidays(name: str, year: int, day: calendar.Day) -> None:
    assert holidays.day_of(holidays.HOLIDAYS[holidays.names()[name]], year) == day


def test_a_festival_beyond_the_table() -> None:
    assert holidays.day_of(holidays.HOLIDAYS[holidays.names()["春节"]], 2150) is None


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [("康熙", 61, 1722), ("光绪", 24, 1898), ("光緒", 34, 1908), ("民国", 38, 1949), ("民國", 98, 2009), ("洪武", 1, 1368), ("康熙", 62, None),
     ("民国", 0, None), ("贞观", 3, None)],
)  # fmt: skip
def test_eras(era: str, number: int, year: int | None) -> None:
    assert eras.era_year(era, number) == year

"""农历: the Chinese calendar of 1900–2100, for festivals and for dates printed in it.

A year of the table is five hexadecimal digits, the customary form: bits 16–5 say which months have 30 days, bit 17 whether the
leap month (闰月) has, the last digit which month is followed by a leap month. The values are those that the Hong Kong Observatory
publishes (香港天文台公历与农历日期对照表); the tests hold them against an independent implementation.
"""

from pipeline.notation.calendar import Day, shift_days

FIRST_YEAR = 1900
LAST_YEAR = 2100
_NEW_YEAR = (1900, 1, 31)
_YEARS = (
    "04bd804ae00a570054d50d2600d95016554056a009ad0055d204ae00a5b60a4d00d2501d2550b5400d6a00ada2095b014977"
    "049700a4b00b4b506a5006d401ab5402b6009570052f204970065660d4a00ea5016a9505ad002b60186e3092e01c8d70c950"
    "0d4a01d8a60b550056a01a5b4025d0092d00d2b20a9500b55706ca00b5501535504da00a5b014573052b00a9a80e95006aa0"
    "0aea60ab5004b600aae40a570052600f2630d95005b57056a0096d004dd504ad00a4d00d4d40d2500d5580b5400b6a0195a6"
    "095b0049b00a9740a4b00b27a06a5006d400af460ab600957004af504970064b0074a30ea5006b5805ac00ab60096d5092e0"
    "0c9600d9540d4a00da5007552056a00abb7025d0092d00cab50a9500b4a00baa40ad50055d904ba00a5b015176052b00a930"
    "0795406aa00ad5005b5204b600a6e60a4e00d2600ea650d53005aa0076a3096d004afb04ad00a4d01d0b60d2500d5200dd45"
    "0b5a0056d0055b2049b00a5770a4b00aa501b25506d200ada014b6309370049f804970064b0168a60ea5006b201a6c40aae0"
    "092e00d2e30c9600d5570d4a00da5005d55056a00a6d0055d4052d00a9b80a9500b4a00b6a60ad50055a00aba40a5b0052b0"
    "0b273069300733706aa00ad5014b5504b600a570054e40d1600e9680d5200daa016aa6056d004ae00a9d40a2d00d1500f252"
    "0d520"
)
_starts: list[Day] = []


def to_gregorian(year: int, month: int, day: int, *, leap: bool = False) -> Day | None:
    """The day of a lunar date, `leap` for one in 闰月; None where the calendar or the table has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12:
        return None
    before, code = 0, _code(year)
    for number, is_leap, length in _months(code):
        if (number, is_leap) == (month, leap):
            return shift_days(new_year(year), before + day - 1) if 1 <= day <= length else None
        before += length
    return None


def new_year(year: int) -> Day:
    """正月初一 of a year of the table."""
    if not _starts:
        _starts.append(_NEW_YEAR)
        for each in range(FIRST_YEAR, LAST_YEAR + 1):
            _starts.append(shift_days(_starts[-1], sum(length for _, _, length in _months(_code(each)))))
    return _starts[year - FIRST_YEAR]


def new_years_eve(year: int) -> Day | None:
    """除夕, the last day of a lunar year of the table."""
    return shift_days(new_year(year + 1), -1) if FIRST_YEAR <= year <= LAST_YEAR else None


def month_length(year: int, month: int, *, leap: bool = False) -> int | None:
    """29 or 30; None where the table has no such month."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return next((length for number, is_leap, length in _months(_code(year)) if (number, is_leap) == (month, leap)), None)


def _code(year: int) -> int:
    at = 5 * (year - FIRST_YEAR)
    return int(_YEARS[at : at + 5], 16)


def _months(code: int) -> list[tuple[int, bool, int]]:
    """Number, whether it is a leap month, days: in their order in the year."""
    months: list[tuple[int, bool, int]] = []
    for month in range(1, 13):
        months.append((month, False, 29 + (code >> (16 - month) & 1)))
        if code & 15 == month:
            months.append((month, True, 29 + (code >> 16 & 1)))
    return months

"""What dates.py runs inside an environment of its own: one of the peers over texts, JSON in and JSON out.

Standard input: [[text, "2020-05-19"], …]; output: {"seconds": …, "dates": [[[start, end, [[first, last], …]], …], …]} with the days that
each mention may mean. It needs jionlp or recognizers-text-suite, and nothing of this package.
"""

import contextlib
import datetime
import io
import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Found = tuple[int, int, list[list[str]]]
Reader = Callable[[str, datetime.datetime], list[Found]]


def jionlp() -> Reader:
    """JioNLP's extract_time with parsing."""
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp

    def read(text: str, day: datetime.datetime) -> list[Found]:
        found: list[Found] = []
        for row in jionlp.ner.extract_time(text, time_base=day.timestamp(), with_parsing=True):
            times = row.get("detail", {}).get("time")
            days = [[str(end)[:10] for end in times]] if isinstance(times, list) else []
            if row["type"] in ("time_point", "time_span"):
                found.append((*row["offset"], days))
        return found

    return read


def recognizers() -> Reader:
    """Microsoft.Recognizers.Text, Chinese; both the past and the future reading that it offers count as its answer."""
    from recognizers_date_time import Culture, DateTimeRecognizer

    model = DateTimeRecognizer(Culture.Chinese).get_datetime_model()

    def read(text: str, day: datetime.datetime) -> list[Found]:
        rows = [row for row in model.parse(text, day) if "date" in row.type_name.rpartition(".")[2]]
        return [(row.start, row.end + 1, [*_days((row.resolution or {}).get("values") or [])]) for row in rows]

    return read


def _days(values: list[dict[str, Any]]) -> Iterator[list[str]]:
    """First and last day of each reading; the end of a span is sometimes its last day and sometimes the one after, so both count."""
    for value in values:
        if "value" in value:
            yield [str(value["value"])[:10]] * 2
        elif "start" in value and "end" in value:
            first, last = str(value["start"])[:10], str(value["end"])[:10]
            yield [first, last]
            with contextlib.suppress(ValueError):
                yield [first, (datetime.date.fromisoformat(last) - datetime.timedelta(days=1)).isoformat()]


def main() -> None:
    """Read every text once."""
    read = {"jionlp": jionlp, "recognizers": recognizers}[sys.argv[1]]()
    texts = [(text, datetime.datetime.fromisoformat(f"{day}T12:00:00")) for text, day in json.load(sys.stdin)]
    for text, day in texts[:3]:
        read(text, day)  # what is loaded and compiled at the first use is not counted
    start, dates = time.process_time(), []
    for text, day in texts:
        try:
            dates.append(read(text, day))
        except Exception:  # noqa: BLE001  a peer that fails on a text has found nothing in it
            dates.append([])
    json.dump({"seconds": time.process_time() - start, "dates": dates}, sys.stdout)


if __name__ == "__main__":
    main()

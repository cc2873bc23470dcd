"""Datasette's own search box for `items`, where Datasette is installed beside this package: any Chinese word, as `pipeline.search` finds it.

Datasette hands what is typed to the tokenizer of the index as it is, and no tokenizer of SQLite cuts Chinese into pairs (sqlite_search.py).
"""

from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.filters import FilterArguments

from pipeline.writers.sqlite_search import FILTER

_TABLE, _INDEX = "items", "searched_items"


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]  # after Datasette itself has said that there is no search
def filters_from_request(request: Any, database: str, table: str, datasette: Any) -> Callable[[], Awaitable[FilterArguments | None]]:
    """The condition that `?_search=…` stands for, on a table that we have written."""

    async def found() -> FilterArguments | None:
        if table != _TABLE or not await datasette.get_database(database).table_exists(_INDEX):
            return None
        words = request.args.get("_search") or ""
        context = {"supports_search": True, "search": words}
        if not words.strip():
            return FilterArguments([], extra_context=context)
        return FilterArguments([FILTER], {"words": words}, [f'search matches "{words}"'], context)

    return found

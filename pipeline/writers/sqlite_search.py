"""Full-text search for Chinese in SQLite: every word of one character or more is found, wherever it stands.

SQLite's own tokenizers fail here: `unicode61` takes a whole clause for one word, `trigram` finds no word of two characters.
So the index holds pairs of neighbours, 工会信息 as 工会 会信 信息 息, and a word is looked for as the row of its pairs:

    工会        "工会"
    工会信息    "工会"+"会信"+"信息"
    慰问 工会    "慰问" "工会"         both, anywhere
    工          "工"*                 the beginning of a pair

QUERY makes that expression in SQL, so that Datasette and any other program can ask with the word as it is typed.
"""

import sqlite3
from typing import NamedTuple

from pipeline.errors import InputError
from pipeline.writers.files import Path
from pipeline.writers.sqlite_reader import opened

BETWEEN = '\u3000,，。、;；:：!！?？()（）“”‘’《》〈〉[]【】〔〕…—-+*^"\t\r\n'
"""What a person types between words, or FTS5 would take for an operator."""

_PAIRS = f"""\
WITH RECURSIVE
  cleaned(place, words) AS (
    SELECT 1, ''
    UNION ALL
    SELECT place + 1, words || iif(instr('{BETWEEN}', substr(:words, place, 1)), ' ', substr(:words, place, 1))
    FROM cleaned WHERE place <= length(:words)
  ),
  typed(words) AS (SELECT trim(words) || ' ' FROM cleaned ORDER BY place DESC LIMIT 1),
  pairs(place, before, expression) AS (
    SELECT 1, ' ', ''
    UNION ALL
    SELECT place + 1, substr(words, place, 1), expression || CASE
      WHEN substr(words, place, 1) = ' ' THEN ' '
      WHEN substr(words, place + 1, 1) <> ' ' THEN iif(before = ' ', '', '+') || '"' || substr(words, place, 2) || '"'
      WHEN before = ' ' THEN '"' || substr(words, place, 1) || '"*'
      ELSE '' END
    FROM pairs, typed WHERE place < length(words)
  )
"""  # noqa: S608  nothing but the characters above is put in
_EXPRESSION = """SELECT iif(trim(expression) = '', '""', expression) FROM pairs ORDER BY place DESC LIMIT 1"""

FILTER = f"""\
(issue_id, item_id) IN (
  SELECT searched_items.issue_id, searched_items.item_id FROM item_search
  JOIN searched_items ON searched_items.search_id = item_search.rowid
  WHERE item_search MATCH ({_PAIRS}{_EXPRESSION})
)"""  # noqa: S608  nothing but the characters above is put in
"""Condition on rows of `items`, with the parameter :words."""

QUERY = f"""\
{_PAIRS}SELECT issues.date, issues.title AS issue, items.title, substr(items.text,
    max(1, instr(items.text, substr(words, 1, instr(words, ' ') - 1)) - 20), 60) AS excerpt,
  items.issue_id, items.item_id
FROM typed, item_search
JOIN searched_items ON searched_items.search_id = item_search.rowid
JOIN items USING (issue_id, item_id)
JOIN issues USING (issue_id)
WHERE item_search MATCH ({_EXPRESSION})
ORDER BY item_search.rank
LIMIT 100"""  # noqa: S608  nothing but the characters above is put in
"""SQL with the parameter :words; the best hits first (BM25)."""


class Hit(NamedTuple):
    """An item that holds all the words."""

    date: str | None
    """Of the issue, ISO 8601."""
    issue: str | None
    """Title of the issue."""
    title: str | None
    excerpt: str
    """60 characters of its text, around the first word where the text has it."""
    issue_id: str
    item_id: str


def search(path: Path, words: str) -> tuple[Hit, ...]:
    """The items of a SQLite file that hold every one of the words, which stand apart by spaces; at most 100, the best first.

    InputError if the file is none that was written here.
    """
    with opened(path) as connection:
        try:
            return tuple(map(Hit._make, connection.execute(QUERY, {"words": words})))
        except sqlite3.Error as error:
            raise InputError(f"cannot search {path}: {error}") from error

"""Putting many rows into a table at once: hundreds in one statement, and what is the same in all of them only once."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from itertools import chain, islice

_ROWS = 200
"""Rows of one statement: far below what SQLite takes in parameters, and more is hardly faster."""


def insert(
    db: sqlite3.Connection, table: str, columns: Mapping[str, Sequence[object]], *, seldom: Mapping[str, object]
) -> None:
    """Insert rows given as columns of equal length into an empty table, numbered from 1 in their order as `id`.

    The first column differs from row to row. `seldom` names columns that hold nearly always this value; others are put
    in afterwards.
    """
    first, *_ = columns
    many = len(columns[first])
    once: dict[str, object] = dict(seldom)
    for name, column in columns.items():
        if name not in once and name != first and column.count(column[0]) == many:
            once[name] = column[0]
    each = [name for name in columns if name not in once]
    rows = zip(*(columns[name] for name in each), strict=True)
    statement = _statement(table, list(once), each, _ROWS)
    while part := list(islice(rows, _ROWS)):
        if len(part) < _ROWS:
            statement = _statement(table, list(once), each, len(part))
        db.execute(statement, (*once.values(), *chain.from_iterable(part)))
    for name, usual in seldom.items():
        others = [(value, at) for at, value in enumerate(columns[name], start=1) if value != usual]
        db.executemany(f"UPDATE {table} SET {name} = ? WHERE id = ?", others)


def _statement(table: str, once: Sequence[str], each: Sequence[str], rows: int) -> str:
    """One statement for so many rows: first a parameter for each of `once`, then those of row after row."""
    same = [f"?{number}" for number in range(1, len(once) + 1)]
    begins = range(len(once) + 1, len(once) + 1 + rows * len(each), len(each))
    values = (",".join([*same, *(f"?{number}" for number in range(at, at + len(each)))]) for at in begins)
    return f"INSERT INTO {table} ({','.join([*once, *each])}) VALUES {','.join(f'({row})' for row in values)}"

"""Which messages of a book are wanted, and the question to its database that finds them."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from daybook.readmodel.asked import NOTHING, Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which messages: those with these words, from this person, in this chat, in this span of ISO times; "" is any.

    `match` is a query in place of that of the words: one with slips forgiven. `senders` are names that all are meant,
    `kinds` the same for kinds. `picks` are the only messages that can be meant: their numbers, by file. `with_more` are
    only those with something beyond the columns of a book: files that went with them, for one.
    """

    words: Asked = NOTHING
    match: str = ""
    sender: str | None = None
    senders: tuple[str, ...] | None = None
    chat: str | None = None
    kind: str = ""
    kinds: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    with_more: bool = False
    picks: Mapping[str, Collection[int]] | None = field(default=None, hash=False)

    @property
    def query(self) -> str:
        """What the full-text index is asked; "" for nothing."""
        return self.match or self.words.match


class Query(NamedTuple):
    """One question to a book: what it is read from, which column is the id, the condition and its values."""

    tables: str
    id: str
    where: str
    values: tuple[str | int, ...]


def query_of(
    wanted: Wanted,
    span: tuple[int, int],
    index: tuple[str, str],
    *,
    few: bool,
    senders: list[int] | None,
    picks: list[int] | None,
    chat: int | None,
    twins: str,
) -> Query:
    """Words first, or where only `few` messages can be meant, these first: each is then looked at for the words."""
    name, match = index
    tables, here = (f"{name} w", "w.rowid") if match and not few else ("message m", "m.id")
    parts, values = [f"{here} BETWEEN ? AND ?"], list[str | int](span)
    if match:
        tables = f"message m CROSS JOIN {name} w ON w.rowid = m.id" if few else tables
        parts.append(f"w.{name} MATCH ?")
        values.append(match)
    if picks is not None:
        parts.append(f"{here} IN (SELECT value FROM json_each(?))")
        values.append(json.dumps(picks))
    if senders is not None:
        named = f"sender IN ({','.join(map(str, senders))})"
        inside = f"EXISTS (SELECT 1 FROM message o INDEXED BY sent_by WHERE o.{named} AND o.id = {here})"
        parts.append(f"m.{named}" if few or (not match and len(senders) == 1) else inside)
    kinds = (*wanted.kinds, wanted.kind) if wanted.kind else wanted.kinds
    others = [f"o.chat = {chat}"] if chat is not None else []
    others += [f"o.kind IN ({','.join('?' * len(kinds))})"] if kinds else []
    others += ["o.more IS NOT NULL"] if wanted.with_more else []
    if others:
        parts.append(f"EXISTS (SELECT 1 FROM message o WHERE o.id = {here} AND {' AND '.join(others)})")
        values += kinds
    if twins:
        parts.append(f"NOT EXISTS ({twins}{here})")
    return Query(tables, here, " AND ".join(parts), tuple(values))

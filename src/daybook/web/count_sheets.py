"""A page of pictures as a paper: the same drawings, tables and notes, without a way to anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from daybook.export.counts_paper import CountsSheet, Drawn, Table
from daybook.web.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daybook.web.count_notes import Notes
    from daybook.web.count_rows import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a page of pictures shows, before it becomes a page or a paper."""

    title: str
    said: Sequence[str]
    pictures: Sequence[Picture]
    notes: Notes
    chosen: Sequence[str] = ()
    tables: Sequence[Table] = ()


def sheet_of(told: Told) -> CountsSheet:
    """The paper of a page."""
    chosen = [_("Only this is counted:") + " " + "; ".join(told.chosen) + "."] if told.chosen else []
    notes = [(_("Where these numbers come from"), _came_from(told.notes))]
    if apart := [*told.notes.also, *(left.why for left in told.notes.left)]:
        notes.append((_("What is not in the picture"), apart))
    drawings = [
        Drawn(
            title=picture.title,
            svg=picture.alone,
            alt=f"{picture.title}. {picture.says}",
            table=_table(picture) if number == 0 else None,
        )
        for number, picture in enumerate(told.pictures)
    ]
    title = _("In numbers: %(title)s", title=told.title)
    return CountsSheet(title=title, said=[*told.said, *chosen], tables=told.tables, drawings=drawings, notes=notes)


def _came_from(notes: Notes) -> list[str]:
    said = [_("What you wrote down.") + f" {notes.entries}."] if notes.entries else []
    for source in notes.sources:
        words = _("Messages and calls in") + f" {source.name}: {source.counts}."
        if source.days:
            words += " " + _("Its messages are from %(days)s.", days=source.days)
        if source.partly:
            words += " " + _("Of other days this file says nothing.")
        said.append(words)
    return [*said, " ".join(notes.said), only_counts()] if notes.said else [*said, only_counts()]


def only_counts() -> str:
    """What every picture says of itself."""
    return _(
        "They are counts of what is in this notebook, and nothing else is said by them. "
        "What nobody wrote down or brought in is not in them."
    )


def _table(picture: Picture) -> Table:
    total = picture.total
    columns = [
        (words, name)
        for words, name in ((_("Written down"), "entries"), (_("Messages"), "messages"), (_("Calls"), "calls"))
        if getattr(total, name)
    ]
    return Table(
        heads=[picture.head, *(words for words, _name in columns)],
        lines=[
            [row.words, *(f"{getattr(row.cell, name):,}" for _words, name in columns)]
            for row in picture.rows
            if row.cell
        ],
        foot=[_("Together"), *(f"{getattr(total, name):,}" for _words, name in columns)],
    )

"""A picture with the table beside it: every number of the one is in the other, and leads to what is behind it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from daybook.domain.counts.counted import Cell, Counted
from daybook.export.drawn_counts import Mark, Words
from daybook.notebook.behind import Part
from daybook.web.addresses import to
from daybook.web.count_asked import Asked, values_of
from daybook.web.count_words import ENTRIES, SENT, cell_words
from daybook.web.i18n import _

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table and one mark of the picture: its words, what is in it, and where it leads.

    `closer` is the page that shows it larger, "" for none; `behind` the page that lists what was counted.
    """

    label: str
    words: str
    cell: Cell
    part: Part
    closer: str = ""
    behind: str = ""

    @property
    def mark(self) -> Mark:
        """The same in the picture."""
        href = (self.closer or self.behind) if self.cell else ""
        return Mark(
            label=self.label,
            entries=self.cell.entries,
            sent=self.cell.sent,
            href=href,
            says=f"{self.words}: {cell_words(self.cell)}",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: its heading, what it says in words, and the rows of its table, headed `head`."""

    title: str
    says: str
    head: str
    rows: Sequence[Row]
    words: Words
    draw: Callable[[Words, bool], str]

    @property
    def svg(self) -> str:
        """The drawing for a page."""
        return self.draw(self.words, False)  # noqa: FBT003

    @property
    def alone(self) -> str:
        """The drawing for a paper."""
        return self.draw(self.words, True)  # noqa: FBT003

    @property
    def total(self) -> Cell:
        """All rows together."""
        return sum((row.cell for row in self.rows), Cell())


def row(  # noqa: PLR0917  (the parts of a line, from left to right)
    label: str, words: str, cell: Cell, part: Part, asked: Asked, closer: Asked | None = None
) -> Row:
    """A line with its links; `closer` are the values of the page that shows it larger."""
    return Row(
        label=label,
        words=words,
        cell=cell,
        part=part,
        closer=to("pictures.show", **asked, **closer) if closer and cell else "",
        behind=to("behind.show", **asked, **values_of(part)) if cell else "",
    )


def picture(
    title: str,
    rows: Sequence[Row],
    draw: Callable[[Words, bool], str],
    *,
    head: str,
    name: str,
) -> Picture:
    """A picture whose drawing says how much is in it; the table says it all."""
    total = sum((each.cell for each in rows), Cell())
    fullest = max(rows, key=lambda each: (each.cell.sent, each.cell.entries), default=None)
    says = _("In all: %(counts)s.", counts=cell_words(total))
    if fullest is not None and fullest.cell:
        says += " " + _("Most: %(words)s, %(counts)s.", words=fullest.words, counts=cell_words(fullest.cell))
    words = Words(title=title, says=says, entries=_(ENTRIES), sent=_(SENT), name=name)
    return Picture(title=title, says=says, head=head, rows=rows, words=words, draw=draw)


def cell_of(found: Counted[K], key: K) -> Cell:
    """What was counted in a cell; nothing where there is none."""
    return found.cells.get(key) or Cell()

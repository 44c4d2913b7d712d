"""Orders on one paper for the police: what each says, when it was given, and what she says broke a line of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from daybook.export.paper import typeset
from daybook.export.visible import directed, on_paper, paragraphs
from daybook.export.words import PaperWords

Fact = tuple[str, str]
"""What it is called, and what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceLine:
    """A line of an order: its number, its words as they stand, and what is noted of it (a power of arrest)."""

    number: str
    words: str
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceBreach:
    """Something she says broke lines of an order: when, which lines, what happened, who was told."""

    when: str
    lines: str
    words: str
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceOrder:
    """One order with its facts, lines and breaches. `leads_to` is what breaking it leads to, in general words."""

    name: str
    facts: Sequence[Fact]
    leads_to: str
    lines: Sequence[PoliceLine]
    breaches: Sequence[PoliceBreach]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicePage:
    """Everything on the paper. `calls` are earlier talks with the police: when, with whom and their reference."""

    orders: Sequence[PoliceOrder]
    calls: Sequence[PoliceLine] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceWords:
    """The words of this paper that are ours."""

    title: str = "Court orders"
    titles: tuple[str, str, str] = (
        "The lines of the order",
        "What broke a line, as the writer says",
        "Told to police before",
    )
    hers: str = (
        "Written by the person who holds the orders, from what is on the papers and what happened. If a line was "
        "broken is for the police and the court to say."
    )
    line: str = "Line {number}"
    no_lines: str = "The lines are not noted here. They stand on the order."
    no_breaches: str = "None is noted."


def police_page(page: PolicePage, *, paper: PaperWords, made: datetime, words: PoliceWords | None = None) -> bytes:
    """The paper as a tagged A4 file (PDF/A-2a, PDF/UA-1). The same input on the same day gives the same bytes.

    Raises PaperError.
    """
    ours, day = words or PoliceWords(), made.astimezone(UTC).date()
    data: dict[str, Any] = {
        "made_on": paper.made.format(day=paper.day(day)),
        "title": ours.title,
        "titles": list(ours.titles),
        "hers": ours.hers,
        "no_lines": ours.no_lines,
        "no_breaches": ours.no_breaches,
        "note": on_paper(page.note),
        "orders": [_order(order, ours) for order in page.orders],
        "calls": [_line(call.number, call.words, call.notes) for call in page.calls],
    }
    return typeset("police_page", data, made=day, paper=paper)


def _order(order: PoliceOrder, ours: PoliceWords) -> dict[str, Any]:
    return {
        "name": on_paper(order.name),
        "facts": [[on_paper(label), on_paper(value)] for label, value in order.facts],
        "leads_to": on_paper(order.leads_to),
        "lines": [
            _line(ours.line.format(number=line.number) if line.number else "", line.words, line.notes)
            for line in order.lines
        ],
        "breaches": [
            _line(each.when, each.words, (each.lines, *each.notes) if each.lines else each.notes)
            for each in order.breaches
        ],
    }


def _line(heading: str, words: str, notes: Sequence[str]) -> dict[str, Any]:
    return {
        "heading": on_paper(heading),
        "words": [directed(text) for text in paragraphs(words)],
        "notes": [on_paper(note) for note in notes],
    }

"""Pictures of a record on paper: each drawing with its table, and where the numbers come from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from daybook.export.paper import typeset
from daybook.export.visible import directed, on_paper
from daybook.export.words import PaperWords

_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_WIDEST, _HIGHEST = 340.0, 500.0
"""Points a drawing may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Lines of numbers under their headings; the first of each line is words. `foot` is the sum, or empty."""

    heads: Sequence[str]
    lines: Sequence[Sequence[str]]
    foot: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing as an SVG document, what it shows in words, and the table beside it, if it has one of its own."""

    title: str
    svg: str
    alt: str
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountsSheet:
    """Everything on the paper: its title, what was counted, tables and drawings, and groups of notes with titles."""

    title: str
    said: Sequence[str]
    tables: Sequence[Table]
    drawings: Sequence[Drawn]
    notes: Sequence[tuple[str, Sequence[str]]]


def counts_paper(sheet: CountsSheet, *, paper: PaperWords, made: datetime) -> bytes:
    """The paper as a tagged A4 file (PDF/A-2a, PDF/UA-1). The same input on the same day gives the same bytes.

    Raises PaperError.
    """
    day = made.astimezone(UTC).date()
    data: dict[str, Any] = {
        "title": on_paper(sheet.title),
        "said": [directed(words) for words in sheet.said],
        "tables": [_table(table) for table in sheet.tables],
        "drawings": [_drawing(drawn) for drawn in sheet.drawings],
        "notes": [
            {"title": on_paper(title), "lines": [directed(line) for line in lines]} for title, lines in sheet.notes
        ],
    }
    return typeset("counts", data, made=day, paper=paper)


def _drawing(drawn: Drawn) -> dict[str, Any]:
    size = _SIZE.search(drawn.svg)
    wide, high = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
    scale = min(_WIDEST / wide, _HIGHEST / high)
    return {
        "title": on_paper(drawn.title),
        "svg": drawn.svg,
        "alt": drawn.alt,
        "width": wide * scale,
        "height": high * scale,
        "table": _table(drawn.table) if drawn.table else None,
    }


def _table(table: Table) -> dict[str, Any]:
    return {
        "heads": [on_paper(head) for head in table.heads],
        "lines": [[on_paper(cell) for cell in line] for line in table.lines],
        "foot": [on_paper(cell) for cell in table.foot],
    }

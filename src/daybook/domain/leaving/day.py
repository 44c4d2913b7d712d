"""The whole day in order: the lines that fit what she told, hers among them, without those she left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from daybook.domain.leaving.after import afterwards
from daybook.domain.leaving.before import quiet
from daybook.domain.leaving.hour import on_the_day
from daybook.domain.leaving.known import Known
from daybook.domain.leaving.line import Line
from daybook.domain.leaving.missing import Missing, missing
from daybook.domain.leaving.order import MOMENT_ORDER, in_order, moment_of
from daybook.domain.records.leaving_day import LeavingDay, OwnLine
from daybook.domain.said import Said

FACE = Said("Face to face, or from a phone that is not watched.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The lines in order, those she left out, and what is not told yet."""

    lines: tuple[Line, ...]
    aside: tuple[Line, ...]
    missing: tuple[Missing, ...]

    def moments(self) -> list[tuple[str, list[Line]]]:
        """The lines by moment, in order of time; a moment with nothing in it is left out."""
        found = [(moment, [line for line in self.lines if moment_of(line) == moment]) for moment in MOMENT_ORDER]
        return [(moment, lines) for moment, lines in found if lines]


def day(known: Known) -> Day:
    """The day as far as she told of it. Told nothing, it still holds what helps on any day. Raises TangledError."""
    every = in_order([*_by_rule(known), *map(_own, known.day.own)])
    left_out = frozenset(known.day.aside)
    return Day(
        lines=tuple(line for line in every if line.id not in left_out),
        aside=tuple(line for line in every if line.id in left_out),
        missing=tuple(missing(known)),
    )


def _by_rule(known: Known) -> Iterable[Line]:
    return (unwatched(known, line) for line in (*quiet(known), *on_the_day(known), *afterwards(known)))


def unwatched(known: Known, line: Line) -> Line:
    """Rule *nothing from a watched phone* (T01, X32): what is sent says by which way, where hers may be watched."""
    if not (known.watched and "sends" in line.traits):
        return line
    return replace(line, cautions=(*line.cautions, FACE))


def _own(own: OwnLine) -> Line:
    known = next((moment for moment in MOMENT_ORDER if moment == own.moment), "before")
    words = Said("%(words)s", {"words": own.words})
    return Line(id=f"own {own.id}", about="own", words=words, hers=True, moment=known)  # type: ignore[arg-type]


def left_out(known: LeavingDay, line: str, *, out: bool) -> LeavingDay:
    """The same day with a line left out, or back again."""
    others = tuple(found for found in known.aside if found != line)
    return replace(known, aside=(*others, line) if out else others)


def with_own(known: LeavingDay, own: OwnLine) -> LeavingDay:
    """The same day with a line of hers, in the place of one with its id; without it where its words are empty."""
    kept = tuple(found for found in known.own if found.id != own.id)
    aside = tuple(found for found in known.aside if found != f"own {own.id}")
    if not own.words:
        return replace(known, own=kept, aside=aside)
    if len(kept) == len(known.own):
        return replace(known, own=(*kept, own))
    return replace(known, own=tuple(own if found.id == own.id else found for found in known.own))

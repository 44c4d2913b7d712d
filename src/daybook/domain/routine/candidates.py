"""When and where each of her times could be, in a week that keeps what is fixed."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.routine.times import DAY, DAY_CODES, HOUR, Span, is_about, minutes
from daybook.domain.routine.week import Week, is_fresh, is_movable, when

STEP = 30
"""Minutes between two starts that are tried."""
EITHER_WAY = 2 * HOUR
"""How far a time may move where she gave no limits; it stays on its day then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One of her times on one day, with everything it could be. `own` is when it is now; lists are in her order."""

    item: str
    own: Span
    spans: tuple[Span, ...]
    places: tuple[str, ...]
    ways: tuple[str, ...]


def visits(week: Week) -> list[Visit]:
    """Every time of hers on every day it has, in the order she told them. What has no day or no start is left out."""
    return [
        Visit(
            item=item,
            own=own,
            spans=_spans(week, item, own),
            places=_places(week, item),
            ways=tuple(week.ways_of(item)),
        )
        for item, told in week.mine.items()
        for own in when(told)
    ]


def _places(week: Week, item: str) -> tuple[str, ...]:
    told = week.mine[item]
    return (told.place, told.other_place) if is_movable(told) and told.other_place else (told.place,)


def _spans(week: Week, item: str, own: Span) -> tuple[Span, ...]:
    """Its own time first, then the others from Monday on."""
    told = week.mine[item]
    if not is_movable(told):
        return (own,)
    days = [number for number, day in enumerate(DAY_CODES) if day in told.days + told.other_days]
    starts = _starts(own, told.earliest, told.latest)
    others = sorted({own.at(day * DAY + start) for day in days for start in starts} - {own})
    return (own, *others)


def _starts(own: Span, earliest: str, latest: str) -> list[int]:
    """The starts on a day, in minutes from its midnight: on her own clock time, and every half hour in her limits.

    A limit "over by" before the "not before" is on the next day.
    """
    usual = own.start % DAY
    first = minutes(earliest) if earliest else max(0, usual - EITHER_WAY)
    last = minutes(latest) - own.length if latest else min(DAY - 1, usual + EITHER_WAY)
    if latest and minutes(latest) <= first:
        last += DAY
    back = (usual - first) // STEP * STEP if usual >= first else 0
    begin = usual - back if first <= usual <= last else first
    return list(range(begin, last + 1, STEP))


def repeats(week: Week, visit: Visit, span: Span, place: str, way: str) -> bool:
    """Whether this is what the person harming her could wait for: a day, time and place known, by a way not fresh.

    What can be moved is not helped by a fresh way alone: she would still be met there (W21: change the time or the
    place of appointments; change the way to places that cannot be avoided).
    """
    told = week.mine[visit.item]
    known = any(span.day == own.day and is_about(span.start, own.start) for own in when(told))
    if not known or place != told.place:
        return False
    return is_movable(told) or not (way and is_fresh(week.ways[way]))

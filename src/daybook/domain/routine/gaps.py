"""What is still not said about her week, each with the page where it can be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.routine.overlaps import overlaps
from daybook.domain.routine.week import Week, is_fresh, is_movable, is_pattern, when
from daybook.domain.said import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing not said; `record` can be amended, or a record of `kind` is still to be made."""

    said: Said
    record: str = ""
    kind: str = ""


def gaps(week: Week) -> list[Gap]:
    """What is not said, what helps most first; empty before anything was."""
    if not week.mine and not week.theirs:
        return []
    return [*_nobody(week), *_no_time(week), *_no_place(week), *_no_way(week), *_one_way(week), *_about_ways(week)]


def _nobody(week: Week) -> Iterator[Gap]:
    if not week.mine:
        yield Gap(said=Said("No time of yours is written down yet."), kind="routine.1")
    if not week.theirs:
        yield Gap(
            said=Said("No time of %(person)s is written down yet. One that you know anyway is enough to compare."),
            kind="their-time.1",
        )


def _no_time(week: Week) -> Iterator[Gap]:
    everything: list[tuple[str, Routine | TheirTime]] = [*week.mine.items(), *week.theirs.items()]
    for record, told in everything:
        if not when(told):
            yield Gap(said=Said("On which days, and from when? %(what)s", {"what": told.what}), record=record)


def _no_place(week: Week) -> Iterator[Gap]:
    asked = []
    for overlap in overlaps(week):
        if overlap.how == "unsure":
            sides = (overlap.mine, week.mine[overlap.mine]), (overlap.theirs, week.theirs[overlap.theirs])
            asked += [record for record, told in sides if not told.place]
    for record in dict.fromkeys(asked):
        what = (week.mine.get(record) or week.theirs[record]).what
        yield Gap(said=Said("Where is it? %(what)s", {"what": what}), record=record)


def _no_way(week: Week) -> Iterator[Gap]:
    for record, told in week.mine.items():
        if is_pattern(told) and not is_movable(told) and len(week.ways_of(record)) == 0:
            said = Said(
                "Which ways could you go? %(what)s: its time cannot change, so its way can.", {"what": told.what}
            )
            yield Gap(said=said, record=record) if week.ways else Gap(said=said, kind="way.1")


def _one_way(week: Week) -> Iterator[Gap]:
    """One fresh way, taken every day, is a new pattern before long."""
    for record, told in week.mine.items():
        if is_pattern(told) and not is_movable(told) and len(told.days) > 1:
            fresh = [way for way in week.ways_of(record).values() if is_fresh(way)]
            if len(fresh) == 1:
                words = {"what": told.what, "way": fresh[0].name}
                yield Gap(
                    said=Said(
                        "Is there another way? %(what)s: the same one every day could become known (%(way)s).", words
                    ),
                    kind="way.1",
                )


def _about_ways(week: Week) -> Iterator[Gap]:
    for record, way in week.ways.items():
        if not way.known:
            yield Gap(said=Said("Could %(person)s know this way? %(way)s", {"way": way.name}), record=record)
        if not way.stop:
            yield Gap(said=Said("Where could you stop safely on it? %(way)s", {"way": way.name}), record=record)

"""Another week: looked at from outside, with rules of the test's own, never with those the solver was given."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings

from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.domain.routine import encode
from daybook.domain.routine.oracle import Answer, TooHardError
from daybook.domain.routine.times import DAY, DAY_CODES, WEEK, Span, minutes
from daybook.domain.routine.vary import Entry, Varied, vary
from daybook.domain.routine.week import Week, when
from daybook.notebook import solver
from daybook.notebook.solver import MiniSat
from tests.domain.routine.made import weeks


def covered(span: Span) -> set[int]:
    return {(span.start + minute) % WEEK for minute in range(span.length)}


def is_as_known(week: Week, entry: Entry) -> bool:
    """Whether somebody who knows the days, the time and the place would meet her there, or on a way they know."""
    told = week.mine[entry.item]
    if told.moves != "together" and not {"when", "guess"} & set(told.known):
        return False
    usual = minutes(told.start)
    at_the_time = entry.span.day in told.days and abs(entry.span.start % DAY - usual) < 60
    by_a_known_way = told.moves == "movable" or not entry.way or week.ways[entry.way].known != "no"
    return at_the_time and entry.place == told.place and by_a_known_way


@given(weeks())
@settings(max_examples=40)
def test_what_is_fixed_is_where_and_when_it_was(week: Week) -> None:
    varied = vary(week, MiniSat)
    for item, told in week.mine.items():
        entries = [entry for entry in varied.entries if entry.item == item]
        assert len(entries) == len(when(told)) == len({entry.span.start // DAY for entry in entries})
        if told.moves != "movable":
            assert [entry.span for entry in entries] == list(when(told))
            assert {entry.place for entry in entries} <= {told.place}
        assert all(not entry.way or entry.way in told.ways for entry in entries)


@given(weeks())
@settings(max_examples=40)
def test_a_week_that_is_one_repeats_nothing_that_is_known(week: Week) -> None:
    varied = vary(week, MiniSat)
    given_up = {
        (rule.item, day)
        for each in varied.given_up
        for rule in each.rules
        if rule.kind == "pattern"
        for day in each.days
    }
    for entry in varied.entries:
        if (entry.item, entry.own.day) not in given_up:
            assert not is_as_known(week, entry)
            assert not entry.repeats
    if not varied.why_not:
        assert not varied.given_up


@given(weeks())
@settings(max_examples=30)
def test_what_moves_clashes_with_nothing_and_is_where_none_of_theirs_is(week: Week) -> None:
    varied = vary(week, MiniSat)
    assume(not varied.why_not)
    for number, entry in enumerate(varied.entries):
        others = [other for at, other in enumerate(varied.entries) if at != number]
        if entry.is_moved:  # what she does at once already may stay at once
            apart = [other.span for other in others if not covered(entry.own) & covered(other.own)]
            assert not any(covered(entry.span) & covered(span) for span in apart)
        if week.mine[entry.item].moves == "movable" and entry.place:
            for their in week.theirs.values():
                if their.place == entry.place:
                    assert not any(covered(entry.span) & covered(span) for span in when(their))


@given(weeks())
@settings(max_examples=40)
def test_the_reason_why_there_is_none_is_as_small_as_can_be(week: Week) -> None:
    """Each set of rules cannot hold, and could if any one of them were left out: asked of the solver anew."""
    made = encode.puzzle(week)
    oracle = MiniSat(made.clauses)
    varied = vary(week, MiniSat)
    assert bool(varied.why_not) == bool(oracle.ask([*made.rules.values()]).conflict)
    for conflict in varied.why_not:
        if len(conflict.days) == 1:
            names = [
                name for rule, name in made.rules.items() if rule.day in conflict.days and plain(rule) in conflict.rules
            ]
            if len(names) == len(conflict.rules):
                assert oracle.ask(names).conflict
                assert all(not oracle.ask([n for n in names if n != name]).conflict for name in names)


def plain(rule: encode.Rule) -> encode.Rule:
    return encode.Rule(rule.kind, rule.item, rule.other)


@given(weeks())
@settings(max_examples=10)
def test_the_same_week_has_the_same_answer_every_time(week: Week) -> None:
    assert [vary(week, MiniSat, turn) for turn in (0, 1)] == [vary(week, MiniSat, turn) for turn in (0, 1)]


SWIM = Routine(what="Swim", days=("tue", "thu"), start="18:00", end="19:00", moves="movable", known=("when",))


def test_weeks_in_a_row_differ_and_make_no_new_pattern() -> None:
    week = Week(mine={"swim": SWIM})
    turns = [tuple(entry.span for entry in vary(week, MiniSat, turn).entries) for turn in range(4)]
    assert len(set(turns)) == 4
    assert all(one.start % DAY != other.start % DAY for one, other in turns)
    assert {span.day for turn in turns for span in turn} == {"tue", "thu"}


def test_what_nobody_knows_stays_where_it_is() -> None:
    week = Week(mine={"swim": Routine(what="Swim", days=("tue",), start="18:00", moves="movable")})
    assert not vary(week, MiniSat).entries[0].is_moved


def test_a_time_when_they_are_known_to_be_elsewhere_is_taken_first() -> None:
    work = TheirTime(what="Work", days=("tue",), start="15:30", end="17:30", place="depot")
    swim = Routine(
        what="Swim", days=("tue",), start="18:00", end="19:00", place="pool", moves="movable", known=("when",)
    )
    (entry,) = vary(Week(mine={"swim": swim}, theirs={"work": work}), MiniSat).entries
    assert entry.theirs == "work"
    assert entry.span.start % DAY in (16 * 60, 16 * 60 + 30)


def test_a_fixed_time_with_no_fresh_way_has_no_week_and_says_which_rule() -> None:
    work = Routine(
        what="Work", days=("mon", "tue"), start="09:00", end="17:00", moves="fixed", known=("when",), ways=("w",)
    )
    week = Week(mine={"work": work}, ways={"w": Way(name="Bus", known="unsure")})
    varied = vary(week, MiniSat)
    (conflict,) = varied.why_not
    assert conflict.days == ("mon", "tue")
    assert [rule.kind for rule in conflict.rules] == ["pattern"]
    assert all(entry.repeats for entry in varied.entries)
    fresh = Week(mine=week.mine, ways={"w": Way(name="Bus", known="no")})
    assert vary(fresh, MiniSat) == Varied(entries=vary(fresh, MiniSat).entries)


class Vague(MiniSat):
    """A solver that names every wish where they cannot all hold."""

    def ask(self, wishes: Sequence[int]) -> Answer:
        found = super().ask(wishes)
        return Answer(conflict=tuple(wishes)) if found.conflict else found


def test_the_reason_is_made_small_whatever_the_solver_says() -> None:
    work = Routine(what="Work", days=("mon",), start="09:00", end="17:00", moves="fixed", known=("when",))
    week = Week(mine={"work": work, "swim": SWIM})
    (conflict,) = vary(week, Vague).why_not
    assert [(rule.kind, rule.item) for rule in conflict.rules] == [("pattern", "work")]


def test_too_much_to_compare_ends_in_a_sentence_not_in_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    every = tuple(DAY_CODES)
    swim = Routine(what="Swim", days=every, start="18:00", moves="movable", earliest="00:00", latest="00:00")
    week = Week(mine={str(number): swim for number in range(15)})
    with pytest.raises(TooHardError):
        vary(week, MiniSat)
    monkeypatch.setattr(solver, "EFFORT", 1)
    with pytest.raises(TooHardError):
        MiniSat(pigeons(8)).ask([])


def pigeons(holes: int) -> list[list[int]]:
    """One pigeon more than holes: short to say, long to refute."""
    at = lambda pigeon, hole: pigeon * holes + hole + 1  # noqa: E731
    clauses = [[at(pigeon, hole) for hole in range(holes)] for pigeon in range(holes + 1)]
    return clauses + [
        [-at(one, hole), -at(other, hole)]
        for hole in range(holes)
        for other in range(holes + 1)
        for one in range(other)
    ]

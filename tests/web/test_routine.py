"""Her week over the pages: what she told elsewhere, ideas left out, steps ticked, and nothing taken from a form."""

from __future__ import annotations

import pytest

from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.avoided_place import AvoidedPlace
from daybook.domain.records.routine import Routine
from daybook.domain.records.their_time import TheirTime
from daybook.domain.records.way import Way
from daybook.guide.situation import read_answers
from daybook.notebook import ready, routines
from tests.web.conftest import Browser

SWIM = Routine(
    what="Swim", days=("tue",), start="18:00", end="19:00", place="The pool", moves="movable", known=("when",)
)
GYM = TheirTime(what="Gym", days=("tue",), start="18:30", end="20:00", place="the  POOL", sure="think")


def told(opened: Browser, *records: object) -> list[str]:
    notebook = opened.desk.notebook
    return [notebook.save(body, key=f"k{number}").record for number, body in enumerate(records)]


def page(opened: Browser, view: str = "routine.index", **values: str) -> str:
    return opened.get(opened.inside(view, **values)).text


def test_one_time_of_each_shows_where_they_come_together(opened: Browser) -> None:
    told(opened, SWIM, GYM)
    shown = page(opened)
    assert "Same place, same time: The pool. Tuesday, with: Gym." in shown
    assert "You think so, and are not sure of it." in shown
    assert "Nothing you told comes together" not in shown


def test_her_words_for_the_person_are_in_every_sentence(opened: Browser) -> None:
    opened.desk.notebook.keep(SituationAnswers(name="100% Rob"))
    told(opened, SWIM, GYM)
    assert "100% Rob knows when it is, or could guess." in page(opened)
    assert "100% Rob" in page(opened, "routine.week")


def test_an_idea_is_left_out_and_brought_back_and_only_an_idea(opened: Browser) -> None:
    (swim, _gym) = told(opened, SWIM, GYM)
    shown = page(opened)
    assert "It could be on Tuesday at 17:00." in shown.partition("Another week")[0]
    opened.post(opened.form("Leave it out for now"), {"idea": f"move {swim}"})
    assert "It could be on Tuesday at 17:00." not in opened.page.partition("Another week")[0]
    assert "Swim: It could be on Tuesday at 17:00." in opened.page
    opened.post(opened.form("Bring it back"), {"idea": f"move {swim}", "do": "back"})
    assert "It could be on Tuesday at 17:00." in opened.page.partition("Another week")[0]
    opened.post(opened.inside("routine.aside"), {"idea": "anything at all"})
    assert routines.week_of(opened.desk.notebook).aside == ()


def test_it_begins_with_what_she_told_elsewhere_and_ticks_her_plan_when_she_says_so(opened: Browser) -> None:
    answers = {"situation": "left-same-area", "routines": ["appointments"], "children": [6], "work": ["job"]}
    opened.desk.notebook.keep(read_answers(ready.pack(), answers))
    shown = page(opened)
    assert "School or nursery run" in shown
    opened.get(opened.link("School or nursery run"))
    assert 'value="School or nursery run"' in opened.page
    assert "Move appointments that the person harming you knows about" in page(opened)
    opened.post(opened.form("known-appointments"), {"action": "known-appointments", "do": "done"})
    assert "Kept as done in your plan." in opened.page
    told(opened, SWIM, SWIM)
    assert "From what you told elsewhere" not in page(opened)


def test_what_is_over_counts_no_more_and_is_kept(opened: Browser) -> None:
    told(opened, SWIM, TheirTime(**{**{name: getattr(GYM, name) for name in GYM.__slots__}, "over": "over"}))
    assert "Gym" not in page(opened)
    everything = page(opened, "routine.everything")
    assert "Gym" in everything
    assert "Over" in everything


def test_the_week_says_when_what_is_at_a_place_to_avoid(opened: Browser) -> None:
    told(opened, SWIM, AvoidedPlace(place="The Pool", why=("together",), instead="The lido"))
    shown = page(opened)
    assert "It is at a place you would rather avoid: The Pool." in shown
    assert "Instead: The lido" in shown


@pytest.mark.parametrize("turn", ["", "0", "3", "4", "-1", "x", "99999999999999999999"])
def test_another_week_whatever_its_number(opened: Browser, turn: str) -> None:
    told(opened, SWIM, GYM)
    assert "Moved from Tuesday 18:00" in page(opened, "routine.week", turn=turn)


def test_a_week_too_hard_is_one_sentence(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.domain.routine.encode.MOST_PAIRS", 0)
    told(opened, SWIM, Routine(what="Run", days=("wed",), start="18:00", moves="movable"))
    shown = page(opened, "routine.week")
    assert "Finding another week took too long." in shown
    assert "Show me a different one" not in shown


def test_nothing_is_promised_before_anything_is_told(opened: Browser) -> None:
    shown = page(opened)
    assert "Add a time of yours" in shown
    assert "Where you could be met" not in shown
    assert "There is nothing to put in it yet." in page(opened, "routine.week")


def test_ways_have_their_stops_and_what_is_not_said(opened: Browser) -> None:
    bus = told(opened, Way(name="The 42", stop="Bus station", stop_is=("late", "staff"), open_until="23:30"))[0]
    told(opened, Way(name="The 42", stop="Bus station"))
    opened.desk.notebook.save(Routine(what="Work", days=("mon",), start="09:00", ways=(bus,)), key="work")
    shown = page(opened, "routine.ways")
    assert "Safe stop: Bus station (open late, staff who would help; until 23:30)." in shown
    assert "To: Work" in shown
    assert "Not said" in shown


def test_a_way_that_is_gone_is_no_way(opened: Browser) -> None:
    told(opened, Routine(what="Work", days=("mon",), start="09:00", known=("when",), ways=("0" * 32,)))
    assert "no way to it is written down" in page(opened, "routine.week")

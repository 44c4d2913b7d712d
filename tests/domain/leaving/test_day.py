"""The order of the day: each rule holds in every day anybody could tell, and nothing goes out from a watched phone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from daybook.domain.leaving import order
from daybook.domain.leaving.day import FACE, Day, day, left_out, with_own
from daybook.domain.leaving.known import Known, Thing
from daybook.domain.leaving.line import TOPICS, Line
from daybook.domain.leaving.missing import missing
from daybook.domain.leaving.order import FIRSTS, MOMENT_ORDER, WHENS, First, TangledError, moment_of
from daybook.domain.leaving.today import TITLES, today
from daybook.domain.records.leaving_day import LeavingDay, OwnLine
from daybook.domain.records.person import Person
from daybook.domain.said import Said
from daybook.guide.load import load_pack
from daybook.guide.wording import Wording, render
from tests.domain.leaving import made

PACK = load_pack(Path(__file__).parents[3] / "packs" / "uk")
LEDGER = re.compile(r"[RWXTLPV]\d{1,2}")
RUTH = Person(name="Ruth", close="no", watched="no", does=("lift", "stay", "door"))
SAM = Person(name="Sam", close="close", does=("lift", "stay", "door"))


def said(words: Said) -> str:
    return words.said({}, lambda text: render(text, Wording(name="Dan", pronouns="he"), PACK))


def ids(found: Day) -> list[str]:
    return [line.id for line in found.lines]


@given(made.known)
def test_every_rule_of_the_order_holds_between_any_two_lines(known: Known) -> None:
    lines = day(known).lines
    for rule in FIRSTS:
        for number, later in enumerate(lines):
            for earlier in lines[:number]:
                assert not rule.holds(later, earlier), (rule.id, later.id, earlier.id)
    moments = [MOMENT_ORDER.index(moment_of(line)) for line in lines]
    assert moments == sorted(moments)


@given(made.known)
def test_what_could_be_noticed_waits_and_devices_change_at_the_very_last(known: Known) -> None:
    lines = day(known).lines
    for line in lines:
        if "noticed" in line.traits:
            assert moment_of(line) == "hour", line.id
        if "changes" in line.traits:
            assert moment_of(line) == "door", line.id
        if {"hides", "looks"} & line.traits:
            assert moment_of(line) == "before", line.id


@given(made.known)
def test_nothing_is_sent_from_a_watched_phone(known: Known) -> None:
    """Whatever is left out: what is sent says by which way, and the safer phone comes before all of it."""
    lines = day(known).lines
    sending = [number for number, line in enumerate(lines) if "sends" in line.traits]
    assert all((FACE in lines[number].cautions) == known.watched for number in sending)
    if known.watched and "safer-phone" not in known.day.aside:
        assert sending
        assert ids(day(known)).index("safer-phone") < min(sending)


@pytest.mark.parametrize(
    ("facts", "watched"),
    [
        ((), True),
        (("device_exposed",), True),
        (("device_private",), False),
        (("device_private", "phone_contract_theirs"), True),
        (("device_private", "shares_location"), True),
        (("device_borrowed",), True),
    ],
)
def test_a_phone_is_taken_as_watched_until_she_says_that_it_is_not(facts: tuple[str, ...], *, watched: bool) -> None:
    assert Known(facts=frozenset(facts)).watched is watched


@given(made.known)
def test_every_line_can_be_said_rests_on_something_and_none_comes_twice(known: Known) -> None:
    found = day(known)
    every = [*found.lines, *found.aside]
    assert len({line.id for line in every}) == len(every)
    for line in every:
        assert line.about in TOPICS
        assert line.hers or line.rests, line.id
        assert said(line.words).strip(), line.id
        assert line.hers or said(line.why), line.id
        assert all(said(caution) for caution in line.cautions)
    assert all(said(one.said) for one in found.missing)
    assert all(said(one.said) for one in today(known))


def test_every_source_is_a_ledger_id_or_a_statement_of_the_pack() -> None:
    facts = frozenset(made.FACTS) - {"device_private"}
    told = LeavingDay(how=("booked", "car"), reports=("watch", "child", "tag", "car"), reason="x", first_week="x")
    known = Known(facts=facts, day=told, people={"a" * 32: RUTH}, outs=("Door",))
    rests = {name for line in day(known).lines for name in line.rests}
    rests |= {name for rule in (*WHENS, *FIRSTS) for name in rule.rests}
    assert all(LEDGER.fullmatch(name) for name in rests)
    assert {name for name in rests if name[0] in "TLPV"} <= {*PACK.statements}


@given(made.known)
def test_hers_are_there_in_her_words_and_at_the_end_of_their_part(known: Known) -> None:
    lines = day(known).lines
    hers = [line for line in lines if line.hers]
    wanted = [own for own in known.day.own if f"own {own.id}" not in known.day.aside]
    assert sorted(said(line.words) for line in hers) == sorted(own.words for own in wanted)
    for number, line in enumerate(lines[:-1]):
        if line.hers and not lines[number + 1].hers:
            assert moment_of(lines[number + 1]) != moment_of(line)


@given(made.known, st.data())
def test_any_line_can_be_left_out_and_comes_back_where_it_was(known: Known, data: st.DataObject) -> None:
    before = ids(day(known))
    assume(before)
    name = data.draw(st.sampled_from(before))
    without = replace(known, day=left_out(known.day, name, out=True))
    assert ids(day(without)) == [other for other in before if other != name]
    assert name in {line.id for line in day(without).aside}
    assert ids(day(replace(known, day=left_out(without.day, name, out=False)))) == before


@given(made.known)
def test_who_is_set_aside_is_named_nowhere_and_who_is_close_is_no_helper(known: Known) -> None:
    called = {name: replace(person, name=f"Person-{name[0]}") for name, person in known.people.items()}
    known = replace(known, people=called, day=replace(known.day, tell_before=(), tell_after=()), codes=())
    found = [said(line.words) for line in day(known).lines] + [said(one.said) for one in today(known)]
    for person in called.values():
        if person.aside or person.close == "close":
            assert not any(person.name in words for words in found)


def test_who_is_close_and_chosen_to_be_told_before_comes_with_a_caution() -> None:
    told = LeavingDay(tell_before=("a" * 32,))
    known = Known(facts=frozenset({"device_private"}), day=told, people={"a" * 32: SAM})
    line = next(line for line in day(known).lines if line.id == "tell-1")
    assert [said(caution) for caution in line.cautions] == ["Close to Dan, or in touch: it may be passed on."]
    free = replace(known, people={"a" * 32: RUTH})
    assert next(line for line in day(free).lines if line.id == "tell-1").cautions == ()


def test_with_nothing_told_there_is_a_whole_day_and_what_is_missing_is_said() -> None:
    found = day(Known())
    assert [moment for moment, _lines in found.moments()] == [*MOMENT_ORDER]
    assert ids(found)[0] == "safer-phone"
    assert {one.id for one in found.missing} >= {"when", "how", "where", "phone", "told", "people", "bag", "home"}
    assert not {"children", "pets", "medicine"} & {one.id for one in found.missing}


def test_what_is_told_is_not_missing_any_more() -> None:
    told = LeavingDay(
        out_from="08:30", out_until="14:30", sure="likely", how=("foot",), first_place="L.", phone="ask",
        tell_after=("a" * 32,), first_night="x", children="School", pets="Ruth", medicine="Pills",
    )  # fmt: skip
    facts = frozenset({"has_children", "has_pets", "takes_medication"})
    known = Known(facts=facts, day=told, people={"a" * 32: RUTH}, outs=("Door",), bag=(Thing(name="Bag", packed=True),))
    assert [*missing(known)] == []
    words = [said(line.words) for line in day(known).lines]
    assert "Out from 08:30 to 14:30. Plan for half of it: until 11:30." in words
    assert "On foot, along streets with people." in words
    assert "To: L." in words
    assert "Medicine and aids: Pills" in words


def test_a_time_out_may_go_past_midnight() -> None:
    night = Known(day=LeavingDay(out_from="22:00", out_until="06:00"))
    assert (night.minutes, night.half) == (8 * 60, "02:00")
    assert Known(day=LeavingDay(out_from="22:00")).minutes == 0


def test_a_bag_kept_by_somebody_close_comes_with_a_caution() -> None:
    bag = Thing(name="Bag", where="Sam's", packed=True, close_keeper=True)
    line = next(line for line in day(Known(bag=(bag,))).lines if line.id == "bag")
    assert said(line.words) == "The bag: Sam's."
    assert "close to Dan" in said(line.cautions[0])
    free = next(line for line in day(Known(bag=(replace(bag, close_keeper=False),))).lines if line.id == "bag")
    assert free.cautions == ()
    used = next(line for line in day(Known(bag=(replace(bag, used=True),))).lines if line.id == "bag")
    assert len(used.cautions) == 2


def test_a_caution_about_one_keeper_names_that_one_and_not_the_others() -> None:
    kept = (
        Thing(name="Bag", where="Ruth", packed=True),
        Thing(name="Papers", where="the shed", packed=True, used=True),
        Thing(name="Clothes", where="Priya", packed=True, close_keeper=True),
    )
    line = next(line for line in day(Known(bag=kept)).lines if line.id == "bag")
    assert said(line.words) == "The bag: Ruth, the shed."
    assert [said(caution) for caution in line.cautions] == [
        "Kept by somebody close to Dan, so it may be missed, or passed on: Clothes (Priya).",
        "Dan may use the place of this. Look first who is there: Papers (the shed).",
    ]


def test_an_own_line_is_kept_changed_and_taken_out() -> None:
    told = with_own(LeavingDay(), OwnLine(id="x", moment="hour", words="Feed the cat"))
    assert "own x" in ids(day(Known(day=told)))
    told = with_own(left_out(told, "own x", out=True), OwnLine(id="x", moment="week", words="Feed both cats"))
    assert told.own == (OwnLine(id="x", moment="week", words="Feed both cats"),)
    assert with_own(told, OwnLine(id="x", moment="week", words="")) == LeavingDay()


def test_rules_that_contradict_each_other_are_found_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "FIRSTS", (*FIRSTS, First("wrong", "stops", "takes", ())))
    with pytest.raises(TangledError):
        day(Known())


@given(made.known)
def test_today_is_short_whatever_was_told_and_whole_when_nothing_was(known: Known) -> None:
    lines = today(known)
    assert {"out", "take", "to", "phone", "then"} <= {one.about for one in lines} <= {*TITLES}
    assert all(len(said(one.said)) <= 110 for one in lines), [said(one.said) for one in lines]


def test_today_takes_what_is_known_of_home_people_and_codes() -> None:
    known = Known(
        facts=frozenset({"has_children"}),
        people={"a" * 32: RUTH, "b" * 32: SAM},
        outs=("Front door", "Kitchen door", "Hatch"),
        meet=("The chip shop",),
    )
    found = {one.about: said(one.said) for one in today(known)}
    assert found["out"].startswith("Front door, Kitchen door: go now")
    assert found["to"] == "Ruth. Meet here: The chip shop"
    assert found["children"] == "With you, if you can. Nobody goes back in."


def test_a_line_of_two_kinds_is_bound_by_neither_side_of_a_rule() -> None:
    both = Line(id="x", about="own", words=Said("x"), traits=frozenset({"takes", "stops"}))
    other = Line(id="y", about="own", words=Said("y"), traits=frozenset({"stops"}))
    rule = next(rule for rule in FIRSTS if rule.id == "pack-then-stop")
    assert not rule.holds(both, other)
    assert not rule.holds(other, both)


def test_one_whole_day_in_its_order() -> None:
    """Read by hand: cover, worker, proof and looks before; people, things, stop; devices, door; way; night; week."""
    facts = frozenset({"has_children", "has_pets", "takes_medication", "found_tracker", "smart_home", "has_car"})
    told = LeavingDay(how=("foot",), reports=("child", "watch"), pick_up="Corner", first_week="Rest")
    found = day(Known(facts=facts, day=told, people={"a" * 32: replace(RUTH, does=("children",))}))
    assert {moment: [line.id for line in lines] for moment, lines in found.moments()} == {
        "before": [
            "safer-phone", "as-usual", "no-word", "reason", "worker", "back-early", "proof", "copies", "look-phone",
            "look-car", "look-tag", "look-camera", "look-child", "child-advice", "pet-ask", "tell-helpers",
        ],
        "hour": [
            "sure-out", "children", "child-help", "child-told", "medicine", "first-things", "papers", "toy", "pet", "stop",
        ],
        "door": ["phone", "watch", "child-devices", "tag", "out", "set-off"],
        "way": ["way-foot", "to", "say-off"],
        "night": ["night", "night-worker", "police", "accounts"],
        "week": ["week", "school", "write-down", "address", "money-after", "law", "left-things"],
    }  # fmt: skip

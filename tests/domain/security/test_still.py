"""What is still open, in words."""

from __future__ import annotations

from datetime import date, timedelta

from daybook.domain.records.home_check import HomeCheck
from daybook.domain.security.still import Kept, still_open

TODAY = date(2026, 11, 22)


def kept(title: str, state: str = "", part: str = "", changes: str = "nothing", **noted: object) -> Kept:
    body = HomeCheck(what=title, state=state, **noted) if state or noted else None  # type: ignore[arg-type]
    return Kept(title=title, part=part, changes=changes, noted=body)


def said(*looks: Kept) -> list[str]:
    return [found.said({}) for found in still_open(looks, TODAY)]


def test_nothing_is_said_before_she_noted_anything() -> None:
    assert said(kept("Locks", part="door", changes="locks"), Kept(title="Phone near", quiet=True)) == []


def test_what_she_would_like_asks_for_somebody_who_does_it() -> None:
    assert said(kept("Gate", "to-do"), kept("Light", "to-do", by="Ruth"), kept("Shed", "to-do", by=" ")) == [
        "Not said yet who could do it: “Gate” and “Shed”."
    ]


def test_a_day_that_has_gone_by_is_named_once_and_today_is_not_gone_by() -> None:
    late = kept("Alarm", "asked", day=TODAY - timedelta(days=1))
    soon = kept("Light", "asked", day=TODAY)
    assert said(late, soon) == [
        "The day you noted has gone by: “Alarm”. You could ask again.",
        "Asked for, and you wait for an answer: “Light”.",
    ]


def test_what_is_in_place_or_not_for_her_is_not_open() -> None:
    assert said(kept("Alarm", "done", day=date(2020, 1, 1)), kept("Gate", "not", day=date(2020, 1, 1))) == []


def test_new_locks_ask_for_the_keys_and_for_the_ways_out() -> None:
    locks = kept("New locks", "done", "door", "locks")
    keys, out, fire = kept("Keys", part="keys"), kept("Opens fast", part="way-out"), kept("Smoke alarm", part="fire")
    assert said(locks, keys, out, fire) == [
        "There are new locks. Who has each new key is not noted yet.",
        "More is locked now. Whether each way out still opens fast from inside is not noted yet.",
        "Doors or windows are done. A smoke alarm is not noted yet.",
    ]
    assert said(locks, kept("Keys", "done", "keys"), kept("Opens fast", "not", "way-out")) == []


def test_one_alarm_in_place_is_enough_for_the_rule_about_fire() -> None:
    door = kept("Door", "done", "door")
    assert said(door, kept("Smoke alarm", "done", "fire"), kept("Blanket", part="fire")) == []


def test_the_quiet_things_come_last_and_only_those_she_said_nothing_about() -> None:
    quiet = Kept(title="Phone near", quiet=True)
    settled = Kept(title="Keys known", quiet=True, noted=HomeCheck(what="Keys known", state="not"))
    assert said(kept("Gate", "to-do"), quiet, settled) == [
        "Not said yet who could do it: “Gate”.",
        "Not ticked yet, and not likely to be noticed: “Phone near”.",
    ]

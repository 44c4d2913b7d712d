"""Things for the bag: a paper says in every nation, once, how it is made again; nobody's stage is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from daybook.guide.checks.things import things_well_made
from daybook.guide.entry import When
from daybook.guide.pack import Pack
from daybook.guide.thing import Again, Thing
from daybook.notebook.guidance import shipped_pack

EVERYWHERE = ("england", "wales", "scotland", "northern_ireland")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return shipped_pack()


def said(pack: Pack, name: str, **changes: Any) -> list[str]:
    """What the check says when one shipped thing is changed."""
    changed = msgspec.structs.replace(pack.things[name], **changes)
    return [found.sentence for found in things_well_made(replace(pack, things={**pack.things, name: changed}))]


def test_the_shipped_list_is_well_made(pack: Pack) -> None:
    assert list(things_well_made(pack)) == []
    assert {thing.stage for thing in pack.things.values()} == {"carry", "bag", "leaving"}


def test_a_nation_left_out_or_named_twice_is_found(pack: Pack) -> None:
    again = pack.things["passport"].again[0]
    short = msgspec.structs.replace(again, nations=EVERYWHERE[:3])
    assert any("0 times for “northern_ireland”" in sentence for sentence in said(pack, "passport", again=(short,)))
    assert any("2 times for “wales”" in sentence for sentence in said(pack, "passport", again=(again, short)))


def test_a_paper_that_is_fetched_says_how_and_who_to_ask(pack: Pack) -> None:
    again = Again(nations=EVERYWHERE, ask="", how=(), post="ask")
    assert any("Say who to ask" in sentence for sentence in said(pack, "passport", again=(again,)))
    assert any("fetched elsewhere" in sentence for sentence in said(pack, "passport", again=()))


def test_ages_are_a_span(pack: Pack) -> None:
    assert any("Ages are a span" in sentence for sentence in said(pack, "small-toy", ages=(12, 0)))


def test_a_stage_with_nothing_for_somebody_is_found(pack: Pack) -> None:
    rare = When(all=("has_pets",))
    things = {
        name: msgspec.structs.replace(thing, when=rare) if thing.stage == "leaving" else thing
        for name, thing in pack.things.items()
    }
    found = [finding.sentence for finding in things_well_made(replace(pack, things=things))]
    assert found == ["Somebody has nothing in the stage “leaving” of the bag."]


def test_no_price_and_no_time_stands_there_without_a_page_behind_it(pack: Pack) -> None:
    for thing in pack.things.values():
        sure = {pack.statements[name].confidence for name in thing.statements}
        for again in thing.again:
            if again.cost or again.takes:
                assert sure & {"source", "old-source"}, thing.id
            else:
                assert "G01" in thing.statements, thing.id


def test_what_comes_home_by_post_is_marked_so(pack: Pack) -> None:
    by_post = {thing.id for thing in pack.things.values() for again in thing.again if again.post == "home"}
    assert {"passport", "birth-certificate", "driving-licence", "bank-card", "national-insurance"} <= by_post


def test_a_thing_is_checked_and_its_date_is_to_come(pack: Pack) -> None:
    assert all(thing.checked < thing.check_again for thing in pack.things.values())
    assert all(isinstance(thing, Thing) and thing.checked >= date(2026, 1, 1) for thing in pack.things.values())

"""The directory: hers first, every nation where she has not said, and never one number alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from daybook.domain.records.answers import SituationAnswers
from daybook.guide.local_file import read_local
from daybook.guide.situation import read_answers
from daybook.notebook.court_orders import NoSuchOrderError, order_of, orders_of
from daybook.notebook.directory import Directory, NoSuchServiceError, directory_of, local_listings
from daybook.notebook.everyday_words import EVERYDAY
from daybook.notebook.guidance import shipped_pack
from daybook.notebook.lines import lines_for
from daybook.notebook.local_services import add_list
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan

PACK = shipped_pack()
NATIONS = ("england", "wales", "scotland", "northern-ireland", "elsewhere", "")
SAMPLE = Path(__file__).parents[2] / "packs" / "sample-local" / "services.toml"


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path / "notes", "lantern gravel unison pebble orchard tinsel")
    yield made
    made.close()


def tell(notebook: Notebook, nation: str = "", **answers: object) -> None:
    told = read_answers(PACK, {**({"nation": nation} if nation else {}), **answers})
    notebook.keep(told if nation or answers else SituationAnswers())


def directory(notebook: Notebook) -> Directory:
    return directory_of(her_plan(notebook, PACK), local_listings(notebook, PACK))


@pytest.mark.parametrize("nation", NATIONS)
def test_never_one_number_alone(notebook: Notebook, nation: str) -> None:
    tell(notebook, nation)
    found = directory(notebook)
    names = [line.name for line in lines_for(her_plan(notebook, PACK))]
    first = [*found.named(names), *found.beside(found.named(names))]
    assert len({listing.id for listing in first if listing.rings}) > 1
    for need in found.needs:
        helping = found.for_need(need.id)
        shown = [*helping, *found.beside(helping)]
        assert len({listing.id for listing in shown if listing.rings}) > 1, need
    for listing in found.listings:
        own = {reach.way.value for reach in listing.reaches}
        other = {reach.way.value for near in found.others(listing) for reach in near.to_ring}
        assert len(other - own) >= 2, listing.id


def test_who_named_no_nation_sees_each_nation_in_turn(notebook: Notebook) -> None:
    found = directory(notebook)
    titles = [where.names for where, _listings in found.groups(found.for_need("refuge"))]
    assert titles[:4] == [("England",), ("Wales",), ("Scotland",), ("Northern Ireland",)]


def test_her_nation_comes_first_and_the_others_are_left_out(notebook: Notebook) -> None:
    tell(notebook, "scotland")
    found = directory(notebook)
    groups = found.groups(found.listings)
    assert groups[0][0].names == ("Scotland",)
    assert groups[-1][0].everywhere
    names = {listing.id for listing in found.listings}
    assert "scotland-da-helpline" in names
    assert not names & {"national-da-helpline", "live-fear-free", "ni-dsa-helpline"}
    sizes = [len(listing.nations) for listing in found.listings]
    assert sizes == sorted(sizes)


def test_what_she_told_decides_what_is_named_first_and_hides_nothing(notebook: Notebook) -> None:
    tell(notebook, "england")
    before = [listing.id for listing in directory(notebook).for_need("talk")]
    tell(notebook, "england", **{"about-you": ["man", "lgbt"], "hurt": ["images"]})
    found = directory(notebook)
    after = [listing.id for listing in found.for_need("talk")]
    assert sorted(before) == sorted(after)
    assert after.index("galop") < before.index("galop") or after.index("galop") < after.index("samaritans")
    assert {need.id for need in found.needs if need.first} >= {"emergency", "talk", "men", "lgbt", "images"}


def test_words_find_services_by_what_they_are_for(notebook: Notebook) -> None:
    tell(notebook, "england")
    found = directory(notebook)
    assert "shelter-england" in [listing.id for listing in found.find("somewhere to LIVE", "")]
    assert [listing.id for listing in found.find("galop", "")] == ["galop"]
    assert found.find("xylophone", "") == []
    for word in ("rent", "Visa", "court", "tracker", "suicide", "debt", "solicitor", "gay"):
        assert found.find(word, ""), word
    assert "shelter-england" not in [listing.id for listing in found.find("ouse", "")]


def test_every_need_can_be_found_by_everyday_words(notebook: Notebook) -> None:
    assert {need.id for need in PACK.cover.needs} == set(EVERYDAY)
    found = directory(notebook)
    for need, words in EVERYDAY.items():
        assert set(found.for_need(need)) <= set(found.find(words, "")), need


def test_a_place_finds_local_services_and_marks_them(notebook: Notebook) -> None:
    plain = SAMPLE.read_bytes()
    add_list(notebook, read_local(plain, SAMPLE.name, PACK, date(2026, 11, 21))[0])
    tell(notebook, "england")
    found = directory(notebook)
    near = [listing for listing in found.find("", "zz9 1aa") if listing.local]
    assert [listing.name for listing in near] == [
        "Millbrook Outreach", "Millbrook Refuge Referrals", "Safer Homes Millbrook",
    ]  # fmt: skip
    assert [listing.name for listing in found.find("sanctuary", "Millbrook") if listing.local] == [near[2].name]
    assert not [listing for listing in found.find("", "Leeds") if listing.local]
    assert near[0].local is not None
    assert near[0].local.source == "Millbrook Forum, list of November 2026 (made up)"
    assert near[0].local.added.tzinfo is not None
    assert found.one(near[0].id).name == "Millbrook Outreach"
    assert found.for_need("refuge")[0].local


def test_words_in_a_local_list_are_never_read_as_placeholders(notebook: Notebook) -> None:
    plain = SAMPLE.read_bytes().replace(b"Anyone over 16", b"{number:emergency} {person} Anyone over 16")
    add_list(notebook, read_local(plain, SAMPLE.name, PACK, date(2026, 11, 21))[0])
    assert directory(notebook).listings[0].for_whom.startswith("{number:emergency} {person}")


def test_short_numbers_that_are_part_of_a_call_are_no_links(notebook: Notebook) -> None:
    found = directory(notebook)
    links = {listing.id: [reach.link for reach in listing.to_ring] for listing in found.listings}
    assert links["emergency"] == ["tel:999"]
    assert links["police-101"] == ["tel:101"]
    assert links["silent-55"] == links["withhold-141"] == []
    assert links["national-da-helpline"] == ["tel:08082000247"]
    assert links["emergency-sms"] == ["sms:999"]


def test_what_is_not_there_is_one_calm_error(notebook: Notebook) -> None:
    with pytest.raises(NoSuchServiceError):
        directory(notebook).one("no-such")
    with pytest.raises(NoSuchOrderError):
        order_of(her_plan(notebook, PACK), "no-such")


@pytest.mark.parametrize("nation", NATIONS)
def test_every_order_of_her_nation_is_there_once_and_of_no_other(notebook: Notebook, nation: str) -> None:
    tell(notebook, nation)
    orders = orders_of(her_plan(notebook, PACK))
    shown = [*orders.fitting, *(order for _where, group in orders.others for order in group)]
    known = nation.replace("-", "_") if nation not in ("", "elsewhere") else ""
    wanted = {order.id for order in PACK.orders.values() if not known or known in order.nations}
    assert sorted(order.id for order in shown) == sorted(wanted)
    assert orders.nation_known == bool(known)
    assert bool(orders.fitting) == bool(known)


def test_which_orders_could_fit_follows_from_what_she_told(notebook: Notebook) -> None:
    tell(notebook, "england")
    fitting = {order.id for order in orders_of(her_plan(notebook, PACK)).fitting}
    assert {"non-molestation-order", "occupation-order"} <= fitting
    assert not fitting & {"stalking-protection-order", "restraining-order", "child-arrangements-order"}
    tell(
        notebook, "england", situation="never-together", children=[4], court=["criminal"],
        **{"contact-now": ["messages"]},
    )  # fmt: skip
    fitting = {order.id for order in orders_of(her_plan(notebook, PACK)).fitting}
    assert {"stalking-protection-order", "restraining-order", "child-arrangements-order"} <= fitting
    assert "occupation-order" not in fitting

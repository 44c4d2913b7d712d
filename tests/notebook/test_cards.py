"""Her cards and emergency words in one notebook: kept, changed, put on paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from daybook.domain.records.cards import Cards
from daybook.domain.records.code import Code
from daybook.domain.records.emergency import CallWords
from daybook.domain.records.home import Home, Room, WayOut
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import cards, emergency, ready
from daybook.notebook.directory import Listing, directory_of
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan
from tests.export.papers import MADE, text


@pytest.fixture
def notebook(tmp_path: Path) -> Iterator[Notebook]:
    made = Notebook.create(tmp_path / "notes", "kettle ninety harbour violet stamp lantern")
    yield made
    made.close()


def listings(notebook: Notebook) -> list[Listing]:
    return [*directory_of(her_plan(notebook, ready.pack())).listings]


def person(notebook: Notebook, name: str = "Ruth", **more: str) -> str:
    return notebook.save(Person(name=name, number=more.pop("number", "07700 900123"), **more)).record  # type: ignore[arg-type]


def test_a_person_is_on_the_card_their_own_page_says(notebook: Notebook) -> None:
    ruth, dawn = person(notebook, carry="card"), person(notebook, "Dawn", carry="disguised", carry_as="Wool shop")
    person(notebook, "Aside", carry="card", aside="aside")
    person(notebook, "No number", carry="card", number="at work")
    found = cards.her_cards(notebook)
    assert [entry.key for entry in found.entries] == [ruth, dawn]
    assert [row.name for row in found.cards["card"].sides[0]] == ["Ruth"]
    assert [row.name for row in found.cards["disguised"].sides[0]] == ["Wool shop"]


def test_choosing_here_is_kept_with_the_person_and_a_change_elsewhere_is_not_lost(notebook: Notebook) -> None:
    ruth = person(notebook, carry="no", say="Words")
    cards.choose(notebook, ruth, on="disguised", called="  The   dentist ")
    kept = notebook.latest(ruth).body
    assert (kept.carry, kept.carry_as, kept.say) == ("disguised", "The dentist", "Words")
    cards.choose(notebook, ruth, on="heart", called="")
    assert cards.her_cards(notebook).by_heart[0].name == "Ruth"
    cards.choose(notebook, ruth, on="", called="")
    assert notebook.latest(ruth).body.carry == "no"


def test_a_name_of_somebody_else_she_knows_is_not_put_on_a_disguised_card(notebook: Notebook) -> None:
    person(notebook, "Priya", aside="aside", number="")
    person(notebook, carry="disguised", carry_as="Priya's nails")
    assert cards.her_cards(notebook).cards["disguised"].is_empty


def test_a_service_keeps_its_true_name_in_the_notebook_and_its_number_is_compared(notebook: Notebook) -> None:
    found = listings(notebook)
    line = next(each for each in found if each.id == "national-da-helpline")
    cards.add_services(notebook, [line, line])
    cards.add_services(notebook, [line])
    (number,) = notebook.one(Cards).numbers
    assert (number.name, number.number) == (line.name, "0808 2000 247")
    cards.choose(notebook, number.id, on="disguised", called="Aunt Flo")
    pdf = cards.card_paper(notebook, "disguised", made=MADE)
    assert "Aunt Flo 0808 2000 247" in text(pdf)
    assert "Helpline" not in text(pdf)
    assert cards.out_of_date(cards.her_cards(notebook), found) == []
    changed = [each for each in found if each.id != line.id]
    assert cards.out_of_date(cards.her_cards(notebook), changed) == []
    other = next(each for each in found if each.id == "samaritans")
    moved = Listing(**{name: getattr(other, name) for name in other.__dataclass_fields__} | {"id": line.id})
    assert cards.out_of_date(cards.her_cards(notebook), [moved]) == [line.name]


def test_an_own_number_is_added_once_changed_and_taken_off(notebook: Notebook) -> None:
    assert cards.add_own(notebook, "School", "01632 960172", on="card", key="k")
    assert cards.add_own(notebook, "School", "01632 960172", on="card", key="k")
    assert not cards.add_own(notebook, "Police", "999", on="card")
    assert not cards.add_own(notebook, " ", "01632 960172", on="card")
    (entry,) = cards.her_cards(notebook).entries
    cards.choose(notebook, entry.key, on="disguised", called="Wool shop")
    cards.shape(notebook, title=" Corner  Bakery", folded=True)
    made = cards.her_cards(notebook).cards["disguised"]
    assert (made.title, [row.name for row in made.sides[1]]) == ("Corner Bakery", ["Wool shop"])
    cards.remove(notebook, entry.key)
    with pytest.raises(cards.EmptyCardError):
        cards.card_paper(notebook, "disguised")


def emergency_things(notebook: Notebook) -> None:
    notebook.keep(CallWords(address="11 Larch Close\nZZ9 1AA", happening="He is hurting me.", there="Two children."))
    hall, kitchen = (
        Room(id="a", name="Hall", kind="hall"),
        Room(id="b", name="Kitchen", kind="kitchen", hazards=("knives",)),
    )
    notebook.keep(Home(rooms=(hall, kitchen), ways_out=(WayOut(id="w", room="a", name="Front door"),), meet="Library"))
    notebook.save(Code(what="marmalade", whom=(person(notebook),), means=("call-999",)))


def test_the_sheet_reads_like_one_for_a_fire_until_she_asks_for_more(notebook: Notebook) -> None:
    emergency_things(notebook)
    plain = text(emergency.sheet(notebook, made=MADE))
    for words in ("Ring 999", "11 Larch Close", "Front door", "Library"):
        assert words in plain
    telling = ("55", "hurting", "children", "Keep away", "Go towards", "marmalade", "Ruth")
    for words in telling:
        assert words not in plain
    whole = text(emergency.sheet(notebook, emergency.MORE, made=MADE))
    for words in telling:
        assert words in whole
    assert "Ring 999" in text(emergency.sheet(notebook, ["nothing"], made=MADE))


def test_her_own_things_are_there_without_the_guidance(notebook: Notebook) -> None:
    emergency_things(notebook)
    found = emergency.her_emergency(notebook)
    assert found.words.address.startswith("11 Larch")
    assert [line.about for line in found.first] == ["out", "go", "meet"]
    assert [(code.what, code.who) for code in found.codes] == [("marmalade", ("Ruth",))]


@pytest.mark.parametrize("nation", ["england", "wales", "scotland", "northern-ireland"])
def test_every_nation_has_text_relay_and_sign_language_and_who_is_deaf_sees_them_first(
    notebook: Notebook, nation: str
) -> None:
    ids = {"emergency-sms", "relay-999", "bsl-999"}
    notebook.keep(read_answers(ready.pack(), {"nation": nation}))
    found = emergency.from_guidance(notebook, ready.pack())
    assert ids <= {way.id for way in found.ways}
    assert not {"emergency", "silent-55"} & {way.id for way in found.ways}
    assert not found.abroad


def test_a_landline_alone_puts_its_line_first(notebook: Notebook) -> None:
    notebook.keep(read_answers(ready.pack(), {"phone": ["landline"]}))
    said = [each.said({}) for each in emergency.from_guidance(notebook, ready.pack()).first]
    assert said[0].startswith("On a landline")
    notebook.keep(read_answers(ready.pack(), {"phone": ["landline", "mobile"]}))
    assert emergency.from_guidance(notebook, ready.pack()).first[0].said({}).startswith("On a mobile")

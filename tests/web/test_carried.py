"""The emergency page and the cards, as she uses them; and what no page of them may do."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from daybook.domain.records.cards import Cards
from daybook.domain.records.code import Code
from daybook.domain.records.emergency import CallWords
from daybook.domain.records.home import Home, Room, WayOut
from daybook.domain.records.person import Person
from daybook.guide.situation import read_answers
from daybook.notebook import ready
from tests.export.papers import text
from tests.web.conftest import Browser
from tests.web.filling import send

HELPLINE = "national-da-helpline"


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


def at(browser: Browser, endpoint: str, **values: Any) -> str:
    browser.get(browser.inside(endpoint, **values))
    return words(browser)


def words(browser: Browser) -> str:
    """What can be read in the page's own part, tags left out."""
    page = browser.page
    inside = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", inside)).split())


def in_the_strip(browser: Browser) -> str:
    found = re.search(r'<p class="numbers">(.*?)</p>', browser.page, re.DOTALL)
    assert found
    return found[1]


def made_ready(browser: Browser) -> None:
    book = browser.desk.notebook
    book.keep(CallWords(address="11 Larch Close, ZZ9 1AA", happening="Somebody is hurting me."))
    room = Room(id="a", name="Hall", kind="hall", hazards=())
    book.keep(Home(rooms=(room,), ways_out=(WayOut(id="w", room="a", name="Front door"),), meet="Library"))
    ruth = book.save(Person(name="Ruth", number="07700 900123", does=("call-999",))).record
    book.save(Code(what="marmalade", how="phrase", whom=(ruth,), means=("call-999",)))


def test_it_is_one_step_from_every_page_of_an_open_notebook_and_not_there_when_locked(opened: Browser) -> None:
    for endpoint in ("timeline.show", "plan.index", "people.index", "settings.show", "unsaved.all", "ready.index"):
        at(opened, endpoint)
        strip = in_the_strip(opened)
        assert 'href="tel:999"' in strip
        opened.get(html.unescape(re.findall(r'href="(/[^"]+)"', strip)[0]))
        assert "Ring 999" in words(opened)
    opened.desk.lock()
    opened.get("/")
    strip = in_the_strip(opened)
    assert 'href="tel:999"' in strip
    assert 'href="/' not in strip


def test_everything_of_hers_is_on_it_in_the_order_it_is_used(opened: Browser) -> None:
    made_ready(opened)
    page = at(opened, "emergency.show")
    order = [
        "Ring 999",
        "Press 55",
        "On a landline: 55 does nothing",
        "11 Larch Close, ZZ9 1AA",
        "Front door",
        "Hall",
        "Library",
        "Somebody is hurting me.",
        "“marmalade”",
        "Known to Ruth",
        "Call 999 and give my address",
        "07700 900123",
        "112",
        "18000",
        "999bsl.co.uk",
        "This page rings nobody and sends nothing by itself.",
    ]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert 'href="tel:07700900123"' in opened.page


def test_it_shows_999_and_her_things_while_the_guidance_is_still_being_read(
    opened: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_ready(opened)

    def never() -> None:
        raise AssertionError("waited for the guidance")

    monkeypatch.setattr(ready, "pack_if_read", lambda: None)
    monkeypatch.setattr(ready, "pack", never)
    page = at(opened, "emergency.show")
    for there in ("Ring 999", "Press 55", "11 Larch Close", "Front door", "marmalade", "Ruth"):
        assert there in page
    assert "Text, video and relay are still being looked up. Look again" in page
    assert "Cards to carry" in at(opened, "cards.index")


def test_who_lives_outside_the_uk_is_told_so_and_who_is_deaf_sees_the_ways_open(opened: Browser) -> None:
    opened.desk.notebook.keep(read_answers(ready.pack(), {"nation": "elsewhere"}))
    assert "the emergency number of that country" in at(opened, "emergency.show")
    opened.desk.notebook.keep(read_answers(ready.pack(), {"nation": "wales", "health": ["deaf"]}))
    page = at(opened, "emergency.show")
    assert "outside the UK" not in page
    assert opened.page.count("<details open") == 3


def test_the_words_are_written_kept_and_shown_large_and_tick_the_plan_only_when_she_says_so(opened: Browser) -> None:
    opened.desk.notebook.keep(read_answers(ready.pack(), {"situation": "living-with"}))
    assert "Have three sentences ready for 999" in at(opened, "emergency.show")
    assert "Done: Have three" not in words(opened).replace("Done : ", "Done: ")
    opened.get(opened.link("Write the address here"))
    send(opened, address="  11 Larch Close\r\nZZ9 1AA ", happening="Somebody is hurting me.", there="")
    assert '<p class="address-large">11 Larch Close\nZZ9 1AA</p>' in opened.page
    assert opened.desk.notebook.drafts.all() == []
    done = opened.form('value="done"')
    opened.post(done, {"choice": "done"})
    assert "Have three sentences" not in at(opened, "emergency.show")


def test_words_typed_and_not_kept_are_found_again(opened: Browser) -> None:
    at(opened, "emergency.words")
    draft = {"kind": "emergency.1", "key": "emergency.1 words", "address": "Half an addr", "happening": "", "there": ""}
    opened.post(opened.inside("desk.draft"), draft)
    at(opened, "unsaved.all")
    opened.get(opened.link("Open it again"))
    assert "Half an addr" in words(opened)


def test_the_sheet_says_it_can_be_found_before_it_is_made_and_has_a_neutral_name(opened: Browser) -> None:
    made_ready(opened)
    page = at(opened, "emergency.paper")
    for said in ("A paper can be found.", "A printer can keep the last pages.", "A worker or a friend could print it"):
        assert said in page
    answer = opened.post(opened.form('name="more"'), {"more": ["codes", "nonsense"]})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert "marmalade" in text(answer.data)
    assert "Press 55" not in text(answer.data)


def test_from_nothing_to_a_card_in_two_fields(opened: Browser) -> None:
    assert "There is no number here yet." in at(opened, "cards.index")
    opened.get(opened.link("Add a number"))
    send(opened, name="School", number="01632 960172")
    page = words(opened)
    assert "A plain card School 01632 960172" in page
    opened.get(opened.link("Take this card"))
    for said in (
        "A card can be found.",
        "A printer can keep the last pages",
        "could print it for you",
        "85.6 by 54 mm",
    ):
        assert said in words(opened)
    answer = opened.get(opened.link("Save the PDF"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert "School 01632 960172" in text(answer.data)


def test_a_number_without_a_name_comes_back_as_it_was_typed_and_is_added_once(opened: Browser) -> None:
    at(opened, "cards.own")
    sent = send(opened, name="", number="01632 960172")
    assert "It takes a name and a phone number" in words(opened)
    assert 'value="01632 960172"' in opened.page
    send(opened, name="School")
    key = sent["key"][0]
    again = {"kind": "cards.1", "key": key, "name": "School", "number": "01632 960172", "on": "card"}
    opened.post(opened.inside("cards.owned"), again)
    assert [one.name for one in opened.desk.notebook.one(Cards).numbers] == ["School"]
    assert opened.desk.notebook.drafts.all() == []


def test_a_disguised_card_of_a_person_and_a_helpline(opened: Browser) -> None:
    ruth = opened.desk.notebook.save(Person(name="Ruth", number="07700 900123")).record
    at(opened, "cards.services")
    opened.post(opened.form(f'value="{HELPLINE}"'), {"service": [HELPLINE]})
    (line,) = opened.desk.notebook.one(Cards).numbers
    send(
        opened,
        **{
            f"on-{ruth}": "disguised",
            f"called-{ruth}": "Ruth's wool",
            f"on-{line.id}": "disguised",
            f"called-{line.id}": "Aunt Flo",
            "title": "Refuge",
        },
    )
    page = words(opened)
    assert "Coffee card Aunt Flo 0808 2000 247" in page
    assert "Ruth : “Ruth” is part of a true name." in page
    assert "The name of the card was left off. “refuge” could say what this card is for." in page
    at(opened, "cards.choose")
    send(opened, **{f"called-{ruth}": "Wool shop", "title": "Corner Bakery", "folded": "yes"})
    assert "Not on it yet" not in words(opened)
    answer = opened.get(opened.inside("cards.take", look="disguised"))
    paper = text(answer.data)
    for there in ("Corner Bakery", "Wool shop 07700 900123", "Aunt Flo 0808 2000 247"):
        assert there in paper
    for never in ("Ruth", "Helpline", "Abuse", "National"):
        assert never not in paper
    assert opened.desk.notebook.latest(ruth).body.carry_as == "Wool shop"
    at(opened, "cards.choose")
    send(opened, **{f"on-{line.id}": "out", f"on-{ruth}": "heart"})
    assert "By heart Ruth: 07700 900123" in words(opened)
    assert opened.desk.notebook.one(Cards).numbers == ()


def test_a_card_with_nothing_on_it_is_not_made(opened: Browser) -> None:
    for endpoint in ("cards.before", "cards.take"):
        answer = opened.get(opened.inside(endpoint, look="disguised"))
        assert answer.status_code == 409
        assert "There is no number on this card yet." in words(opened)

"""Who can help, on pages: her nation first, every way in with what it costs and leaves, no trail of a search."""

from __future__ import annotations

import html
import io
import re
from datetime import date
from pathlib import Path

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready
from daybook.notebook.local_services import lists_of
from daybook.web.views import directory
from tests.web.conftest import TOKEN, Browser, addresses_in

SAMPLE = Path(__file__).parents[2] / "packs" / "sample-local" / "services.csv"


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), {"nation": "scotland"}))
    return opened


def page_of(browser: Browser, endpoint: str, **values: str) -> str:
    browser.get(browser.inside(endpoint, **values))
    return html.unescape(browser.page[browser.page.index("<main") :])


def look(browser: Browser, **typed: str) -> str:
    page_of(browser, "directory.index")
    browser.post(browser.form('name="place"'), {"words": "", "place": "", **typed})
    return html.unescape(browser.page[browser.page.index("<main") :])


def add(browser: Browser, plain: bytes, name: str = "list.csv") -> str:
    page_of(browser, "local.index")
    key = re.search(r'name="key" value="(\w+)"', browser.page)
    assert key
    browser.post(browser.form('type="file"'), {"key": key[1], "file": (io.BytesIO(plain), name)})
    return html.unescape(browser.page[browser.page.index("<main") :])


def test_the_menu_leads_to_it_and_it_begins_with_numbers(told: Browser) -> None:
    told.get("/")
    told.get(told.link("Who can help"))
    page = html.unescape(told.page)
    assert 'href="tel:08000271234"' in page[page.index("<main") :]
    assert len(set(re.findall(r'href="tel:(\d+)"', page[page.index("<main") :]))) >= 2
    assert "What are you looking for?" in page


def test_who_named_no_nation_sees_all_of_them_and_a_way_to_say_it(opened: Browser) -> None:
    page = page_of(opened, "directory.index")
    for number in ("0808 2000 247", "0808 80 10 800", "0800 027 1234", "0808 802 1414"):
        assert number in page
    opened.get(opened.link("Say where you live"))
    assert "Where do you live?" in opened.page
    page = page_of(opened, "directory.need", need="refuge")
    titles = [page.index(f"<h2>{name}</h2>") for name in ("England", "Wales", "Scotland", "Northern Ireland")]
    assert titles == sorted(titles)


def test_who_lives_elsewhere_is_told_whose_lines_these_are(opened: Browser) -> None:
    opened.desk.notebook.keep(read_answers(ready.pack(), {"nation": "elsewhere"}))
    page = page_of(opened, "directory.index")
    assert "These lines are for the United Kingdom." in page
    assert "Say where you live" not in page
    assert "These are the orders of the United Kingdom." in page_of(opened, "orders.index")


def test_every_need_and_every_service_opens(opened: Browser) -> None:
    pack = ready.pack()
    for need in pack.cover.needs:
        page = page_of(opened, "directory.need", need=need.id)
        assert f"<h1>{need.title}</h1>" in page
        assert len(set(re.findall(r'href="(?:tel|sms):(\d+)"', page))) >= 2
    for service in pack.services.values():
        page = page_of(opened, "directory.show", name=service.id)
        assert f"<h1>{service.name}</h1>" in page
        assert "{" not in re.sub(r"<[^>]*>", "", page)
        for words in ("How to reach it", "What it leaves behind", "Looked at on", "Not yet checked by a person"):
            assert words in page, service.id


def test_a_service_says_what_a_call_costs_and_leaves_and_hours_only_where_known(told: Browser) -> None:
    page = page_of(told, "directory.show", name="national-da-helpline")
    assert 'href="tel:08082000247"' in page
    assert "A call or a text can stay in the lists on the phone." in page
    assert "Free from UK mobiles and landlines." in page
    assert "Free calls are meant to be left off bills that list each call. Nobody can promise it." in page
    assert "Day and night, every day" in page
    assert "If nobody answers here" in page
    assert "From an older page." in page or "Pages do not agree" in page
    page = page_of(told, "directory.show", name="womens-aid-chat")
    assert "When it is open is not known here." in page
    assert "http" not in "".join(re.findall(r'href="([^"]*)"', page))


def test_a_search_leaves_no_trail_in_an_address(told: Browser) -> None:
    page_of(told, "directory.index")
    answer = told.post(told.form('name="place"'), {"words": "stalking", "place": "Perth"}, follow=False)
    assert answer.status_code == 303
    assert TOKEN.fullmatch(answer.headers["Location"])
    told.get(answer.headers["Location"])
    for address in addresses_in(told.page):
        assert address == "/" or TOKEN.fullmatch(address) or address.startswith(("/p/", "/n", "tel:", "#")), address
        assert "stalking" not in address
        assert "Perth" not in address
    assert 'method="get"' not in told.page


def test_words_and_a_place_are_looked_for(told: Browser) -> None:
    page = look(told, words="stalking")
    assert "National Stalking Helpline" in page
    page = look(told, place="Leeds")
    assert "No local list in this notebook knows this place." in page
    assert 'href="tel:08000271234"' in page
    assert "Nothing holds all of these words." in look(told, words="xylophone")
    look(told, words="<b>")
    assert 'value="&lt;b&gt;"' in told.page


def test_a_list_is_added_found_by_place_marked_and_taken_out(told: Browser) -> None:
    page = add(told, SAMPLE.read_bytes())
    assert "Added." in page
    assert "Millbrook Forum, list of November 2026 (made up)" in page
    page = look(told, place="zz9 1aa")
    assert "Near you" in page
    told.get(told.link("Millbrook Outreach"))
    page = html.unescape(told.page)
    assert "From: Millbrook Forum, list of November 2026 (made up). Looked at on 2 November 2026." in page
    assert "You added it on" in page
    assert "Nobody checked it for you." in page
    assert "Open: Monday to Friday, 9 to 5." in page
    page_of(told, "local.index")
    told.post(told.form("Take this list out"), {})
    assert "Taken out." in told.page
    assert "No local list" in look(told, place="zz9")


def test_a_list_with_a_mistake_adds_nothing_and_says_each_with_its_line(told: Browser) -> None:
    plain = SAMPLE.read_bytes().replace(b"talk; planning", b"tolk").replace(b"phone: 01632 960 103", b"fax: 1")
    page = add(told, plain)
    assert "Nothing was added." in page
    assert "Line 2: “needs” cannot be “tolk”. Did you mean “talk”?" in page
    assert "Line 4: “kind” cannot be “fax”." in page
    assert lists_of(told.desk.notebook) == []
    assert "Nothing was added." in add(told, b"\xff\xfe", "x.csv")
    assert "No file was chosen." in add(told, b"", "")


def test_a_list_in_an_older_alphabet_comes_in_and_says_so(told: Browser) -> None:
    page = add(told, SAMPLE.read_text("utf-8").replace("Outreach", "Café").encode("cp1252"))
    assert "Windows-1252" in page
    assert "Millbrook Café" in page


def test_words_of_a_list_are_words_and_not_markup(told: Browser) -> None:
    add(told, SAMPLE.read_bytes().replace(b"Millbrook Outreach", b"<script>x</script> {person}"))
    page_of(told, "directory.need", need="talk")
    assert "&lt;script&gt;x&lt;/script&gt; {person}" in told.page
    assert "<script>x" not in told.page


def test_a_service_past_its_day_says_so(told: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "was due to be checked again" not in page_of(told, "directory.show", name="galop")

    class Later:
        @staticmethod
        def now() -> Later:
            return Later()

        def astimezone(self) -> Later:
            return self

        def date(self) -> date:
            return date(2031, 1, 1)

    monkeypatch.setattr(directory, "datetime", Later)
    assert "was due to be checked again" in page_of(told, "directory.show", name="galop")


def test_a_service_that_is_not_there_is_one_calm_sentence(told: Browser) -> None:
    assert told.get(told.inside("directory.show", name="no-such")).status_code == 404
    assert "This is not in the list any more." in told.page

"""Signs of serious danger on a page: who to talk to, never how many, and no answer is good."""

from __future__ import annotations

import html
import re

import pytest

from daybook.guide.situation import read_answers
from daybook.notebook import ready, signs
from tests.web.conftest import Browser

LEVELS = re.compile(
    r"\b(low|high|higher|medium|moderate|level|levels|score|total|in all|altogether|points?|percent|per cent"
    r"|risk|at risk|good news|safe now|you are safe)\b|%|\bout of\b|\bof twenty\b",
    re.IGNORECASE,
)
COUNTS = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|more than twenty) (signs?|things?|answers?)\b"
    r"|\b\d+ (signs?|yes|answers?|of)\b|\b\d+/\d+\b",
    re.IGNORECASE,
)


@pytest.fixture(autouse=True)
def read() -> None:
    ready.pack()


@pytest.fixture
def told(opened: Browser) -> Browser:
    opened.desk.notebook.keep(read_answers(ready.pack(), {"nation": "wales", "words": {"pronouns": "he"}}))
    return opened


def main_of(browser: Browser) -> str:
    return html.unescape(browser.page[browser.page.index("<main") :])


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def index(browser: Browser) -> str:
    browser.get(browser.inside("signs.index"))
    return main_of(browser)


def show(browser: Browser, name: str) -> str:
    browser.get(browser.inside("signs.show", name=name))
    return main_of(browser)


def say(browser: Browser, name: str, answer: str) -> str:
    show(browser, name)
    browser.post(browser.form(f'value="{answer}"'), {"do": answer})
    return main_of(browser)


def test_a_yes_leads_to_somebody_to_talk_to_today_and_to_what_fits(told: Browser) -> None:
    page = say(told, "strangling", "yes")
    for words in ("You said: Yes", "Somebody to talk to today", "What you could do", "Why it is on the list"):
        assert words in page
    assert 'href="tel:999"' in page
    assert 'href="tel:08088010800"' in page  # the line of Wales
    assert "0808 2000 247" not in page  # not that of England
    assert ready.pack().signs["strangling"].today.split(".")[0] in page
    assert "Where this comes from" in page
    assert "Not yet checked by a person" in page
    told.get(told.link("Call 999 when there is danger"))
    assert "Would it be noticed?" in told.page


def test_not_being_sure_leads_to_the_same(told: Browser) -> None:
    page = say(told, "strangling", "unsure")
    assert "You do not have to be sure" in page
    assert 'href="tel:08088010800"' in page


@pytest.mark.parametrize("answer", ["no", "skipped"])
def test_a_no_goes_on_without_a_word_about_it(told: Browser, answer: str) -> None:
    page = say(told, "strangling", answer)
    assert "threatened to kill" in words_of(page)
    assert '<p class="said"' not in page
    assert "You said" not in page


def test_why_is_there_before_an_answer_but_folded_away(told: Browser) -> None:
    page = show(told, "strangling")
    assert re.search(r"<details>\s*<summary>Why it is on the list", page)


def test_an_answer_can_be_changed_and_taken_back(told: Browser) -> None:
    say(told, "gun", "yes")
    page = say(told, "gun", "back")
    assert "You said" not in page
    assert "You said" not in index(told)


def test_one_by_one_leads_to_the_first_not_come_to(told: Browser) -> None:
    names = [sign.id for sign in sorted(ready.pack().signs.values(), key=lambda sign: sign.order)]
    say(told, names[0], "skipped")
    index(told)
    told.get(told.link("Go through them one by one"))
    assert f"<h1>{render(names[1])}</h1>" in main_of(told)
    for name in names:
        say(told, name, "no")
    assert "one by one" not in index(told)
    told.get(told.inside("signs.following"))
    assert "<h1>Signs of serious danger</h1>" in main_of(told)


def render(name: str) -> str:
    return ready.pack().signs[name].title.replace("{Person}", "The person harming you").replace("{they}", "he")


def test_her_plan_is_told_only_when_she_says_so(told: Browser) -> None:
    page = say(told, "strangling", "yes")
    assert "Let my plan know" in page
    told.post(told.form('value="tell"'), {"do": "tell"})
    assert "Your plan knows of this now." in told.page
    assert signs.facts_from_signs(told.desk.notebook, ready.pack()) == {"injured", "strangled"}
    told.post(told.form('value="untell"'), {"do": "untell"})
    assert signs.facts_from_signs(told.desk.notebook, ready.pack()) == frozenset()
    assert "Let my plan know" not in say(told, "getting-worse", "yes")  # it has no fact to tell


def test_no_page_shows_a_count_or_a_level(told: Browser) -> None:
    """Whatever she says: no answer at all, all no, one yes, all yes."""
    pack = ready.pack()
    for answer in (None, "no", "unsure", "yes"):
        for name in pack.signs:
            if answer:
                signs.answer(told.desk.notebook, pack, name, answer)  # type: ignore[arg-type]
        pages = [index(told), *(show(told, name) for name in pack.signs)]
        for page in pages:
            ours = words_of(re.sub(r'<div class="basis">.*?</div>', "", page, flags=re.DOTALL))
            ours = ours.replace("no answer means that you are safe", "")
            for text in (sign.why for sign in pack.signs.values()):
                ours = ours.replace(" ".join(text.split()), "")
            assert not LEVELS.search(ours), LEVELS.search(ours)
            assert not COUNTS.search(ours), COUNTS.search(ours)


def test_the_list_says_the_same_for_one_yes_as_for_all(told: Browser) -> None:
    """What stands around the answers does not follow their number; nor does the order of the list."""
    pack = ready.pack()
    names = sorted(pack.signs, key=lambda name: pack.signs[name].order)
    seen = []
    for name in names:
        signs.answer(told.desk.notebook, pack, name, "no")
    for name in (names[-1], *names):
        signs.answer(told.desk.notebook, pack, name, "yes")
        if name in (names[-1], names[3]):
            seen.append(words_of(re.sub(r'<span class="mark">You said: \w+</span>', "", index(told))))
    assert len(seen) == 3
    assert len(set(seen)) == 1


def test_a_sign_or_an_answer_that_is_not_there_changes_nothing(told: Browser) -> None:
    assert told.get(told.inside("signs.show", name="no-such")).status_code == 404
    assert "This is not in the list any more." in told.page
    show(told, "gun")
    told.post(told.form('value="yes"'), {"do": "<b>"})
    assert "You said" not in main_of(told)

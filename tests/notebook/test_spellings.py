"""What she looks for is found however it is written: numbers grouped otherwise, whose it is, emoji, other scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.records.incident import Incident
from daybook.notebook.finding import Answer, Question, find
from daybook.notebook.notebook import Notebook
from daybook.readmodel.asked import NOTHING, asked
from daybook.readmodel.excerpts import BEGIN, END, excerpts
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat

TEXTS = (
    "ring me on 07700 900123",
    "or 07700900123",
    "or +44 7700 900 123",
    "or +447700900123!",
    "or +44 (0)7700 900123",
    "not 07700 900124",
    "the shop: 020 7946 0123",
    "you know what comes 🔪",
    "🔪🔪 Friday",
    "well done 👍🏽",
    "love ❤️ you",
    "他说了不要去",
    "ไม่ไปโรงเรียน",
    "log CAD1234 of the night",
    "log CAD 1234 again",
    "my sister’s keys",
    "20° outside",
)


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
        made = Notebook.create(
            tmp_path_factory.mktemp("spelt") / "notes", "lantern gravel unison pebble orchard tinsel"
        )
        brought(made, chat(*(f"{day:02}/03/2024 09:00 Sam: {text}" for day, text in enumerate(TEXTS, 1))))
        for text in TEXTS:
            made.save(Incident(account=text))
        yield made
        made.close()


def answer(notebook: Notebook, words: str) -> Answer:
    return find(notebook, Question(words=words))


def found(notebook: Notebook, words: str) -> list[str]:
    """The texts, each found as a message and as an entry."""
    hits = answer(notebook, words).hits
    messages = sorted(hit.message.kept.text for hit in hits if hit.message)
    assert messages == sorted(hit.record.body.account for hit in hits if hit.record)
    return messages


FIVE = sorted(TEXTS[:5])


@pytest.mark.parametrize(
    "typed", ["07700900123", "07700 900123", "07700 900 123", "+447700900123", "+44 7700 900123", "0044 7700 900123"]
)
def test_a_number_is_found_however_it_is_grouped(notebook: Notebook, typed: str) -> None:
    assert found(notebook, typed) == FIVE
    assert found(notebook, f"or {typed}") == sorted(TEXTS[1:5])


def test_a_number_of_a_city_too_and_no_other_number(notebook: Notebook) -> None:
    for typed in ("02079460123", "020 7946 0123", "+442079460123"):
        assert found(notebook, typed) == [TEXTS[6]]
    assert found(notebook, "07700900125") == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("🔪", [TEXTS[7], TEXTS[8]]),
        ("🔪 friday", [TEXTS[8]]),
        ("friday🔪", [TEXTS[8]]),
        ('"well done" 👍', [TEXTS[9]]),
        ("👍🏻", [TEXTS[9]]),
        ("❤", [TEXTS[10]]),
        ("love ❤️", [TEXTS[10]]),
        ("💣", []),
        ("他说", [TEXTS[11]]),
        ("不要", [TEXTS[11]]),
        ("他不", []),
        ("โรงเรียน", [TEXTS[12]]),
        ("20°", [TEXTS[16]]),
    ],
)
def test_emoji_and_scripts_without_spaces_are_found_by_their_letters(
    notebook: Notebook, typed: str, expected: list[str]
) -> None:
    assert found(notebook, typed) == sorted(expected)
    assert answer(notebook, typed).found == 2 * len(expected)


def test_the_excerpt_shows_them(notebook: Notebook) -> None:
    assert {hit.excerpt for hit in answer(notebook, "他说").hits} == {f"{BEGIN}他说{END}了不要去"}


def test_letters_and_a_number_are_one_word_or_two(notebook: Notebook) -> None:
    assert found(notebook, "CAD1234") == sorted(TEXTS[13:15])
    assert found(notebook, "sister's") == [TEXTS[15]]
    assert found(notebook, "sister") == [TEXTS[15]]


@pytest.mark.parametrize("typed", ["", "?!", "´", "'", '""', "-- ..."])
def test_what_says_nothing_asks_for_nothing(typed: str) -> None:
    assert not asked(typed)
    assert asked(typed) == NOTHING


@given(st.text(max_size=40))
def test_no_typing_is_a_query_an_index_refuses(typed: str) -> None:
    assert len(excerpts(["one text"], asked(typed).match, asked(typed).letters)) == 1

"""What is found is what somebody who reads everything would find: words, phrases, slips, people, spans."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.crypto.derive import Cost
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.incident import Incident
from daybook.domain.records.person import Person
from daybook.notebook import reading
from daybook.notebook.finding import Answer, Question, begin, find
from daybook.notebook.messages import A_FEW, Shelf, mark, may_be_more_people, people
from daybook.notebook.named import names
from daybook.notebook.notebook import Notebook
from daybook.readmodel.asked import asked, plainly, stems_of
from daybook.readmodel.bookshelf import Bookshelf
from daybook.readmodel.open_book import OpenBook
from daybook.readmodel.wanted import Wanted
from tests.notebook.bringing import brought
from tests.notebook.lines_format import Lines, chat

PASSPHRASE = "lantern gravel unison pebble orchard tinsel"
WORDS = ("school", "schools", "gate", "gates", "shouted", "shouting", "home", "Café", "cafe", "don't", "sorry", "naïve")
SENDERS = ("Sam", "Alex", "07700 900123")
one_text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join)
exact_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(
    lambda words: " ".join(f'"{word}"' for word in words)
)
one_day = st.integers(1, 28)
one_message = st.tuples(one_day, st.sampled_from(SENDERS), one_text)
one_entry = st.tuples(one_day | st.none(), one_text)


def _quick_key(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    return hashlib.sha256(salt + passphrase.encode()).digest()


@pytest.fixture(autouse=True, scope="module")
def _quick() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("daybook.journal.journal.derive", _quick_key)
        patch.setattr("daybook.intake.format.formats", lambda: (Lines(),))
        patch.setattr(reading, "BOOK", 4)
        yield


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("empty") / "notes"
    Notebook.create(folder, PASSPHRASE).close()
    return folder


@pytest.fixture
def notebook(empty: Path, tmp_path: Path) -> Iterator[Notebook]:
    notebook = Notebook.unlock(Path(shutil.copytree(empty, tmp_path / "notes")), PASSPHRASE)
    yield notebook
    notebook.close()


def open_all(notebook: Notebook) -> Bookshelf:
    """Let the background finish with the books: what they are asked then goes other ways."""
    begin(notebook)
    books = notebook.beside(Shelf).books()
    if books._opening:
        books._opening.join(20)
    return books


def texts(notebook: Notebook, **question: object) -> list[str]:
    """Everything that is found, page after page, in order."""
    asked_for = Question(**question)  # type: ignore[arg-type]
    found: list[str] = []
    answer = find(notebook, asked_for, most=3)
    counted = answer.found
    while True:
        assert answer.found == counted
        found += [_text(answer, number) for number in range(len(answer.hits))]
        if answer.after is None:
            assert len(found) == counted
            return found
        answer = find(notebook, asked_for, most=3, beyond=answer.after)


def _text(answer: Answer, number: int) -> str:
    hit = answer.hits[number]
    return hit.message.kept.text if hit.message else str(hit.record.body.account)  # type: ignore[union-attr]


def stems(text: str) -> set[str]:
    return set(stems_of(plainly(text).split()))


def holds(text: str, words: str) -> bool:
    """What a careful reader says: each word's stem is there, each phrase stands there word by word."""
    said = asked(words)
    phrases = all(f" {plainly(phrase)} " in f" {plainly(text)} " for phrase in said.phrases)
    return phrases and all(stems(word) <= stems(text) for word in said.words)


def one_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter wrong, missing, too many, or swapped: by trying all of it."""
    if len(one) == len(other):
        wrong = [at for at in range(len(one)) if one[at] != other[at]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and one[wrong[0]] == other[wrong[1]]
        return len(wrong) == 1 or (swapped and one[wrong[1]] == other[wrong[0]])
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


@given(
    messages=st.lists(one_message, max_size=14),
    entries=st.lists(one_entry, max_size=5),
    words=one_text | one_text.map(lambda text: f'"{text}"') | exact_words | st.just(""),
    opened=st.booleans(),
    sender=st.sampled_from(("", *SENDERS)),
    since=one_day | st.none(),
    until=one_day | st.none(),
    sort=st.sampled_from(("newest", "oldest")),
)
@settings(max_examples=25, deadline=None)
def test_it_finds_what_a_reader_of_everything_finds(
    *,
    empty: Path,
    tmp_path_factory: pytest.TempPathFactory,
    messages: list[tuple[int, str, str]],
    entries: list[tuple[int | None, str]],
    words: str,
    opened: bool,
    sender: str,
    since: int | None,
    until: int | None,
    sort: str,
) -> None:
    folder = shutil.copytree(empty, tmp_path_factory.mktemp("one") / "notes")
    notebook = Notebook.unlock(folder, PASSPHRASE)
    try:
        lines = [f"{day:02}/03/2024 09:00 {who}: {text} m{number}" for number, (day, who, text) in enumerate(messages)]
        if lines:
            brought(notebook, chat(*lines))
        for number, (day, text) in enumerate(entries):
            start = PartialDate(year=2024, month=3, day=day) if day else None
            happened = Happened(how="exact", start=start) if start else Happened()
            notebook.save(Incident(account=f"{text} e{number}", happened=happened))
        if opened:
            open_all(notebook)
        span = {"since": f"2024-03-{since:02}" if since else "", "until": f"2024-03-{until:02}" if until else ""}
        found = texts(notebook, words=words, person=sender, sort=sort, kind="", **span)
        expected = [
            (f"2024-03-{day:02}", f"{text} m{number}")
            for number, (day, who, text) in enumerate(messages)
            if holds(text, words) and (not sender or who == sender)
        ]
        expected += [
            (f"2024-03-{day:02}" if day else "", f"{text} e{number}")
            for number, (day, text) in enumerate(entries)
            if holds(text, words) and not sender
        ]
        if since or until:
            expected = [
                one for one in expected if one[0] and one[0] >= span["since"] and one[0] < (span["until"] or "~")
            ]
        if not (words or sender or since or until):
            expected = []
        assert sorted(found) == sorted(text for _day, text in expected)
        days = {text: day for day, text in expected}
        dated = [days[text] for text in found if days[text]]
        assert dated == sorted(dated, reverse=sort == "newest")
        assert [text for text in found if not days[text]] == found[len(dated) :], "what has no date comes last"
    finally:
        notebook.close()


@given(typed=st.sampled_from(WORDS[:7]), data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_word_is_forgiven_for_exactly_one_slip(typed: str, data: st.DataObject) -> None:
    letters = st.sampled_from("aeghost")
    at = data.draw(st.integers(0, len(typed) - 1))
    slipped = data.draw(
        st.one_of(
            letters.map(lambda letter: typed[:at] + letter + typed[at + 1 :]),
            letters.map(lambda letter: typed[:at] + letter + typed[at:]),
            st.just(typed[:at] + typed[at + 1 :]),
        )
    )
    (stem,) = stems_of((typed,))
    near = asked(slipped).forgiving({stem})
    offered = set(re.findall(r'"(\w+)"', near)) - {slipped}
    assert all(one_slip(slipped, word) and stems_of((word,)) == [stem] for word in offered)
    if len(slipped) >= 4 and one_slip(slipped, typed) and stems_of((slipped,)) != [stem]:
        assert offered
    assert asked(f"{typed}qq").forgiving({stems_of((typed,))[0]}) == ""


def test_one_person_is_one_name_and_one_number(notebook: Notebook) -> None:
    lines = ("01/03/2024 09:00 SAM: one", "02/03/2024 09:00 +447700900123: two", "03/03/2024 09:00 Alex: three")
    brought(notebook, chat(*lines))
    notebook.save(Person(name="Sam", number="07700 900 123"))
    notebook.save(Incident(account="Sam came"))
    assert names(notebook) == ["Sam", "+447700900123", "Alex"]
    answer = find(notebook, Question(person="sam"))
    assert [hit.message.kept.text for hit in answer.hits if hit.message] == ["two", "one"]
    assert {hit.record.kind for hit in answer.hits if hit.record} == {"person.1", "incident.1"}


def test_only_marked_messages_and_all_of_their_words(notebook: Notebook) -> None:
    record = brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: word {day}" for day in range(28, 0, -1))))
    mark(notebook, [(record, 0), (record, 27), (record, 13)], add=("threat",))
    assert texts(notebook, tag="threat") == ["word 28", "word 15", "word 1"]
    assert texts(notebook, tag="*", words="word", until="2024-03-16") == ["word 15", "word 1"]
    assert texts(notebook, tag="money") == []


def test_phones_type_their_own_quotes_and_a_star_is_a_beginning(notebook: Notebook) -> None:
    notebook.save(Incident(account="He shouted at the gate"))
    assert texts(notebook, words="“at the gate”") == ["He shouted at the gate"]
    assert texts(notebook, words="“the at gate”") == []
    assert texts(notebook, words="sho*") == ["He shouted at the gate"]
    assert texts(notebook, words='"shouting"') == [], "in quotes a word is no other form of it"


def test_a_word_saved_a_moment_ago_is_offered_for_a_slip(notebook: Notebook) -> None:
    notebook.save(Incident(account="At the gate"))
    assert texts(notebook, words="harbuor") == []
    notebook.save(Incident(account="At the harbour"))
    assert texts(notebook, words="harbuor") == ["At the harbour"]


def test_in_quotes_a_word_is_only_itself(notebook: Notebook) -> None:
    lines = ("the schools", "The School!", "preschool", "école, school")
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: {text}" for day, text in enumerate(lines, 1))))
    notebook.save(Incident(account="Two schools"))
    assert texts(notebook, words='"school"') == ["école, school", "The School!"]
    assert texts(notebook, words='"ecole"') == ["école, school"]
    assert texts(notebook, words="school") == ["école, school", "The School!", "the schools", "Two schools"]


@pytest.mark.parametrize("rare", [0, 1, 100])
def test_what_is_found_is_the_same_with_and_without_an_index_of_exact_words(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch, rare: int
) -> None:
    monkeypatch.setattr("daybook.readmodel.open_book._RARE", rare)
    lines = (
        "the schools",
        "The School!",
        "preschool 🚪",
        "école, school",
        "school\x00s",
        "SCHOOL_gate",
        "ſchool",
        "Schoöl",
    )
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: {text}" for day, text in enumerate(lines, 1))))
    words = (
        '"school"',
        '"schools"',
        '"ecole"',
        '"école"',
        '"school" "ecole"',
        '"school" the',
        '"the schools"',
        '"schools the"',
        '"s"',
        '"gate"',
    )
    before = {each: texts(notebook, words=each) for each in words}
    assert sum(map(len, before.values())) > 10
    open_all(notebook)
    assert {each: texts(notebook, words=each) for each in words} == before


def test_in_quotes_a_rare_form_among_many_others_is_found(notebook: Notebook) -> None:
    rare = {1, 9, 12, 15, 29}
    for number in range(30):
        start = PartialDate(year=2024, month=3, day=number + 1)
        account = f"Shouting {number}" if number in rare else f"He shouted, über {number}"
        notebook.save(Incident(account=account, happened=Happened(how="exact", start=start)))
    expected = [f"Shouting {number}" for number in sorted(rare)]
    assert texts(notebook, words='"shouting"', sort="oldest") == expected
    assert texts(notebook, words='"shouting"') == expected[::-1]
    assert texts(notebook, words='"shouts"') == []


def test_what_may_have_been_in_a_span_is_in_it(notebook: Notebook) -> None:
    about = Happened(how="about", start=PartialDate(year=2024, month=3))
    notebook.save(Incident(account="The gate in March", happened=about))
    notebook.save(Incident(account="The gate, I do not know when"))
    notebook.save(Person(name="Gate keeper"))
    for since, until, found in (
        ("2024-03-20", "", 1),
        ("", "2024-03-02", 1),
        ("2024-04-01", "", 0),
        ("", "2024-03-01", 0),
    ):
        answer = find(notebook, Question(words="gate", since=since, until=until))
        assert (answer.found, answer.undated) == (found, 1), (since, until)


def test_the_books_are_opened_in_the_background_and_let_go(notebook: Notebook) -> None:
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: word {day}" for day in range(1, 29))))
    books = open_all(notebook)
    assert len(books._open) == len(books._learnt) == 7
    assert all(book.is_counted and book.has_exact for book in books._open.values())
    assert "word" in books.stems()
    notebook.close()
    assert not books._open
    assert not books._stems


def test_opening_in_the_background_changes_no_book_under_a_reader(notebook: Notebook) -> None:
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: word {day}" for day in range(1, 29))))
    books = notebook.beside(Shelf).books()
    before = [kept.text for kept in books.read(Wanted(), most=100)]
    counted = books.moments()
    begin(notebook)
    seen = [[kept.text for kept in books.read(Wanted(), most=100)] for _again in range(50)]
    open_all(notebook)
    assert seen == [before] * 50
    assert all(of is books.moments()[shelved] for shelved, of in counted.items()), "what was counted stays"


def test_what_more_is_made_of_a_book_is_not_lost_to_who_is_done_later(notebook: Notebook) -> None:
    brought(notebook, chat("01/03/2024 09:00 Sam: word"))
    books = notebook.beside(Shelf).books()
    (only,) = books._shelved

    def slowly(book: OpenBook) -> None:
        open_all(notebook)
        assert not book.has_exact

    books._beside(only, slowly)
    assert books._open[only].has_exact
    assert books._open[only].is_counted


def test_only_a_few_sealed_books_are_waited_for_to_say_who_wrote(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[int] = []
    monkeypatch.setattr(Bookshelf, "begin", lambda _books: None)
    monkeypatch.setattr(Bookshelf, "wait", lambda books, _seconds: waited.append(books.sealed))
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: word {day}" for day in range(1, 29))))
    books = notebook.beside(Shelf).books()
    for shelved in books._shelved:
        assert may_be_more_people(notebook)
        assert sum(number for _name, number in people(notebook)) == 28 - 4 * books.sealed
        books._beside(shelved, OpenBook.senders)
    assert people(notebook) == [("Sam", 28)]
    assert waited == [*range(A_FEW, 0, -1)], "and not where all are open"
    assert not may_be_more_people(notebook)


def test_locking_while_books_are_being_opened_is_no_error(notebook: Notebook) -> None:
    brought(notebook, chat(*(f"{day:02}/03/2024 09:00 Sam: word {day}" for day in range(1, 29))))
    begin(notebook)
    opening = notebook.beside(Shelf).books()._opening
    notebook.close()
    assert opening
    opening.join(20)
    assert not opening.is_alive()


def test_what_is_looked_for_stays_nowhere(notebook: Notebook) -> None:
    from daybook.readmodel.asked import _stemmer  # noqa: PLC0415
    from daybook.readmodel.excerpts import _shown  # noqa: PLC0415

    notebook.save(Incident(account="By the harbour"))
    assert "\x02harbour\x03" in find(notebook, Question(words="harbours")).hits[0].excerpt
    assert _shown().execute("SELECT count(*) FROM shown").fetchone() == (0,)
    find(notebook, Question(words="harbour lantern"))
    assert _stemmer().execute("SELECT count(*) FROM one").fetchone() == (0,)
    assert re.search("harb", str(_stemmer().execute("SELECT * FROM stem").fetchall())) is None

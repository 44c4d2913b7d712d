from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from daybook.domain.fields import FieldKind, described, fields_of
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_of
from daybook.domain.records.contact import Contact
from daybook.domain.revision import Revision
from daybook.export import entry
from daybook.export.gallery import Gone
from daybook.export.words import PaperWords
from tests.export.papers import WRITTEN, amended, drawn, file, history, incident, on, pages, paper, text


def test_every_described_field_is_printed_under_its_label() -> None:
    body = incident(
        "The account.",
        happened=on(4),
        where="The kitchen",
        felt="Cold",
        before="The phone rang",
        exact_words="“You will see”",
        there=("Mrs Okafor", "Leo"),
        children=("saw",),
        also=("pet",),
        stopped=("phone",),
        after="I went to number 9",
        injuries="A bruise",
        reported=("police",),
        reported_details="They came",
        reference="EXAMPLE/1",
        files=(file(1, "The wall"),),
    )
    printed = text(paper(history(body)))
    for name, field in fields_of(type(body)).items():
        if name not in ("happened", "files", "linked"):
            assert field.label in printed
    for words in (
        "The account.",
        "4 March 2026",
        "The kitchen",
        "Cold",
        "Mrs Okafor\n",
        "Leo",
        "Children saw or heard it",
        "A bruise",
        "Police",
        "They came",
        "EXAMPLE/1",
        "The wall",
        file(1).sha256,
        "123.5 KB",
    ):
        assert words in printed
    assert "secret-name" not in printed, "a file's name can say more than the paper should"


def test_a_question_left_empty_is_not_printed() -> None:
    printed = text(paper(history(incident(where=""))))
    assert "Where were you?" not in printed


@dataclass(frozen=True, kw_only=True)
class _Expense:
    """A kind of record this paper has never heard of."""

    what: str = described("What did it cost you?", FieldKind.LINE)
    seen: Happened = described("When did you notice?", FieldKind.WHEN)
    kind: str = described("What kind?", FieldKind.CHOICE, options=(("rent", "Rent or bills"),))


def test_a_new_kind_of_record_prints_with_no_change_here(monkeypatch: pytest.MonkeyPatch) -> None:
    known = kind_of("incident.1")
    new = type(known)(code="expense.1", cls=_Expense, name="An expense", title_field="what", dated_by="seen")
    monkeypatch.setattr(entry, "kind_of", {"expense.1": new, "incident.1": known}.__getitem__)
    body = _Expense(what="£40 for the key", seen=on(9), kind="rent")
    revision = Revision(record="e", kind="expense.1", number=1, written=WRITTEN, key="k", body=body)
    printed = text(paper([revision], history(incident())))
    for words in ("An expense", "9 March 2026", "What did it cost you?", "£40 for the key", "Rent or bills"):
        assert words in printed


def test_entries_stand_in_the_order_they_happened_and_unknown_ones_at_the_end() -> None:
    year = Happened(how="about", start=PartialDate(year=2026))
    printed = text(
        paper(
            history(incident("fourth", happened=on(9)), record="a"),
            history(incident("sixth"), record="b", written=WRITTEN.replace(hour=9)),
            history(incident("second", happened=on(1, 2)), record="c"),
            history(incident("fifth"), record="d"),
            history(incident("first", happened=year), record="e"),
            history(Contact(said="third", happened=on(2)), record="f"),
        )
    )
    places = [printed.index(f"{n}.1\n") if f"{n}.1\n" in printed else -1 for n in range(1, 7)]
    assert places == sorted(places)
    order = [printed.index(word) for word in ("first", "second", "third", "fourth", "fifth", "sixth")]
    assert order == sorted(order)
    assert printed.index("fourth") < printed.index("Entries without a date") < printed.index("fifth")
    assert "From 2026 to 2026" in printed, "a bare year stays a bare year"


def test_a_span_stands_where_it_begins() -> None:
    long = Happened(
        how="span", start=PartialDate(year=2026, month=3, day=1), end=PartialDate(year=2026, month=3, day=30)
    )
    printed = text(
        paper(history(incident("second", happened=on(2)), record="a"), history(incident("first", happened=long)))
    )
    assert printed.index("first") < printed.index("second")


def test_an_amended_entry_keeps_its_place_by_when_it_was_first_written() -> None:
    older = incident("older")
    printed = text(
        paper(
            history(incident("newer"), record="n", written=WRITTEN.replace(day=2)),
            history(older, amended(older, account="older, amended")),
        )
    )
    assert printed.index("older") < printed.index("newer")


def test_no_date_is_guessed() -> None:
    month = Happened(how="about", start=PartialDate(year=2026, month=8), words="the hot week")
    printed = text(paper(history(incident(happened=month))))
    assert "About August 2026 (“the hot week”)" in printed
    assert "1 August" not in printed
    assert "31 August" not in printed


def test_an_earlier_wording_stays_with_its_time_and_what_changed() -> None:
    first = incident("He pushed me.", where="Hall", happened=on(4), files=(file(1, "The stairs"),))
    second = amended(first, account="He pushed me twice.", happened=on(5))
    third = amended(second, where="", files=(file(1, "The stairs"), file(2)))
    printed = text(paper(history(first, second, third), pictures=drawn))
    latest, *earlier = printed.partition("Index\n")[0].split("Earlier wording, written ")
    assert "Changed 19 May 2026, 08:12 UTC. This is the latest wording" in latest
    assert "He pushed me twice." in latest
    assert "He pushed me." not in latest
    assert [wording.split("\n")[0] for wording in earlier] == ["10 May 2026, 08:12 UTC", "1 May 2026, 08:12 UTC"]
    assert "Where were you?" in earlier[0]
    assert "Hall" in earlier[0]
    assert "Photo 1: The stairs" in earlier[0]
    assert "Photo 2" not in earlier[0]
    assert "What happened?" not in earlier[0], "only what was changed afterwards is printed again"
    assert "He pushed me." in earlier[1]
    assert "4 March 2026" in earlier[1]
    assert "Where were you?" not in earlier[1]


def test_what_was_empty_before_says_so() -> None:
    first = incident()
    printed = text(paper(history(first, amended(first, reference="EXAMPLE/1"))))
    assert re.search(r"Earlier wording.*Reference number\n.*\(left empty\)", printed, re.DOTALL)


def test_paragraphs_are_numbered_through_the_entry() -> None:
    printed = text(paper(history(incident("one\n\ntwo\nstill two", where="Hall"))))
    assert re.findall(r"\b1\.\d+", printed) == ["1.1", "1.2", "1.3"]
    assert "two\nstill two" in printed


def test_pages_are_numbered_n_of_all() -> None:
    all_pages = pages(paper(*[history(incident("word " * 300), record=str(n)) for n in range(6)]))
    assert len(all_pages) > 6
    for number, page in enumerate(all_pages, start=1):
        assert f"{number} of {len(all_pages)}" in page


def test_the_index_names_the_page_each_entry_begins_on() -> None:
    many = [history(incident(f"mark{n:02} " + "word " * 200, happened=on(n + 1)), record=str(n)) for n in range(20)]
    all_pages = pages(paper(*many))
    first = next(n for n, page in enumerate(all_pages) if page.startswith("Index"))
    index = "\n".join(all_pages[first:])
    for n in range(20):
        begins = next(at for at, page in enumerate(all_pages, start=1) if f"mark{n:02}" in page)
        row = re.search(rf"^{n + 1}\s+{n + 1} March 2026\s+mark{n:02}.*?…\s+(\d+)$", index, re.MULTILINE | re.DOTALL)
        assert row
        assert int(row[1]) == begins


def test_the_first_page_says_what_it_is_and_claims_nothing() -> None:
    cover = pages(paper(history(incident(happened=on(4))), by="  Maya Example "))[0]
    for words in (
        "Chronology",
        "Written by Maya Example",
        "From 4 March 2026 to 4 March 2026",
        "1 entry",
        "20 May 2026",
    ):
        assert words in cover
    for claim in ("evidence", "court", "admissible", "proof", "Daybook", "abuse", "police"):
        assert claim.lower() not in cover.lower()
    assert "Written by A‹U+0000›B" in text(paper(history(incident()), by="A\0B"))
    assert "Written by" not in pages(paper(history(incident())))[0], "her name stands there only if she gave it"


def test_a_picture_that_cannot_be_shown_is_listed_with_its_fingerprint() -> None:
    files = (file(1, "Blurred"), file(2, "Letter", "application/pdf"), file(3, media="audio/ogg"))
    printed = text(paper(history(incident(files=files))))
    assert "Photo 1: Blurred" in printed
    assert "It cannot be shown on paper." in printed
    assert "File 1: Letter\nPDF document" in printed
    assert "File 2\nRecording" in printed
    assert all(one.sha256 in printed for one in files)


def test_nothing_at_all_still_makes_a_paper() -> None:
    printed = text(paper())
    assert "0 entries" in printed
    assert "No dates known" in printed
    assert "1 of 1" in printed


def test_the_words_can_be_in_another_language() -> None:
    words = PaperWords(language="cy", title="Cronoleg", page=("Tudalen ", " o ", ""))
    printed = text(paper(history(incident()), words=words))
    assert "Cronoleg" in printed
    assert "Tudalen 1 o " in printed


def test_a_file_that_cannot_be_read_is_said_and_stops_nothing() -> None:
    first = incident("The account.", happened=on(4), files=(file(1, "The wall"), file(2, "", "application/pdf")))
    printed = " ".join(text(paper(history(first), pictures=lambda _: Gone())).split())
    assert "Files that could not be read when this paper was made: 2." in printed
    assert printed.count("it is missing or damaged") == 2
    for words in ("The account.", "The wall", file(1).sha256, file(2).sha256):
        assert words in printed
    assert "could not be read" not in text(paper(history(first), pictures=lambda _: None))


def test_a_photo_taken_out_later_keeps_its_fingerprint_on_paper() -> None:
    first = incident("The account.", happened=on(4), files=(file(1, "The wall"),))
    printed = text(paper(history(first, amended(first, files=()))))
    assert file(1).sha256 in printed.replace("\n", "").replace(" ", "")


def test_the_first_page_says_which_kinds_of_entry_it_holds() -> None:
    one = text(paper(history(incident(happened=on(4)))))
    assert f"Holds: {kind_of('incident.1').plural}" in one
    assert kind_of("contact.1").plural not in one
    both = text(paper(history(incident(happened=on(4))), history(Contact(said="Hello"), record="s")))
    assert kind_of("contact.1").plural in both

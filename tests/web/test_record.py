"""Writing something down: the form, keeping, saving once, amending, two windows."""

from __future__ import annotations

import dataclasses
import io
import re
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import _KINDS, all_kinds, record
from daybook.domain.records.incident import Incident
from daybook.journal.errors import DiskFullError
from daybook.notebook.notebook import Notebook
from daybook.web.own_pages import OWN_PAGES
from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg, send

SAID = "He said “get out”.\nThen he shut the door <b>hard</b> & left."


def begin(browser: Browser, kind: str = "incident.1") -> None:
    browser.get(browser.inside("record.new", kind=kind))


def written(browser: Browser, **fields: Any) -> str:
    """Save an incident through the form, and its record's id."""
    begin(browser)
    send(browser, **{"account": SAID, **fields})
    assert "Saved." in browser.page
    return browser.desk.notebook.timeline()[-1].record


def test_every_kind_she_writes_herself_is_offered_but_undated_ones_with_a_page_of_their_own(opened: Browser) -> None:
    opened.get(opened.link("Write something down"))
    for kind in all_kinds().values():
        offered = kind.listed and (bool(kind.dated_by) or kind.code not in OWN_PAGES)
        assert (kind.start in opened.page) is offered if kind.start else not offered
    assert opened.get(opened.inside("record.new", kind="preferences.1")).status_code == 404
    assert "does not know" in opened.page


def test_the_account_comes_first_then_when_and_the_rest_is_optional_and_closed(opened: Browser) -> None:
    begin(opened)
    page = opened.page
    assert page.index("What happened?") < page.index("When did it happen?") < page.index("Where were you?")
    assert page.count("<details") == len(dataclasses.fields(Incident)) - 2
    assert '<details class="more" open' not in page
    assert 'http-equiv="refresh"' not in page


def test_what_was_written_shows_in_order_exactly_as_she_wrote_it(opened: Browser) -> None:
    written(
        opened,
        where="Kitchen",
        there="Ruth\nThe boy next door",
        children=["saw", "nearby"],
        happened__how="about",
        happened__month="3",
        happened__year="2024",
        happened__words="the week before half term",
    )
    page = opened.page
    assert "He said “get out”.\nThen he shut the door &lt;b&gt;hard&lt;/b&gt; &amp; left." in page
    assert "About March 2024" in page
    assert "the week before half term" in page
    assert page.index("Kitchen") < page.index("Ruth\nThe boy next door") < page.index("Children saw or heard it")
    assert "Reference number" not in page
    body = opened.desk.notebook.timeline()[0].body
    assert body.account == SAID
    assert body.happened == Happened(
        how="about", start=PartialDate(year=2024, month=3), words="the week before half term"
    )


@pytest.mark.parametrize(
    ("changed", "sentence", "field"),
    [
        ({"account": " \n "}, "A few words are enough", "account"),
        ({"happened__how": "exact", "happened__day": "31", "happened__month": "2", "happened__year": "2024"}, "not a date in the calendar", "happened"),
        ({"happened__how": "exact", "happened__year": "2191"}, "still to come", "happened"),
        ({"happened__how": "exact", "happened__day": "3"}, "at least its year", "happened"),
        ({"happened__how": "span", "happened__year": "2024", "happened__end_year": "2023"}, "end is before the beginning", "happened"),
        ({"happened__how": "unknown", "happened__year": "2024"}, "“I do not know” is chosen", "happened"),
        ({"happened__year": "2024"}, "Choose how sure you are of this date", "happened"),
        ({"where": "x" * 501}, "501 characters; 500 fit", "where"),
    ],
)  # fmt: skip
def test_what_is_to_put_right_is_said_at_the_top_and_at_its_field_and_nothing_is_lost(
    opened: Browser, changed: dict[str, str], sentence: str, field: str
) -> None:
    begin(opened)
    sent = send(opened, **{"account": SAID, "felt": "Small.", **changed})
    assert "One thing is still to put right. Nothing is lost." in opened.page
    assert opened.page.count(sentence) == 2
    number = list(Incident.__dataclass_fields__).index(field)
    assert f'href="#f{number}"' in opened.page
    assert f'id="f{number}p"' in opened.page
    assert filled(opened.page) == sent
    assert opened.desk.notebook.count() == 0


def test_a_megabyte_of_pasted_text_is_saved_and_shown_whole(opened: Browser) -> None:
    text = "All of the messages. " * 50_000
    written(opened, account=text)
    assert opened.desk.notebook.timeline()[0].body.account == text
    assert text.strip() in opened.page


def test_more_text_than_fits_is_given_back_whole(opened: Browser) -> None:
    text = "x" * 2_000_001
    begin(opened)
    send(opened, account=text)
    assert "Nothing is lost: split it in two." in opened.page
    assert filled(opened.page)["account"] == [text]


def test_today_fills_in_the_day_and_gives_the_form_back(opened: Browser) -> None:
    begin(opened)
    send(opened, "yesterday f1 happened", account="Half a sen")
    day = datetime.now() - timedelta(days=1)
    values = filled(opened.page)
    assert values["happened.how"] == ["exact"]
    assert [values[f"happened.{part}"][0] for part in ("day", "month", "year")] == [
        str(day.day),
        str(day.month),
        str(day.year),
    ]
    assert values["account"] == ["Half a sen"]
    assert opened.desk.notebook.count() == 0


def test_kept_for_now_is_a_draft_that_can_be_opened_saved_or_thrown_away(opened: Browser) -> None:
    begin(opened)
    send(opened, "keep", account="Half a sen", files=[("a.jpg", jpeg())])
    assert "Kept." in opened.page
    assert opened.desk.notebook.count() == 0
    opened.get(opened.inside("timeline.show"))
    assert "You have words not saved yet" in opened.page
    opened.get(opened.link("You have words not saved yet"))
    assert "Half a sen" in opened.page
    opened.get(opened.link("Open it again"))
    send(opened, account="Half a sentence.")
    assert "Saved." in opened.page
    assert len(opened.desk.notebook.timeline()[0].body.files) == 1
    assert opened.desk.notebook.drafts.all() == []

    begin(opened)
    send(opened, "keep", account="Never mind")
    opened.get(opened.inside("unsaved.all"))
    opened.get(opened.link("Throw it away"))
    assert "cannot be brought back" in opened.page
    assert len(opened.desk.notebook.drafts.all()) == 1
    opened.post(opened.form('name="key"'), {"key": opened.desk.notebook.drafts.all()[0].key})
    assert opened.desk.notebook.drafts.all() == []


def test_an_empty_form_says_that_words_typed_before_are_waiting(opened: Browser) -> None:
    """Back never shows what was typed: it leads to an empty form."""
    begin(opened)
    assert "not saved yet" not in opened.page
    send(opened, "keep", account="Half a sen")
    assert "not saved yet" not in opened.page
    begin(opened)
    opened.get(opened.link("You have words not saved yet"))
    assert "Half a sen" in opened.page


def test_an_empty_form_that_was_sent_is_not_called_words_of_hers(opened: Browser) -> None:
    begin(opened)
    send(opened)
    assert "This is the one box that has to hold something." in opened.page
    opened.get("/")
    assert "not saved yet" not in opened.page
    begin(opened)
    assert "not saved yet" not in opened.page
    send(opened, where="Kitchen")
    opened.get("/")
    assert "Something you typed is not saved yet." in opened.page


def test_a_form_without_a_wish_is_kept_not_saved(opened: Browser) -> None:
    """Enter in a line of text sends the first button of a form; that is the one that keeps."""
    begin(opened)
    first = re.search(r'<button[^>]*name="do"[^>]*>', opened.page)
    assert first
    assert 'value="keep"' in first[0]


def test_a_form_sent_twice_is_saved_once_even_with_a_photo(opened: Browser) -> None:
    begin(opened)
    form, values = opened.form("data-kept"), filled(opened.page)
    for _time in range(2):
        values["account"] = [SAID]
        data: dict[str, Any] = {**values, "do": ["save"], "files": [(io.BytesIO(jpeg()), "a.jpg")]}
        opened.post(form, data, content_type="multipart/form-data")
        assert "Saved." in opened.page
    assert [revision.number for revision in opened.desk.notebook.timeline()] == [1]
    assert opened.desk.notebook.drafts.all() == []


def test_the_same_page_in_a_doubled_window_shows_both_texts_and_loses_neither(opened: Browser) -> None:
    """Its key is that of something saved already; the words typed since must not be taken for a second sending."""
    begin(opened)
    page = opened.page
    send(opened, account="First words.")
    opened.page = page
    send(opened, account="First words. And some more.")
    assert "changed in another window" in opened.page
    assert filled(opened.page)["account"] == ["First words. And some more."]
    send(opened)
    assert "Saved." in opened.page
    (latest,) = opened.desk.notebook.timeline()
    said = [revision.body.account for revision in opened.desk.notebook.history(latest.record)]
    assert said == ["First words.", "First words. And some more."]
    assert opened.desk.notebook.drafts.all() == []


def test_amending_starts_from_what_it_says_and_shows_what_it_said(opened: Browser) -> None:
    written(
        opened, account="He shut the door and said get out.", happened__how="exact", happened__year="2024", where="Hall"
    )
    opened.get(opened.link("Amend"))
    values = filled(opened.page)
    assert values["account"] == ["He shut the door and said get out."]
    assert (values["happened.how"], values["happened.year"], values["where"]) == (["exact"], ["2024"], ["Hall"])
    send(opened, account="He slammed the door and said get out.", where="")
    assert "Hall" not in opened.page
    assert "Changed" in opened.page
    opened.get(opened.link("See what it said before"))
    text = re.sub(r'<span class="away">.*?</span>', "", opened.page)
    assert "He<del> shut</del><ins> slammed</ins> the door and said get out." in text
    assert "<del>Hall</del>" in text
    assert "He shut the door and said get out." in text
    assert [
        revision.body.where for revision in opened.desk.notebook.history(opened.desk.notebook.timeline()[0].record)
    ] == ["Hall", ""]


def test_saving_without_a_change_adds_no_version(opened: Browser) -> None:
    written(
        opened,
        files=[("a.jpg", jpeg())],
        happened__how="exact",
        happened__year="2024",
        happened__day="1",
        happened__month="2",
        happened__time="9.05 pm",
    )
    opened.get(opened.link("Amend"))
    assert filled(opened.page)["happened.time"] == ["21:05"]
    send(opened)
    assert [revision.number for revision in opened.desk.notebook.timeline()] == [1]


def test_two_windows_both_texts_show_and_hers_can_be_saved_on_top(opened: Browser) -> None:
    record = written(opened, account="One", where="Hall", files=[("a.jpg", jpeg())])
    opened.get(opened.inside("record.amend", record=record))
    second_window = opened.page
    opened.get(opened.inside("record.amend", record=record))
    send(opened, account="Two from the first window")
    opened.page = second_window
    send(opened, account="Three from the second window", files=[("b.jpg", jpeg(colour="red"))])
    assert opened.desk.notebook.latest(record).body.account == "Two from the first window"
    assert "changed in another window" in opened.page
    assert "Two from the first window" in opened.page
    assert filled(opened.page)["account"] == ["Three from the second window"]
    assert filled(opened.page)["where"] == ["Hall"]
    assert "Save mine as the newer version" in opened.page
    send(opened)
    said = [revision.body.account for revision in opened.desk.notebook.history(record)]
    assert said == ["One", "Two from the first window", "Three from the second window"]
    assert len(opened.desk.notebook.latest(record).body.files) == 2
    assert opened.desk.notebook.drafts.all() == []


def test_a_doubled_window_after_amending_elsewhere_is_not_a_circle(opened: Browser) -> None:
    begin(opened)
    page = opened.page
    send(opened, account="One")
    record = opened.desk.notebook.timeline()[0].record
    opened.get(opened.inside("record.amend", record=record))
    send(opened, account="Two")
    opened.page = page
    send(opened, account="Three, typed in the doubled window")
    assert "changed in another window" in opened.page
    send(opened)
    assert "Saved." in opened.page
    assert [revision.body.account for revision in opened.desk.notebook.history(record)][1:] == [
        "Two",
        "Three, typed in the doubled window",
    ]


def test_a_full_disk_gives_the_form_back_with_its_photo(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: Any, **more: Any) -> None:
        raise DiskFullError

    begin(opened)
    with monkeypatch.context() as patch:
        patch.setattr(Notebook, "save", full)
        send(opened, account=SAID, files=[("a.jpg", jpeg())])
    assert "The disk is full" in opened.page
    assert "a.jpg" in opened.page
    send(opened)
    assert "Saved." in opened.page
    body = opened.desk.notebook.timeline()[0].body
    assert (body.account, len(body.files)) == (SAID, 1)


def test_words_that_arrive_after_locking_wait_as_a_draft_of_the_same_form(opened: Browser) -> None:
    begin(opened)
    opened.desk.lock()
    send(opened, account="Typed while it locked.")
    assert 'type="password"' in opened.page
    assert "Typed while" not in opened.page
    opened.unlock()
    opened.get(opened.inside("unsaved.all"))
    opened.get(opened.link("Open it again"))
    assert filled(opened.page)["account"] == ["Typed while it locked."]
    send(opened)
    assert "Saved." in opened.page


def test_no_address_holds_a_word_of_hers_or_of_ours(opened: Browser) -> None:
    record = written(opened, account="Canary phrase")
    for endpoint, values in (
        ("record.show", {"record": record}),
        ("record.amend", {"record": record}),
        ("find.index", {"text": "canary"}),
    ):
        answer = opened.get(opened.inside(endpoint, **values))
        addresses = re.findall(r'(?:href|action|src)="([^"]*)"', opened.page)
        assert addresses
        for address in [*addresses, answer.request.path]:
            assert not re.search(rf"canary|{record}|record|incident|account|timeline|amend", address)


@pytest.fixture
def noise() -> Any:
    """A kind of record that nobody has thought of yet, for as long as one test."""

    @record(
        "noise.1",
        name="A noise",
        plural="Noises",
        start="Note a noise",
        title_field="heard",
        dated_by="heard_at",
        order=30,
    )
    @dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
    class Noise:
        heard: str = described("What did you hear?", FieldKind.TEXT, required=True)
        heard_at: Happened = described("When did you hear it?", FieldKind.WHEN)
        loud: str = described("How loud was it?", FieldKind.CHOICE, options=(("soft", "Soft"), ("loud", "Very loud")))
        tapes: tuple[Any, ...] = described("Recordings", FieldKind.FILES)
        cost: int | None = described("What did it cost?", FieldKind.AMOUNT)
        until: str = described("Until what time?", FieldKind.CLOCK)
        back: date | None = described("When will they be back?", FieldKind.DAY)

    all_kinds.cache_clear()
    yield "noise.1"
    del _KINDS["noise.1"]
    all_kinds.cache_clear()


def test_a_new_kind_of_record_works_everywhere_without_a_change(noise: str, opened: Browser) -> None:
    opened.get(opened.link("Write something down"))
    opened.get(opened.link("Note a noise"))
    send(opened, heard="A thump", loud="loud", heard_at__how="exact", heard_at__year="2191")
    assert "still to come" in opened.page
    send(opened, "today f1 heard_at", heard_at__how="exact")
    send(opened, cost="12,5")
    assert "12,5" in opened.page
    assert "Write the money in pounds" in opened.page
    send(opened, "keep", cost="12.50", until="9:05 pm", back__day="3", back__month="4", back__year="2031")
    send(opened)
    for words in ("Very loud", "£12.50", "21:05", "3 April 2031"):
        assert words in opened.page
    opened.get(opened.link("Amend"))
    for typed in ('value="12.50"', 'value="21:05"', 'value="2031"'):
        assert typed in opened.page
    send(opened, heard="A loud thump")
    opened.get(opened.link("See what it said before"))
    assert "loud" in opened.page
    opened.get(opened.inside("timeline.show", kind=noise))
    assert "A loud thump" in opened.page
    opened.post(opened.form('name="text"'), {"text": "thumps"})
    assert "A loud <mark>thump</mark>" in opened.page
    opened.get(opened.inside("paper.ask"))
    assert "Noises" in opened.page
    answer = opened.post(opened.form('name="by"'), {"kinds": [noise], "by": ""})
    assert answer.data.startswith(b"%PDF")


def test_older_entries_can_be_chosen_too_by_the_month_they_were_written(opened: Browser) -> None:
    notebook = opened.desk.notebook
    for number in range(15):
        notebook.save(Incident(account=f"Number {number}."), key=f"k{number}")
    begin(opened, "contact.1")
    shown, _details, older = opened.page.partition("Older entries")
    assert "Number 14." in shown
    assert "Number 0." not in shown
    assert older.index("Number 2.") < older.index("Number 0.")
    assert notebook.timeline()[0].written.strftime("%B %Y") in older
    first = next(each.record for each in notebook.timeline() if each.body.account == "Number 0.")
    send(opened, said="They listened.", linked=[first])
    assert notebook.timeline(["contact.1"])[0].body.linked == (first,)
    opened.get(opened.inside("record.amend", record=notebook.timeline(["contact.1"])[0].record))
    assert f'value="{first}" autocomplete="off" checked' in opened.page.partition("Older entries")[0]


def test_the_page_to_amend_says_what_is_amended(opened: Browser) -> None:
    record = written(opened)
    opened.get(opened.inside("record.amend", record=record))
    assert "<h1>Amend what you wrote: He said “get out”." in opened.page

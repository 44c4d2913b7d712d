"""The kinds beside an incident, as she writes them: marks on a body, patterns, days to come, and links both ways."""

from __future__ import annotations

import html
import io
import re
from datetime import date, timedelta
from typing import Any

from daybook.domain.body.mark import Mark
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.incident import Incident
from daybook.domain.records.injury import Injury
from daybook.domain.records.pattern import Pattern
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg, send

FRIDAY = Happened(how="exact", start=PartialDate(year=2024, month=5, day=3, hour=21, minute=30))


def begin(browser: Browser, kind: str, **values: Any) -> None:
    browser.get(browser.inside("record.new", kind=kind, **values))


def touch(browser: Browser, x: int, y: int, view: str = "front", **changed: str) -> None:
    """Touch a figure as a browser does: the whole form is sent with the place, and with no other button."""
    values = {**filled(browser.page), **{name: [value] for name, value in changed.items()}}
    values |= {f"marks.{view}.x": [str(x)], f"marks.{view}.y": [str(y)]}
    browser.post(browser.form("data-kept"), values, content_type="multipart/form-data")


def words(browser: Browser) -> str:
    return html.unescape(re.sub(r"<[^>]*>", " ", browser.page))


def saved(browser: Browser, kind: str) -> list[Any]:
    return [revision.body for revision in browser.desk.notebook.timeline([kind])]


def incident(browser: Browser, account: str = "He pushed me.", **more: Any) -> str:
    return browser.desk.notebook.save(Incident(account=account, happened=FRIDAY, **more)).record


def test_a_touch_on_the_figure_is_a_mark_and_nothing_typed_is_lost(opened: Browser) -> None:
    begin(opened, "injury.1")
    touch(opened, 112, 100, account="Blue, as long as my finger")
    assert "1. Left upper arm" in opened.page
    assert "Blue, as long as my finger" in opened.page
    touch(opened, 75, 56, "back")
    assert "2. Back of the neck" in opened.page
    assert opened.page.count("checked>") == 2
    send(opened)
    (told,) = saved(opened, "injury.1")
    assert told.account == "Blue, as long as my finger"
    assert told.marks == (
        Mark(view="front", region="upper-arm-left", x=149, y=133),
        Mark(view="back", region="neck", x=100, y=74),
    )
    assert "2. Back of the neck" in words(opened)


def test_a_touch_leads_back_to_the_figure(opened: Browser) -> None:
    begin(opened, "injury.1")
    values = {**filled(opened.page), "marks.front.x": ["75"], "marks.front.y": ["40"]}
    sent = opened.post(opened.form("data-kept"), values, follow=False, content_type="multipart/form-data")
    place = sent.headers["Location"].partition("#")[2]
    opened.get(sent.headers["Location"])
    fieldset = opened.page.partition(f'id="{place}"')[2]
    assert fieldset.index("Where on the body?") < fieldset.index("</fieldset>")


def test_a_touch_beside_the_figure_marks_nothing_and_says_so(opened: Browser) -> None:
    begin(opened, "injury.1")
    for x, y in ((0, 0), (149, 5), (10**9, 4)):
        touch(opened, x, y, account="Blue")
        assert "nothing was marked" in opened.page
        assert "Marked so far" not in opened.page
        assert "Blue" in opened.page


def test_a_photo_chosen_before_a_touch_is_kept_with_it(opened: Browser) -> None:
    begin(opened, "injury.1")
    values = {**filled(opened.page), "account": ["Blue"], "marks.front.x": ["75"], "marks.front.y": ["40"]}
    values["files"] = [(io.BytesIO(jpeg()), "arm.jpg")]  # type: ignore[list-item]
    opened.post(opened.form("data-kept"), values, content_type="multipart/form-data")
    send(opened)
    (told,) = saved(opened, "injury.1")
    assert [file.name for file in told.files] == ["arm.jpg"]
    assert [mark.region for mark in told.marks] == ["face"]


def test_a_place_is_chosen_by_its_name_and_a_tick_taken_away_takes_its_mark_away(opened: Browser) -> None:
    begin(opened, "injury.1")
    send(opened, account="Sore", marks=["front neck", "back hand-left", "no such place"])
    (told,) = saved(opened, "injury.1")
    assert [(mark.region, mark.x) for mark in told.marks] == [("neck", None), ("hand-left", None)]
    record = opened.desk.notebook.timeline(["injury.1"])[0].record
    opened.get(opened.inside("record.amend", record=record))
    send(opened, marks=["back hand-left"])
    assert [mark.region for mark in saved(opened, "injury.1")[0].marks] == ["hand-left"]
    opened.get(opened.inside("record.history", record=record))
    assert "Neck or throat" in opened.page


def test_a_mark_that_only_moved_is_said_in_the_history(opened: Browser) -> None:
    book = opened.desk.notebook
    first = book.save(Injury(account="Blue", marks=(Mark(view="front", region="face", x=95, y=50),)))
    moved = Injury(account="Blue", marks=(Mark(view="front", region="face", x=105, y=50),))
    book.save(moved, record=first.record, based_on=1)
    opened.get(opened.inside("record.history", record=first.record))
    assert "Only the place on the drawing is another" in opened.page


def test_the_drawing_holds_only_what_is_a_mark(opened: Browser) -> None:
    drawn = opened.get(opened.inside("body.picture", view="front", marks=["front face 95 50", "<script>", "back neck"]))
    assert drawn.mimetype == "image/svg+xml"
    assert "script" not in drawn.text
    assert drawn.text.count("</text>") == 1
    assert opened.get(opened.inside("body.picture", view="<b>")).text.startswith("<svg")


def test_an_injury_is_found_by_the_place_that_was_marked(opened: Browser) -> None:
    opened.desk.notebook.save(Injury(account="Blue", marks=(Mark(view="back", region="elbow-left"),)))
    assert [found.body.account for found in entries_with(opened.desk.notebook, "left elbow")] == ["Blue"]


def test_a_later_look_points_to_the_first_and_the_first_shows_it(opened: Browser) -> None:
    neck = (Mark(view="front", region="neck"),)
    first = opened.desk.notebook.save(Injury(account="Red at first", happened=FRIDAY, marks=neck)).record
    opened.get(opened.inside("record.show", record=first))
    opened.get(opened.link("Photos of it, some days later"))
    assert "1. Neck or throat" in opened.page
    send(opened, account="Yellow by now", files=[("later.jpg", jpeg())])
    later = next(body for body in saved(opened, "injury.1") if body.account == "Yellow by now")
    assert (later.again, later.marks) == ((first,), neck)
    assert "Red at first" in opened.page
    opened.get(opened.link("3 May 2024, 21:30 · An injury: Red at first"))
    assert "Entries that belong with it" in opened.page
    opened.get(opened.link("Date not known · An injury: Yellow by now"))
    assert "Is it one you wrote down before" in opened.page


def test_what_happened_next_begins_on_the_same_day_but_not_at_the_same_minute(opened: Browser) -> None:
    first = incident(opened)
    opened.get(opened.inside("record.show", record=first))
    opened.get(opened.link("The next thing that happened then"))
    form = filled(opened.page)
    assert (form["happened.day"], form["happened.month"], form["happened.year"]) == (["3"], ["5"], ["2024"])
    assert form["happened.time"] == [""]
    send(opened, account="Then he took my keys.")
    after = next(body for body in saved(opened, "incident.1") if body.account.startswith("Then"))
    assert after.linked == (first,)
    assert after.happened.start.hour is None


def test_a_link_is_shown_on_both_sides_until_it_is_taken_away(opened: Browser) -> None:
    first, book = incident(opened), opened.desk.notebook
    second = book.save(Incident(account="Later", linked=(first,)))
    opened.get(opened.inside("record.show", record=first))
    assert "Entries that belong with it" in opened.page
    book.save(Incident(account="Later"), record=second.record, based_on=1)
    opened.get(opened.inside("record.show", record=first))
    assert "Entries that belong with it" not in opened.page
    assert book.linked_to(first) == []


def test_a_form_offers_the_latest_entries_and_the_chosen_one_but_not_itself(opened: Browser) -> None:
    old = incident(opened, "The oldest one")
    chosen = incident(opened, "The one that points", linked=(old,))
    for number in range(30):
        incident(opened, f"Number {number}")
    opened.get(opened.inside("record.amend", record=chosen))
    at_once, _details, _older = opened.page.partition("Older entries")
    offered = re.findall(r'name="linked" value="([0-9a-f]{32})"', at_once)
    assert old in offered
    assert len(offered) <= 13
    everything = re.findall(r'name="linked" value="([0-9a-f]{32})"', opened.page)
    assert chosen not in everything
    assert len(everything) == len({*everything}) == 31
    send(opened)
    assert opened.desk.notebook.latest(chosen).body.linked == (old,)


def test_a_pattern_asks_for_no_date_and_stands_with_her_words(opened: Browser) -> None:
    begin(opened, "pattern.1")
    assert "happened.year" not in opened.page
    send(opened, account="He checks my phone", happened__words="most Fridays")
    assert saved(opened, "pattern.1") == [
        Pattern(account="He checks my phone", happened=Happened(words="most Fridays"))
    ]
    opened.get(opened.inside("timeline.show"))
    assert "Keeps happening" in opened.page
    assert "Date not known" not in opened.page
    assert "“most Fridays”" in opened.page


def test_a_day_in_court_to_come_stands_first_as_still_to_come(opened: Browser) -> None:
    incident(opened)
    begin(opened, "court-day.1")
    day = date.today() + timedelta(days=9)
    send(opened, what="First hearing", day__day=str(day.day), day__month=str(day.month), day__year=str(day.year))
    assert saved(opened, "court-day.1") == [CourtDay(what="First hearing", day=day)]
    assert "Written down" not in opened.page
    opened.get(opened.inside("timeline.show"))
    headings = re.findall(r"<h2[^>]*>([^<]*)</h2>", opened.page)
    assert headings == ["Still to come", "May 2024"]


def test_written_later_is_said_on_the_page_of_the_entry(opened: Browser) -> None:
    opened.get(opened.inside("record.show", record=incident(opened)))
    assert re.search(r"Written down about \d+ (months|years) later", opened.page)


def test_what_to_write_down_stays_short_three_plainly_and_the_rest_folded(opened: Browser) -> None:
    opened.get(opened.inside("record.choose"))
    plain = re.sub(r"<details.*?</details>", "", opened.page, flags=re.DOTALL)
    assert plain.count('class="button wide"') == 3
    assert opened.page.count("<details") == 4
    opened.get(opened.link("Police"))
    assert filled(opened.page)["whom"] == ["police"]


def test_only_kinds_that_hold_something_stand_above_the_record(opened: Browser) -> None:
    incident(opened)
    opened.get(opened.inside("timeline.show"))
    assert "What happened" in opened.page
    assert "Days in court" not in opened.page
    opened.get(opened.inside("timeline.show", kind="court-day.1"))
    assert "Days in court" in opened.page

"""The day she may go: there with nothing told, shown to nobody who did not ask, hers to change, and out only by choice."""

from __future__ import annotations

import html
import re

from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.bag_item import BagItem
from daybook.domain.records.child import Child
from daybook.domain.records.leaving_day import LeavingDay, OwnLine
from daybook.domain.records.person import Person
from daybook.domain.records.their_time import TheirTime
from daybook.notebook import ready
from daybook.notebook.leaving_days import her_day, looks_done
from daybook.notebook.plans import her_plan
from tests.web.conftest import Browser, addresses_in


def words(page: str) -> str:
    """What can be read in the part of the page that is its own."""
    main = page[page.index("<main") :]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main)).split())


def told(opened: Browser) -> LeavingDay:
    found: LeavingDay = opened.desk.notebook.one(LeavingDay)
    return found


def here(opened: Browser, endpoint: str = "leaving.index", **values: str) -> str:
    opened.get(opened.inside(endpoint, **values))
    return words(opened.page)


def test_with_nothing_told_the_page_holds_a_day_a_helpline_and_what_is_missing(opened: Browser) -> None:
    page = here(opened)
    assert page.index("Somebody to talk to comes first") < page.index("0808") < page.index("Find a phone")
    assert "Nothing about this day goes through a phone that may be watched" in page
    assert "Not told yet" in page
    assert "When the person harming you is out, and for how long." in page
    assert "tel:08082000247" in opened.page


def test_today_holds_with_nothing_told(opened: Browser) -> None:
    page = here(opened, "leaving.today")
    assert "The nearest door you can open." in page
    assert "Only what is in reach: phone, keys, card." in page
    assert "tel:08082000247" in opened.page


def test_it_is_named_nowhere_until_she_asks_or_her_plan_leads_there(opened: Browser) -> None:
    day = opened.inside("leaving.index")
    for endpoint in ("plan.index", "people.index", "record.choose", "directory.index", "options.index"):
        opened.get(opened.inside(endpoint))
        assert day not in addresses_in(opened.page), endpoint
    opened.get("/")
    assert day not in addresses_in(opened.page)
    opened.get(opened.inside("ready.index"))
    closed = re.search(
        r"<details>\s*<summary>If you think of going, one day</summary>(.*?)</details>", opened.page, re.DOTALL
    )
    assert closed
    assert day in addresses_in(closed[1])
    assert day not in addresses_in(opened.page.replace(closed[0], ""))


def test_the_plan_of_somebody_who_gets_ready_leads_there_and_a_step_is_done_by_her_word(opened: Browser) -> None:
    opened.desk.notebook.keep(SituationAnswers(chosen={"situation": ("preparing",)}, ages=(7,)))
    opened.get(opened.inside("plan.show", action="choose-the-time"))
    assert opened.inside("leaving.index") in addresses_in(opened.page)
    page = here(opened)
    assert "In your plan Choose a time the person harming you will be out" in page
    assert ">Done<" not in opened.page
    opened.desk.notebook.keep(LeavingDay(out_from="08:00", sure="guess"))
    here(opened)
    done = opened.form("Done")
    opened.post(done, {"choice": "done"})
    plan = her_plan(opened.desk.notebook, ready.pack())
    assert [item.id for item in plan.chosen("done")] == ["choose-the-time"]


def test_what_each_step_asks_for_is_what_looks_done(opened: Browser) -> None:
    pack = ready.pack()
    first = {question.id: (question.options[0].id,) for question in pack.questions if question.options}
    chosen = {"situation": ("preparing",), "pets": first["pets"], "phone": first["phone"]}
    opened.desk.notebook.keep(SituationAnswers(chosen=chosen, ages=(7,)))
    plan = her_plan(opened.desk.notebook, pack)
    steps = {item.id: item for item in her_day(opened.desk.notebook, plan).steps}
    wanted = {
        "choose-the-time": LeavingDay(out_from="08:00", sure="guess"),
        "phone-on-the-day": LeavingDay(phone="ask"),
        "children-on-the-day": LeavingDay(children="School"),
        "pets-when-leaving": LeavingDay(pets="Ruth"),
    }
    assert {*wanted} <= {*steps}
    for name, day in wanted.items():
        assert looks_done(steps[name], day), name
        assert not any(looks_done(steps[other], day) for other in wanted if other != name), name


def test_what_she_tells_is_kept_shown_and_told_again(opened: Browser) -> None:
    opened.get(opened.inside("leaving.tell"))
    form = {"out_from": "7:40", "out_until": "5.30 pm", "sure": "likely", "how": ["foot", "taxi"], "phone": "off"}
    opened.post(opened.form("out_from"), {**form, "kind": "leaving-day.1", "key": "leaving-day.1 day"})
    assert (told(opened).out_from, told(opened).out_until, told(opened).how) == ("07:40", "17:30", ("foot", "taxi"))
    page = words(opened.page)
    assert "07:40 to 17:30" in page
    assert "Out from 07:40 to 17:30. Plan for half of it: until 12:35." in page
    assert page.index("Switch your phone off as you go.") > page.index("Stop packing")
    opened.get(opened.inside("leaving.tell"))
    assert 'value="07:40"' in opened.page


def test_a_slip_is_given_back_with_everything_typed(opened: Browser) -> None:
    opened.get(opened.inside("leaving.tell"))
    form = {
        "out_from": "soon",
        "first_place": "R.",
        "day.day": "3",
        "kind": "leaving-day.1",
        "key": "leaving-day.1 day",
    }
    opened.post(opened.form("out_from"), form)
    page = words(opened.page)
    assert "2 things are still to put right. Nothing is lost." in page
    assert "Write the time like 21:05" in page
    assert 'value="soon"' in opened.page
    assert 'value="R."' in opened.page
    assert told(opened) == LeavingDay()


def test_what_is_half_typed_leads_back_to_its_form(opened: Browser) -> None:
    for key, value in (("leaving-day.1 day", "first_place"), ("leaving-day.1 own abc", "words")):
        opened.post(opened.inside("desk.draft"), {"kind": "leaving-day.1", "key": key, value: "The li"})
        opened.get(opened.inside("unsaved.all"))
        again = next(
            link for link in addresses_in(opened.page) if link == opened.inside("leaving.again", about=key[14:])
        )
        opened.get(again)
        assert "The li" in opened.page


def test_what_she_told_elsewhere_is_there(opened: Browser) -> None:
    book = opened.desk.notebook
    ruth = book.save(Person(name="Ruth", close="no", does=("lift", "door", "children"))).record
    book.save(Person(name="Sam", close="close", does=("lift",)))
    book.save(Child(name="Leo", school="Mill Lane", collects=(ruth,), collects_too=("Dawn",)))
    book.save(BagItem(what="Bag", entry="the-bag", have=("have",), keeper=(ruth,)))
    book.save(TheirTime(what="Work", days=("mon", "fri"), start="09:00", end="17:00"))
    page = here(opened)
    assert "Fetched by Ruth." in page
    assert "Leo: Ruth and Dawn may collect." in page
    assert "The bag: Ruth." in page
    assert "Sam" not in page
    assert "Ruth, or anywhere with people." in here(opened, "leaving.today")
    assert "Work: Monday, Friday, 09:00 to 17:00" in here(opened, "leaving.tell")


def test_a_line_is_left_out_and_brought_back(opened: Browser) -> None:
    here(opened)
    opened.post(opened.form('value="proof"'), {"line": "proof", "do": "out"})
    page = words(opened.page)
    assert page.index("Save proof before") > page.index("Left out for now")
    opened.post(opened.form('value="proof"'), {"line": "proof", "do": "back"})
    assert "Save proof before" in words(opened.page)
    assert told(opened).aside == ()


def test_a_line_of_hers_is_added_changed_and_taken_out(opened: Browser) -> None:
    opened.get(opened.inside("leaving.own"))
    opened.post(opened.form("moment"), {"words": "Rabbit & <b>blanket</b> 50 %", "moment": "hour", "do": "keep"})
    (own,) = told(opened).own
    assert (own.moment, own.words) == ("hour", "Rabbit & <b>blanket</b> 50 %")
    assert "Rabbit &amp; &lt;b&gt;blanket&lt;/b&gt; 50 %" in opened.page
    opened.get(opened.inside("leaving.own", line=own.id))
    assert "Take it out" in opened.page
    opened.post(opened.form("moment"), {"words": "Rabbit", "moment": "nonsense", "do": "keep"})
    assert told(opened).own == (OwnLine(id=own.id, moment="before", words="Rabbit"),)
    opened.get(opened.inside("leaving.own", line=own.id))
    opened.post(opened.form("moment"), {"words": "Rabbit", "moment": "hour", "do": "out"})
    assert told(opened).own == ()


def test_the_paper_says_whom_it_names_in_her_own_words(opened: Browser) -> None:
    opened.desk.notebook.keep(SituationAnswers(name="Colin", pronouns="he", relation="son"))
    assert "Else it says “your son”." in here(opened, "leaving_paper.ask")
    assert "husband" not in here(opened, "leaving_paper.ask")


def test_the_paper_comes_out_only_after_it_was_said_what_it_tells(opened: Browser) -> None:
    here(opened)
    assert opened.inside("leaving_paper.take") not in addresses_in(opened.page)
    page = here(opened, "leaving_paper.ask")
    assert "This is the paper that tells most." in page
    answer = opened.post(opened.form("part"), {"part": ["door", "way"], "cautions": "1"})
    assert answer.mimetype == "application/pdf"
    assert "papers.pdf" in answer.headers["Content-Disposition"]
    opened.get(opened.inside("leaving_paper.ask"))
    opened.post(opened.form("part"), {"cautions": "1"})
    assert "Choose at least one part" in words(opened.page)

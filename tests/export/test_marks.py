"""Marks, patterns, links and what is private, on the paper."""

from __future__ import annotations

import datetime as dt
import re

from daybook.domain.body.mark import Mark
from daybook.domain.happened import Happened
from daybook.domain.records.court_day import CourtDay
from daybook.domain.records.injury import Injury
from daybook.domain.records.pattern import Pattern
from daybook.export.figures import figures
from tests.export.papers import history, incident, on, paper, text

ARM = Mark(view="back", region="upper-arm-left", x=47, y=138)
NECK = Mark(view="front", region="neck")


def test_the_places_stand_in_words_with_their_numbers_and_each_marked_side_is_drawn() -> None:
    hurt = Injury(account="Blue.", happened=on(4), marks=(ARM, NECK))
    plain = text(paper(history(hurt)))
    assert "1. Back of the left upper arm\n2. Neck or throat" in plain
    assert "Left and right are those of the person hurt." in plain
    front, back = figures(hurt.marks, "Where on the body?")
    assert ">2</text>" in front["svg"]
    assert ">1</text>" in back["svg"]
    assert front["alt"] == "Where on the body? 2. Neck or throat"
    assert "Left and right" not in text(paper(history(Injury(account="Blue.", happened=on(4)))))


def test_a_mark_that_was_moved_is_drawn_as_it_was_before() -> None:
    before = Injury(account="Blue.", happened=on(4), marks=(ARM,))
    after = Injury(account="Blue.", happened=on(4), marks=(Mark(view="back", region="upper-arm-left", x=50, y=120),))
    assert len(re.findall("Left and right are", text(paper(history(before, after))))) == 2


def test_entries_of_this_paper_are_named_by_their_number_and_others_not_at_all() -> None:
    first = history(incident("He pushed me.", happened=on(3)), record="a" * 32)
    hurt = history(
        Injury(account="Blue.", happened=on(4), linked=("a" * 32, "c" * 32), again=("d" * 32,)), record="b" * 32
    )
    plain = text(paper(first, hurt))
    assert "Which of your other entries does it come from?" in plain
    assert re.search(r"^2\.\d Entry 1$|Entry 1\n", plain, re.MULTILINE)
    assert "some days on?" not in plain
    alone = text(paper(hurt))
    assert "does it come from?" not in alone
    assert "a" * 32 not in alone


def test_a_pattern_is_printed_among_what_has_no_date_in_her_words() -> None:
    goes_on = Pattern(account="He looks through my phone.", happened=Happened(words="most Fridays"))
    plain = text(paper(history(goes_on, record="p"), history(incident(happened=on(3)), record="q")))
    assert plain.index("Entries without a date") < plain.index("Keeps happening") < plain.index("most Fridays")


def test_what_is_private_is_on_no_paper_not_even_in_an_earlier_wording() -> None:
    first = CourtDay(what="A hearing", day=dt.date(2031, 4, 1), whom=("Ruth",), bring="The letter")
    later = CourtDay(what="A hearing", day=dt.date(2031, 4, 1), whom=("Priya",), decided="Put off.")
    plain = text(paper(history(first, later)))
    assert "1 April 2031" in plain
    assert "Put off." in plain
    assert not [word for word in ("Ruth", "Priya", "The letter", "Who comes with you?") if word in plain]

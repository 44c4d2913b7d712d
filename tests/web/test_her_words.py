"""Her words for the person harming her, in every form, page and list of her records, and never where a name shows."""

from __future__ import annotations

import html
import re

import pytest

from daybook.domain.fields import fields_of, slotted_fields_of
from daybook.domain.her_words import SLOT, UNSAID, HerWords
from daybook.domain.kinds import all_kinds, listed_kinds
from daybook.domain.records.account import Account
from daybook.domain.records.answers import SituationAnswers
from daybook.domain.records.clue import Clue
from daybook.domain.records.incident import Incident
from daybook.domain.schema import schema_of
from daybook.notebook.her_words import her_words_of
from daybook.notebook.papers import chronology_of
from tests.export.papers import text
from tests.web.conftest import Browser

HUSBAND = SituationAnswers(pronouns="he", relation="husband")
LEFT = re.compile(r"\{\w")


def form(opened: Browser, kind: str) -> str:
    return html.unescape(opened.get(opened.inside("record.new", kind=kind)).text)


def test_a_form_speaks_of_him_as_she_does_and_by_default_as_always(opened: Browser) -> None:
    assert "What of it can the person harming you see, or might they?" in form(opened, "account.1")
    opened.desk.notebook.keep(HUSBAND)
    page = form(opened, "account.1")
    assert "What of it can your husband see, or might he?" in page
    assert "In the name of my husband" in page
    assert "he knows the code or password" in page
    assert "He has a card for it" in page
    assert "What did he know, say or do?" in form(opened, "clue.1")
    assert "person harming" not in form(opened, "their-time.1").partition("<main")[2]


def test_what_is_saved_is_the_code_and_is_shown_in_her_words_on_every_page(opened: Browser) -> None:
    notebook = opened.desk.notebook
    record = notebook.save(Account(name="Joint one", whose="theirs", sees=("card",)), key="k").record
    clue = notebook.save(Clue(account="He asked about it"), key="c").record
    notebook.keep(HUSBAND)
    assert notebook.latest(record).body.sees == ("card",)
    shown = html.unescape(opened.get(opened.inside("accounts.show", record=record)).text)
    assert "He has a card for it" in shown
    assert "In the name of my husband" in shown
    assert "Something he could not know" in opened.get(opened.inside("record.show", record=clue)).text
    assert "something he could not know" in opened.get(opened.inside("record.choose")).text


def test_a_name_is_put_in_as_it_is_and_never_read_as_markup_or_as_a_slot(opened: Browser) -> None:
    opened.desk.notebook.keep(SituationAnswers(name="<b>100% {they}</b>"))
    for kind in listed_kinds():
        page = opened.get(opened.inside("record.new", kind=kind.code)).text
        assert "<b>100%" not in page, kind.code
    assert "Does &lt;b&gt;100% {they}&lt;/b&gt; know it?" in opened.get(opened.inside("record.new", kind="way.1")).text


def test_a_paper_has_the_relation_and_not_the_name_she_gave(opened: Browser) -> None:
    notebook = opened.desk.notebook
    notebook.save(Incident(account="It was loud.", also=("themselves",)), key="k")
    notebook.keep(SituationAnswers(name="Zebedee", pronouns="he", relation="husband"))
    assert her_words_of(notebook).hers == "Zebedee"
    printed = text(chronology_of(notebook))
    assert "Zebedee" not in printed
    assert "My husband spoke of hurting himself" in printed


@pytest.mark.parametrize("said", [UNSAID, HerWords("your wife", "my wife", "she")])
def test_every_slot_of_every_record_is_filled(said: HerWords) -> None:
    for kind in all_kinds().values():
        assert not LEFT.search(f"{kind.name} {kind.plural} {kind.start}"), kind.code
        for name, field in slotted_fields_of(kind.cls).items():
            spoken = field.spoken(said.filled)
            words = " ".join([spoken.label, spoken.hint, *(words for _value, words in spoken.options)])
            assert not SLOT.search(words), (kind.code, name)
            assert [value for value, _ in spoken.options] == [value for value, _ in field.options]


def test_the_schema_and_everything_without_a_notebook_has_the_words_of_nobody() -> None:
    schema = schema_of(all_kinds()["account.1"])
    assert schema["properties"]["sees"]["title"] == "What of it can the person harming you see, or might they?"
    assert fields_of(Account)["whose"].words_for("theirs") == "In the name of the person harming me"

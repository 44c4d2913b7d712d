"""`daybook breaches` and `daybook export police-page`, on the demo."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from daybook.cli import main
from daybook.domain.happened import Happened, PartialDate
from daybook.notebook import breaches, ready
from daybook.notebook.notebook import Notebook
from daybook.notebook.plans import her_plan
from daybook.notebook.senders import say_who

FEWEST_IN_A_FLOOD = 10
WORDS = "kettle ninety harbour violet stamp lantern"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, list(words), input=WORDS)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory, _quick: None) -> str:
    folder = str(tmp_path_factory.mktemp("demo") / "notes")
    assert run("demo", "--at", folder, "--passphrase-file", "-").exit_code == 0
    return folder


def test_two_lines_of_mayas_order_may_have_been_broken(demo: str) -> None:
    answer = run("breaches", "--at", demo, "--json", "--passphrase-file", "-")
    assert answer.exit_code == 0
    found = json.loads(answer.stdout)
    assert [(each["line"], each["reasons"], each["not_known"], each["said"]) for each in found] == [
        (
            "2",
            [
                "It says “looked at us”. That may be harassing, following or watching.",
                "It was after the order was given.",
            ],
            [],
            "",
        ),
        (
            "1",
            ["It says “hand over my mouth”. That may be violence, or a threat."],
            ["It is not known when this was."],
            "",
        ),
    ]
    plain = run("breaches", "--at", demo, "--passphrase-file", "-").stdout
    assert "Non-molestation order, line 2: The respondent must not intimidate" in plain
    assert run("breaches", "--help").stdout.count("Example:") == 1


def test_what_she_confirmed_and_no_longer_fits_is_told_there_too(demo: str, tmp_path: Path) -> None:
    """The order was given a day later than she had noted, after she said that a line was broken."""
    folder = tmp_path / "notes"
    shutil.copytree(demo, folder)
    why = "By the days noted here, this was before the order was given. One of the days may be wrong."
    notebook = Notebook.unlock(folder, WORDS)
    plan = her_plan(notebook, ready.pack())
    (found,) = (each for each in breaches.possibilities(notebook, plan) if each.term.number == "2")
    breaches.say(notebook, found.happening.record, found.term_id, "confirmed")
    order = notebook.latest(found.order_id)
    later = Happened(how="exact", start=PartialDate(year=2099, month=1, day=1))
    for given in (order.body.served_on, later):
        number = notebook.latest(found.order_id).number
        notebook.save(replace(order.body, served_on=given, ends=None), record=found.order_id, based_on=number)
        notebook.close()
        every = json.loads(run("breaches", "--at", str(folder), "--json", "--passphrase-file", "-").stdout)
        assert [each["does_not_fit"] for each in every if each["said"]] == [why if given == later else ""]
        notebook = Notebook.unlock(folder, WORDS)
    notebook.close()
    assert why in run("breaches", "--at", str(folder), "--passphrase-file", "-").stdout


def test_the_page_for_the_police_is_written_where_she_says(demo: str, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    base = ("export", "police-page", "--at", demo, "-o", str(out), "--replace", "--passphrase-file", "-")
    assert run(*base).exit_code == 0
    assert (out.stat().st_mode & 0o777) == 0o600
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out))
    assert "Family Court at Exampleton" in text
    assert "EXAMPLE/0013/01" in text
    assert run(*base, "--no-calls", "--no-name").exit_code == 0
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out))
    assert "EXAMPLE/0013/01" not in text


def test_messages_stand_there_by_day_with_their_count_and_file(demo: str) -> None:
    """Only after it was said in the notebook who Dan is; the flood of the evening is one."""
    notebook = Notebook.unlock(Path(demo), WORDS)
    (source,) = (each for each in notebook.timeline(["source.1"]) if "Dan" in each.body.name)
    say_who(notebook, source.record, "Dan", "them")
    notebook.close()
    answer = run("breaches", "--at", demo, "--json", "--passphrase-file", "-")
    found = [each for each in json.loads(answer.stdout) if each["kind"] == "messages" and each["line"] == "3"]
    flood = next(each for each in found if each["count"] > FEWEST_IN_A_FLOOD)
    assert flood["source"] == "Chat with Dan"
    assert flood["sha256"] == [source.body.original[0].sha256]
    assert flood["first"] < flood["last"]
    assert flood["reasons"] == [
        "It was a message.",
        "It came from “Dan”. You said that this is Dan.",
        "It was after the order was given.",
    ]
    assert (flood["said"], flood["not_known"], flood["numbers"]) == ("", [], [])
    plain = run("breaches", "--at", demo, "--passphrase-file", "-").stdout
    assert f"{flood['count']} messages from Dan, {flood['first']} to {flood['last']}, in Chat with Dan" in plain

"""Bringing a chat in on a small phone, with and without JavaScript: looked at, kept, marked, made into an incident."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from daybook.notebook import reading
from daybook.notebook.bringing import Bringing
from daybook.notebook.messages import sources
from daybook.web.server import Screens
from tests.browser.conftest import Launch, found_in, unlocked
from tests.browser.test_people import WIDTH, follow, looked_at, press
from tests.intake.claim_files import amr, sound
from tests.notebook.bringing import second_book_waits
from tests.notebook.lines_format import Lines, chat

pytestmark = pytest.mark.browser
CANARY = "harbour-lantern-9351"
LINES = [f"{day:02}/03/2024 21:05 Sam: where are you {day}" for day in range(1, 13)]
THREAT = f"13/03/2024 09:12 Sam: you will be sorry {CANARY}"


@pytest.fixture(autouse=True)
def _lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (Lines(),))


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_chat_is_brought_in_marked_and_made_into_an_incident(
    screens: Screens, launch: Launch, profile: Path, *, script: bool
) -> None:
    context = launch(script=script, width=WIDTH, height=740)
    page = unlocked(context, screens)
    follow(page, "Bring something in")
    several = [
        FilePayload(name=name, mimeType="", buffer=plain) for name, plain in (("a.wav", sound()), ("b.amr", amr()))
    ]
    page.get_by_label("Choose a file").set_input_files(several)
    press(page, "Look at it")
    page.get_by_label("How did you get them, and when?").fill(f"Copied {CANARY}")
    press(page, "Keep them all")
    assert {one.body.obtained for one in screens.desk.notebook.timeline(["kept-file.1"])} == {f"Copied {CANARY}"}
    file = FilePayload(name="chat.txt", mimeType="text/plain", buffer=chat(*LINES, "no time", THREAT))
    page.get_by_label("Choose a file").set_input_files(file)
    press(page, "Look at it")
    main = page.locator("main")
    expect(main).to_contain_text("Nothing is kept yet.")
    expect(main).to_contain_text("1 March 2024, 21:05 · Sam")
    assert sources(screens.desk.notebook) == {}
    page.get_by_label("The day").check()
    page.get_by_label("From whose phone or account?").fill("My phone")
    press(page, "Bring it in")
    (record,) = sources(screens.desk.notebook)
    screens.desk.notebook.beside(Bringing).wait(record, 20)
    page.reload()
    expect(main).to_contain_text("13 messages.")
    follow(page, "1 part could not be read.")
    expect(main).to_contain_text("This line has no time.")
    follow(page, "Back to the file")
    follow(page, "Read the messages")
    page.get_by_label("Look for words").fill("sory")
    press(page, "Look")
    expect(main).to_contain_text("This is close to it.")
    page.get_by_role("checkbox", name="you will be sorry").check()
    page.get_by_role("checkbox", name="A threat").check()
    press(page, "Mark them")
    follow(page, "Those you marked")
    page.get_by_role("checkbox", name="you will be sorry").check()
    press(page, "Write down what happened with the ticked ones")
    expect(page.get_by_label("What happened?")).to_have_value(
        f"\n\nFrom “chat.txt”:\n13/03/2024 09:12, Sam: “you will be sorry {CANARY}”"
    )
    press(page, "Save")
    expect(main).to_contain_text("The messages it was begun with")
    page.locator("main").get_by_role("link", name="13 March 2024, 09:12").click()
    looked_at(page)
    expect(page.locator("#this")).to_contain_text("A threat")
    page.get_by_label("Your note").fill(f"Noted {CANARY}")
    press(page, "Save")
    expect(page.get_by_label("Your note")).to_have_value(f"Noted {CANARY}")
    page.click(".leave button")
    page.wait_for_timeout(500)
    context.close()
    for folder in (profile, profile.parent / "notes"):
        assert found_in(folder, CANARY) == []


def test_it_is_continued_after_locking_in_the_middle(
    screens: Screens, launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    monkeypatch.setattr(reading, "BOOK", 5)
    monkeypatch.setattr(reading, "_LOOK", 1)
    page = unlocked(launch(script=False, width=WIDTH, height=740), screens)
    follow(page, "Bring something in")
    file = FilePayload(name="chat.txt", mimeType="text/plain", buffer=chat(*LINES))
    page.get_by_label("Choose a file").set_input_files(file)
    press(page, "Look at it")
    second_book_waits(monkeypatch, may_go_on)
    slow = Lines(lambda number: number == 11 and may_go_on.wait(20))
    monkeypatch.setattr("daybook.intake.format.formats", lambda: (slow,))
    press(page, "Bring it in")
    expect(page.locator("main")).to_contain_text("It is being read.")
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("button", name="Lock").click()
    may_go_on.set()
    screens.desk.wait_until_closed()
    unlocked(page.context, screens)
    follow(page, "Bring something in")
    expect(page.locator("main")).to_contain_text(" 5 messages · not read to its end yet")
    page.locator("main").get_by_role("link", name="chat.txt").click()
    press(page, "Go on reading")
    (record,) = sources(screens.desk.notebook)
    screens.desk.notebook.beside(Bringing).wait(record, 20)
    page.reload()
    expect(page.locator("main")).to_contain_text("12 messages. Every part of it could be read.")

"""Screenshots on a small phone, with and without JavaScript: read here, checked beside the picture, kept as messages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, expect

from daybook.notebook.messages import listed, sources, wanted
from daybook.notebook.seeing import Seeing
from daybook.web.server import Screens
from tests.browser.conftest import WITHOUT_SCRIPT_FIRST, Launch, found_in, unlocked
from tests.browser.test_people import WIDTH, follow, looked_at, press
from tests.intake.drawn_chats import Say, draw

pytestmark = pytest.mark.browser
CANARY = "ferry-thimble-2048"
TALK = [
    Say("where are you", "18:09", day="14 March 2024"),
    Say("I am at the shop, back at six", "18:10", mine=True),
    Say("if you tell anyone you will be sorry", "18:40"),
    Say("I am outside the school", "19:02"),
]


@pytest.mark.parametrize("script", WITHOUT_SCRIPT_FIRST)
def test_two_screenshots_become_messages_she_checked(
    screens: Screens, launch: Launch, profile: Path, *, script: bool
) -> None:
    context = launch(script=script, width=WIDTH, height=740)
    page = unlocked(context, screens)
    main = page.locator("main")
    follow(page, "Bring something in")
    page.get_by_label("Choose a file").set_input_files(
        [
            FilePayload(name=name, mimeType="image/png", buffer=draw(said))
            for name, said in (("b.png", TALK[2:]), ("a.png", TALK[:3]))
        ]
    )
    press(page, "Look at it")
    press(page, "Keep them all")
    expect(main.get_by_role("link", name="Words in your pictures")).to_be_visible()
    screens.desk.notebook.beside(Seeing).wait(240)
    follow(page, "Words in your pictures")
    main.get_by_role("link").filter(has_text="a.png").last.click()
    looked_at(page)
    page.get_by_text("Put it right").click()
    page.get_by_label("What stands there").fill(f"He asked where I was {CANARY}")
    press(page, "Save")
    expect(main).to_contain_text("As you say it is")
    follow(page, "Words in your pictures")
    expect(main).to_contain_text("These look like messages with Sam")
    page.get_by_role("button", name="Check the messages").click()
    looked_at(page)
    expect(main).to_contain_text("1 stood in two pictures and is here once.")
    for number, said in enumerate(TALK):
        expect(page.locator(f"textarea[name='text.{number}']")).to_have_value(said.text)
    piece = page.get_by_alt_text("The piece of picture 1 where it stands").first
    assert piece.evaluate("image => image.naturalWidth") > 100
    page.get_by_label("Whose phone was it?").fill(f"Mine {CANARY}")
    page.locator("textarea[name='text.2']").fill(f"if you tell anyone you will be sorry {CANARY}")
    page.get_by_label("Time (4)").fill("quarter past")
    press(page, "Keep the ticked ones as messages")
    expect(main).to_contain_text("A time there is not like 21:05.")
    expect(page.locator("textarea[name='text.2']")).to_have_value(re.compile(CANARY))
    page.get_by_label("Time (4)").fill("19:02")
    press(page, "Keep the ticked ones as messages")
    expect(main).to_contain_text("4 messages are kept.")
    (source,) = sources(screens.desk.notebook)
    found = listed(screens.desk.notebook, wanted("outside school"), source=source).messages
    assert [(one.kept.sent, one.kept.sender) for one in found] == [("2024-03-14T19:02:00", "Sam")]
    main.get_by_role("link", name="Put it right").first.click()
    looked_at(page)
    page.get_by_label("What it says").fill(f"where are you now {CANARY}")
    page.get_by_label("Another name, if it is from somebody else").fill(f"Sammy {CANARY}")
    press(page, "Save")
    expect(main).to_contain_text("Put right by you later")
    expect(main).to_contain_text("What it said before")
    page.click(".leave button")
    page.wait_for_timeout(500)
    context.close()
    screens.desk.wait_until_closed()
    for folder in (profile, profile.parent / "notes"):
        assert found_in(folder, CANARY) == []

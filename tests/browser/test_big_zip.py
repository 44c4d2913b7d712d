"""A long chat with its photos, from the zip to the page for the police; continued after a lock; the same file twice."""

from __future__ import annotations

import datetime as dt
import io
import re
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.court_order import CourtOrder
from daybook.domain.records.order_term import OrderTerm
from daybook.guide.situation import read_answers
from daybook.intake.format import Answers, Format
from daybook.intake.message import Message, Skipped
from daybook.notebook import reading, ready
from daybook.notebook.bringing import Bringing
from daybook.notebook.messages import marked, sources
from daybook.notebook.offers import format_of
from daybook.web.server import Screens
from tests.browser.conftest import Launch, unlocked
from tests.browser.test_people import WIDTH, follow, press

pytestmark = pytest.mark.browser
START = dt.datetime(2024, 3, 14)
SORRY = "you will be sorry harbour"
TOLD = {"situation": "left-same-area", "nation": "england", "words": {"pronouns": "he", "name": "Sam"}}
SMALL = (2_000, 30)
BIG = pytest.param(20_000, 300, marks=pytest.mark.campaign)


def photo(number: int) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((320, 240), 20 + number % 60).convert("RGB").save(out, "JPEG", quality=70)
    return out.getvalue()


def packed(messages: int, photos: int) -> bytes:
    """An export of so many messages, three an hour, with photos spread over it and ten threats near its end."""
    out = io.BytesIO()
    each, threats = messages // photos, set(range(messages - 200, messages, 20))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as export:
        lines = []
        for number in range(messages):
            clock = START + dt.timedelta(minutes=20 * number)
            words = SORRY if number in threats else f"message number {number}"
            if number % each == 0 and number // each < photos:
                words = f"IMG-WA{number // each:04}.jpg (file attached)"
                export.writestr(f"IMG-WA{number // each:04}.jpg", photo(number // each))
            lines.append(f"{clock:%d/%m/%Y, %H:%M} - {'Sam' if number % 3 else 'Maya'}: {words}\n")
        export.writestr("WhatsApp Chat with Sam.txt", "".join(lines))
    return out.getvalue()


class Gated:
    """A format whose reading waits at a message until the gate is open."""

    def __init__(self, one: Format, at: int, gate: threading.Event) -> None:
        self.id, self.name, self.look, self.is_one = one.id, one.name, one.look, one.is_one
        self._one, self._at, self._gate = one, at, gate

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        for number, one in enumerate(self._one.read(file, name, answers)):
            if number == self._at:
                self._gate.wait(30)
            yield one


def gated(monkeypatch: pytest.MonkeyPatch, at: int) -> threading.Event:
    """Let reading wait at this message."""
    gate = threading.Event()

    def found(name: str) -> Gated | None:
        one = format_of(name)
        return Gated(one, at, gate) if one else None

    monkeypatch.setattr(reading, "format_of", found)
    return gate


def choose(page: Page, path: Path) -> None:
    follow(page, "Bring something in")
    page.get_by_label("Choose a file").set_input_files(path)
    press(page, "Look at it")


def record_of(screens: Screens) -> str:
    return next(iter(sources(screens.desk.notebook)))


def read_to_its_end(page: Page, screens: Screens) -> None:
    screens.desk.notebook.beside(Bringing).wait(record_of(screens), 60)
    page.reload()


@pytest.mark.parametrize(("messages", "photos"), [SMALL, BIG])
def test_from_a_long_chat_to_the_page_for_the_police(  # noqa: PLR0917
    screens: Screens, launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: int, photos: int
) -> None:
    (tmp_path / "chat.zip").write_bytes(packed(messages, photos))
    page = unlocked(launch(script=False, width=WIDTH, height=740), screens)
    main = page.locator("main")
    an_order(screens)
    gate = gated(monkeypatch, messages // 2)
    choose(page, tmp_path / "chat.zip")
    expect(main).to_contain_text("People in it:")
    press(page, "Bring it in")
    expect(main).to_contain_text("It is being read.")
    expect(page.get_by_role("progressbar")).to_be_visible()
    gate.set()
    read_to_its_end(page, screens)
    expect(main).to_contain_text(f"{messages} messages. Every part of it could be read.")

    follow(page, "All pictures of this file")
    expect(main.locator("img.thumb")).to_have_count(24)
    first = main.locator("img.thumb").first
    assert first.evaluate("async image => { await image.decode(); return image.naturalWidth; }") == 320
    follow(page, "Back to the file")

    follow(page, "Read the messages")
    page.get_by_label("Look for words").fill("sorry harbour")
    press(page, "Look")
    expect(main).to_contain_text("Found 10.")
    for box in page.get_by_role("checkbox", name=SORRY).all():
        box.check()
    page.get_by_role("checkbox", name="A threat").check()
    press(page, "Mark them")
    assert len(marked(screens.desk.notebook, "threat")) == 10
    follow(page, "Those you marked")
    for box in page.get_by_role("checkbox", name=SORRY).all():
        box.check()
    press(page, "Write down what happened with the ticked ones")
    account = page.get_by_label("What happened?")
    quotes = account.input_value()
    assert quotes.count(SORRY) == 10
    account.fill("He rang me, and sent me this ten times." + quotes)
    page.locator("fieldset").filter(has_text="When did it happen?").get_by_label("I know when").check()
    page.get_by_role("button", name="Yesterday", exact=True).click()
    press(page, re.compile("^Save$"))
    expect(main).to_contain_text("The messages it was begun with")

    page.get_by_role("link", name="Get ready").first.click()
    follow(page, "Your orders")
    follow(page, "Look at what may have broken a line")
    press(page, re.compile("^Yes, it broke this line"))
    expect(main).to_contain_text("Yes, I think it broke this line")
    follow(page, "One page for the police")
    expect(main).to_contain_text("He rang me, and sent me this ten times.")
    with page.expect_download(timeout=30_000) as taken:
        page.get_by_role("button", name="Make the paper").click()
    assert taken.value.path().read_bytes().startswith(b"%PDF")


def an_order(screens: Screens) -> None:
    """One she holds, given before yesterday, with a line about calls."""
    book, today = screens.desk.notebook, dt.date.today()
    book.keep(read_answers(ready.pack(), TOLD))
    given = today - dt.timedelta(days=19)
    served = Happened(how="exact", start=PartialDate(year=given.year, month=given.month, day=given.day))
    order = book.save(
        CourtOrder(
            what="non-molestation-order",
            name="Non-molestation order",
            court="Family Court at Exampleton",
            made=given,
            served="yes",
            served_on=served,
            ends=today + dt.timedelta(days=30),
        )
    )
    words = "The respondent must not telephone the applicant."
    book.save(OrderTerm(order=(order.record,), words=words, covers=("call",)))


def test_it_is_continued_after_a_lock_and_brought_in_twice(
    screens: Screens, launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages, photos = SMALL
    (tmp_path / "chat.zip").write_bytes(packed(messages, photos))
    monkeypatch.setattr(reading, "BOOK", 500)
    page = unlocked(launch(script=False, width=WIDTH, height=740), screens)
    main = page.locator("main")
    with monkeypatch.context() as patch:
        gate = gated(patch, 1_200)
        choose(page, tmp_path / "chat.zip")
        press(page, "Bring it in")
        expect(main).to_contain_text("It is being read.")
        page.get_by_role("button", name="Lock").click()
        gate.set()
        screens.desk.wait_until_closed()
    unlocked(page.context, screens)
    follow(page, "Bring something in")
    expect(main).to_contain_text(re.compile(r"(500|1000) messages · not read to its end yet"))
    main.get_by_role("link", name="chat.zip").click()
    press(page, "Go on reading")
    read_to_its_end(page, screens)
    expect(main).to_contain_text(f"{messages} messages. Every part of it could be read.")

    page.get_by_role("link", name="First page").first.click()
    choose(page, tmp_path / "chat.zip")
    expect(main).to_contain_text("This very file is here already.")
    page.get_by_label("What do you call it?").fill("Once more")
    press(page, "Bring it in")
    read_to_its_end(page, screens)
    expect(main).to_contain_text(f"{messages} messages are also in chat.zip")
    expect(main).to_contain_text("In the list of all messages each is there once.")
    follow(page, "All files you brought in")
    follow(page, "All messages")
    page.get_by_label("Look for words").fill("sorry harbour")
    press(page, "Look")
    expect(main).to_contain_text("Found 10.")
    expect(main.get_by_text("Also in:")).to_have_count(10)

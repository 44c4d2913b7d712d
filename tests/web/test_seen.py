"""Words in pictures on screen: read in the background, found by search, screenshots checked and kept as messages."""

from __future__ import annotations

import contextlib
import html
import io
import os
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from daybook.domain.records.incident import Incident
from daybook.notebook.bringing import Bringing
from daybook.notebook.messages import listed, message, sources, wanted
from daybook.notebook.quoting import begin_incident
from daybook.notebook.seeing import Seeing, Unread, unread
from tests.intake.drawn_chats import Say, draw
from tests.notebook.bringing import sealed
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser

TALK = [
    Say("where are you", "18:09", day="14 March 2024"),
    Say("I am at the shop, back at six", "18:10", mine=True),
    Say("Ring 01632 960321 and ask for Jo. It will not happen again.", "18:31"),
    Say("Leo has football until six, I will fetch him", "18:32", mine=True),
    Say("if you tell anyone you will be sorry", "18:40"),
    Say("Please do not shout when you come in", "18:44", mine=True),
    Say("I am outside the school", "19:02"),
]
PICTURES = {"c.png": TALK[4:], "a.png": TALK[:3], "b.png": TALK[2:5]}


def form(page: str, holding: str) -> dict[str, str | list[str]]:
    """Everything a browser would send of the form that holds these characters, untouched."""
    inside = next(one for one in re.findall(r"<form .*?</form>", page, re.DOTALL) if holding in one)
    sent: dict[str, str | list[str]] = {}
    for tag in re.findall(r"<input [^>]*>", inside):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="([^"]*)"', tag)
        if (
            not name
            or (kind and kind[1] in ("checkbox", "radio") and " checked" not in tag)
            or (kind and kind[1] == "file")
        ):
            continue
        words = html.unescape(value[1]) if value else ""
        known = sent.get(name[1])
        sent[name[1]] = words if known is None else [*([known] if isinstance(known, str) else known), words]
    for name_, text in re.findall(r'<textarea [^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>', inside, re.DOTALL):
        sent[name_] = html.unescape(text)
    return sent


def bring(browser: Browser, pictures: dict[str, list[Say]], **more: str) -> None:
    browser.get(browser.inside("bring.index"))
    files = [(io.BytesIO(draw(said, **more)), name) for name, said in pictures.items()]  # type: ignore[arg-type]
    browser.post(browser.form('type="file"'), {"files": files}, content_type="multipart/form-data")
    browser.post(browser.form("Keep them all") if len(pictures) > 1 else browser.form("Keep it"))
    rest(browser)


def rest(browser: Browser) -> None:
    browser.desk.notebook.beside(Seeing).wait(240)  # it stands behind all other work


@pytest.mark.reads
def test_three_screenshots_become_messages_she_checked(opened: Browser) -> None:
    bring(opened, PICTURES)
    opened.get(opened.inside("find.index", text="football"))
    assert "Words read by the machine in a picture, may be wrong" in opened.page
    opened.get(opened.inside("seen.index"))
    assert "These look like messages with Sam" in opened.page
    opened.post(opened.form("Check the messages"), form(opened.page, "Check the messages"))
    assert "Read by the machine, may be wrong." in opened.page
    texts = [html.unescape(text) for text in re.findall(r"<textarea [^>]*>\n(.*?)</textarea>", opened.page, re.DOTALL)]
    assert texts == [one.text for one in TALK]
    assert "2 stood in two pictures and are here once." in opened.page
    sent = form(opened.page, "Keep the ticked ones")
    assert sent["day.0"] == "14 March 2024"
    sent |= {"text.0": "where are you now", "clock.6": "quarter past"}
    del sent["keep.3"]
    opened.post(opened.form("Keep the ticked ones"), sent, content_type="multipart/form-data")
    assert "A time there is not like 21:05." in opened.page
    assert "where are you now</textarea>" in opened.page
    again = form(opened.page, "Keep the ticked ones")
    assert "keep.3" not in again
    opened.post(opened.form("Keep the ticked ones"), again | {"clock.6": "19:03"}, content_type="multipart/form-data")
    assert "6 messages are kept." in opened.page
    notebook = opened.desk.notebook
    (source,) = sources(notebook)
    kept = listed(notebook, wanted("outside school"), source=source).messages[0]
    assert (kept.kept.sent, kept.kept.sender, kept.kept.chat) == ("2024-03-14T19:03:00", "Sam", "Sam")
    assert {"machine-read", "checked", "received"} <= set(kept.more.flags)
    first = message(notebook, (source, 0))
    assert first.kept.text == "where are you now"
    opened.get(opened.inside("messages.one", source=source, number=0))
    assert "Read by the machine from a picture, may be wrong · Checked by you" in opened.page
    assert "The machine read: “where are you”" in opened.page
    picture = re.search(r'<img src="([^"]*)" alt="The piece', opened.page)
    assert picture
    assert opened.get(html.unescape(picture[1])).data.startswith(b"\xff\xd8\xff")
    opened.get(opened.inside("seen.index"))
    assert "These look like messages" not in opened.page
    assert not notebook.drafts.all()


EXPORT = "".join(
    f"14/03/2024, {one.clock} - {'Maya' if one.mine else 'Sam'}: {one.text}\n" for one in TALK[:5]
).encode()


@pytest.mark.reads
def test_a_message_that_is_here_from_an_export_is_kept_once_with_both_sources(opened: Browser) -> None:
    opened.get(opened.inside("bring.index"))
    chat = {"files": (io.BytesIO(EXPORT), "WhatsApp Chat with Sam.txt")}
    opened.post(opened.form('type="file"'), chat, content_type="multipart/form-data")
    opened.post(opened.form("Bring it in"), {"answer.date-order": "dmy"})
    (export,) = sources(opened.desk.notebook)
    opened.desk.notebook.beside(Bringing).wait(export, 30)
    bring(opened, {"c.png": TALK[3:]})
    opened.get(opened.inside("seen.index"))
    opened.post(opened.form("Check the messages"), form(opened.page, "Check the messages"))
    assert opened.page.count("This may be here already:") == 2
    sent = form(opened.page, "Keep the ticked ones")
    assert "same.0" not in sent  # no day stands in that picture: whether it is the same is for her to say
    same = re.search(r'name="same.0" value="([^"]* 3)"', opened.page)
    assert same
    sent |= {"same.0": same[1], "same.1": "no", "day.0": "14 March 2024"}
    opened.post(opened.form("Keep the ticked ones"), sent, content_type="multipart/form-data")
    everything = listed(opened.desk.notebook, wanted(), newest=False).messages
    assert [one.kept.text for one in everything] == [one.text for one in [*TALK[:5], TALK[4], *TALK[5:]]]
    both = next(one for one in everything if "football" in one.kept.text)
    assert both.kept.source == export
    assert len(both.also) == 1


@pytest.mark.reads
def test_what_she_says_stands_there_is_kept_beside_what_was_read(opened: Browser) -> None:
    bring(opened, {"one.png": TALK[:1]})
    opened.get(opened.inside("seen.index"))
    opened.get(opened.link('<span class="entry-words">'))
    assert "As the machine read it" in opened.page
    sent = form(opened.page, "What stands there")
    sent["hers"] = "Sam asked where I was"
    opened.post(opened.form("What stands there"), sent, content_type="multipart/form-data")
    assert "As you say it is" in opened.page
    assert "where are you" in opened.page
    assert len(entries_with(opened.desk.notebook, "asked where I was")) == 1
    opened.get(opened.link("See what it said before"))
    assert "Sam asked where I was" in opened.page


@pytest.mark.reads
def test_a_broken_picture_is_said_to_be_broken_and_kept(opened: Browser) -> None:
    opened.get(opened.inside("bring.index"))
    broken = {"files": (io.BytesIO(draw(TALK)[:4000]), "cut.png")}
    opened.post(opened.form('type="file"'), broken, content_type="multipart/form-data")
    opened.post(opened.form("Keep it"))
    rest(opened)
    opened.get(opened.inside("seen.index"))
    assert "The words in this file could not be read here." in opened.page


def _readers() -> set[int]:
    """The processes this one has begun to read pictures in."""
    found = set()
    for each in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            words = (each / "cmdline").read_bytes() if each.name.isdecimal() else b""
            parent = (each / "stat").read_text().rsplit(")", 1)[1].split()[1] if b"intake.seen.apart" in words else ""
            if parent == str(os.getpid()):
                found.add(int(each.name))
    return found


@pytest.mark.reads
def test_locking_ends_the_reading_at_once_and_it_goes_on_later(opened: Browser) -> None:
    opened.get(opened.inside("bring.index"))
    files = [(io.BytesIO(draw(TALK[number:])), f"{number}.png") for number in range(3)]
    opened.post(opened.form('type="file"'), {"files": files}, content_type="multipart/form-data")
    opened.post(opened.form("Keep them all"))
    seeing = opened.desk.notebook.beside(Seeing)
    while not _readers():
        time.sleep(0.01)
    opened.desk.lock()
    opened.desk.wait_until_closed()
    assert _readers() == set()
    seeing.wait(10)
    opened.get("/")
    opened.unlock()
    assert opened.desk.notebook.timeline(["machine-text.1"]) == []
    opened.get(opened.inside("seen.index"))
    opened.post(opened.form("Read 3 pictures"))
    assert "Pictures are being read." in opened.page
    rest(opened)
    assert len(opened.desk.notebook.timeline(["machine-text.1"])) == 3
    assert _readers() == set()


@pytest.fixture
def reading(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Instead of reading, the names of the pictures that would have been read; unlocking does not wait for long."""
    read: list[str] = []
    monkeypatch.setattr(
        "daybook.notebook.seeing.read_words", lambda _notebook, one, _reader: read.append(one.file.name)
    )
    monkeypatch.setattr("daybook.web.views.seen._A_WHILE", 0.2)
    return read


def _keep_pictures(browser: Browser) -> None:
    """Two pictures that wait to be read."""
    notebook = browser.desk.notebook
    files = tuple(replace(sealed(notebook, draw(TALK[n:]), f"{n}.png"), media="image/png") for n in range(2))
    notebook.save(Incident(account="what he wrote", files=files))


@pytest.mark.reads
def test_what_was_left_unread_is_read_by_itself_a_little_after_unlocking(opened: Browser, reading: list[str]) -> None:
    _keep_pictures(opened)
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    assert reading == []
    _until(lambda: len(reading) == 2)
    assert sorted(reading) == ["0.png", "1.png"]


@pytest.mark.reads
def test_nothing_is_begun_after_unlocking_where_nothing_waits_or_it_was_locked_again(
    opened: Browser, reading: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    monkeypatch.setattr("daybook.intake.seen.apart.Reader._begun", lambda _self: begun.append("a process"))
    found: list[list[Unread]] = []
    monkeypatch.setattr("daybook.notebook.seeing.unread", lambda notebook: found.append(unread(notebook)) or found[-1])
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    _until(lambda: bool(found))
    assert found == [[]]
    _keep_pictures(opened)
    opened.desk.lock()
    opened.get("/")
    opened.unlock()
    opened.desk.lock()
    time.sleep(0.5)
    assert (len(found), reading, begun) == (1, [], [])


@pytest.mark.reads
def test_a_wrong_passphrase_begins_nothing(opened: Browser, reading: list[str]) -> None:
    _keep_pictures(opened)
    opened.desk.lock()
    opened.get("/")
    opened.unlock("lantern gravel unison pebble orchard")
    time.sleep(0.4)
    assert reading == []


def _until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 10
    while not is_so() and time.monotonic() < ends:
        time.sleep(0.01)


def test_a_file_offers_to_be_read_and_nothing_is_read_unasked_before(opened: Browser) -> None:
    opened.get(opened.inside("seen.index"))
    assert "These look like messages" not in opened.page
    assert opened.desk.notebook.timeline(["machine-text.1"]) == []


@pytest.mark.reads
def test_words_of_a_screenshot_stay_marked_where_they_are_quoted_and_found(opened: Browser) -> None:
    bring(opened, {"a.png": TALK[:3]}, name="Sam")
    opened.get(opened.inside("seen.index"))
    opened.post(opened.form("Check the messages"), form(opened.page, "Check the messages"))
    sent = form(opened.page, "Keep the ticked ones") | {"owner": "Maya", "at.0": "9"}
    opened.post(opened.form("Keep the ticked ones"), sent, content_type="multipart/form-data")
    notebook = opened.desk.notebook
    (source,) = sources(notebook)
    kept = [message(notebook, (source, number)).kept for number in range(3)]
    assert [one.sender for one in kept] == ["Maya", "Sam", "Sam"]
    assert kept[2].text == "where are you"
    key = begin_incident(notebook, [(source, 1)])
    draft = notebook.drafts.get(key)
    assert draft
    assert "read by the machine from a screenshot and checked against it" in draft.typed["account"][0]
    opened.get(opened.inside("find.index", text="happen again", kind="messages"))
    assert "Read by the machine from a picture, may be wrong" in opened.page
    original = notebook.latest(source).body.original
    assert [file.name for file in original] == ["a.png"]
    with notebook.open_file(original[0].blob) as plain:
        assert plain.read() == draw(TALK[:3])


@pytest.mark.reads
def test_what_she_types_while_checking_is_kept_when_it_locks(opened: Browser) -> None:
    bring(opened, {"a.png": TALK[:3]})
    opened.get(opened.inside("seen.index"))
    opened.post(opened.form("Check the messages"), form(opened.page, "Check the messages"))
    where, sent = opened.form("Keep the ticked ones"), form(opened.page, "Keep the ticked ones")
    opened.desk.lock()
    opened.post(where, sent | {"text.0": "where are you, Maya"}, content_type="multipart/form-data")
    assert "What you typed is kept." in opened.page
    opened.unlock()
    opened.get(opened.inside("unsaved.all"))
    opened.get(opened.link("Open it again"))
    assert "where are you, Maya</textarea>" in opened.page
    assert sources(opened.desk.notebook) == {}

"""A chat as a zip with its pictures: found under any name, and nothing in it can do harm."""

from __future__ import annotations

import io
import warnings
import zipfile
from pathlib import Path

import pytest

from daybook.intake.format import CannotReadError, TooBigInsideError, recognise
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped
from daybook.intake.whatsapp import packed

PHOTO = "00000002-PHOTO-2024-03-14-21-05-09.jpg"
CHAT = f"[14/03/2024, 21:05:09] Alex: hi\r\n[14/03/2024, 21:05:10] Alex: \u200e<attached: {PHOTO}>\r\n"


def packed_up(*parts: tuple[str, str | bytes], compress: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compress) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, content in parts:
            made.writestr(name, content)
    return file


def read(file: io.BytesIO, name: str = "chat.zip", **answers: str) -> tuple[list[Message], list[Skipped]]:
    assert whatsapp.is_one(file, name)
    found = list(whatsapp.read(file, name, {key.replace("_", "-"): value for key, value in answers.items()}))
    return [one for one in found if isinstance(one, Message)], [one for one in found if isinstance(one, Skipped)]


@pytest.mark.parametrize("name", ["_chat.txt", "WhatsApp Chat with Alex.txt", "Чат.txt", "folder/_chat.txt"])
def test_44_the_chat_is_found_under_any_name_with_its_pictures(name: str) -> None:
    folder = "folder/" if "/" in name else ""
    messages, skipped = read(packed_up((folder + PHOTO, b"\xff\xd8"), (name, CHAT)))
    assert [one.text for one in messages] == ["hi", f"\u200e<attached: {PHOTO}>"]
    assert [(one.name, one.part) for one in messages[1].attachments] == [(PHOTO, folder + PHOTO)]
    assert messages[1].flags == ()
    assert messages[0].place.part == name
    assert skipped == []


def test_44_a_file_that_is_named_but_not_there_and_one_that_is_there_but_not_named() -> None:
    messages, skipped = read(packed_up(("_chat.txt", CHAT), ("other.jpg", b"x")))
    assert messages[1].flags == ("not-in-export",)
    assert [(one.place.part, one.why) for one in skipped] == [("other.jpg", packed.UNNAMED)]


def test_44_any_name_counts_when_the_file_is_there() -> None:
    text = "14/03/2024, 21:05 - Alex: my list.pdf (whatever word)\n"
    messages, _ = read(packed_up(("_chat.txt", text), ("my list.pdf", b"x")))
    assert [one.part for one in messages[0].attachments] == ["my list.pdf"]


@pytest.mark.parametrize("name", ["../evil.jpg", "/etc/evil.jpg", "a/../../evil.jpg", "C:\\evil.jpg", "..\\evil.jpg"])
def test_44_paths_that_lead_outside_are_left_alone(name: str) -> None:
    _, skipped = read(packed_up(("_chat.txt", CHAT), (PHOTO, b"x"), (name, b"x")))
    assert [one.why for one in skipped] == [packed.OUTSIDE]


def test_44_the_same_name_twice() -> None:
    messages, skipped = read(packed_up(("_chat.txt", CHAT), (PHOTO, b"x"), (PHOTO, b"y"), ("_chat.txt", "z")))
    assert messages[0].text == "hi"
    assert [(one.place.part, one.why) for one in skipped] == [(PHOTO, packed.TWICE), ("_chat.txt", packed.TWICE)]


def test_44_a_bomb_is_refused() -> None:
    bomb = packed_up(("_chat.txt", CHAT + "x" * (17 << 20)))
    assert not whatsapp.is_one(bomb, "chat.zip")
    with pytest.raises(TooBigInsideError):
        list(whatsapp.read(bomb, "chat.zip", {}))


def test_44_a_list_of_parts_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_LONGEST_LIST", 100)
    with pytest.raises(TooBigInsideError):
        whatsapp.look(packed_up(("_chat.txt", CHAT), ("a" * 200, b"")), "chat.zip")


def test_a_zip_without_a_chat_is_not_one() -> None:
    file = packed_up(("notes.txt", "nothing"), ("a.jpg", b"x"))
    assert not whatsapp.is_one(file, "chat.zip")
    with pytest.raises(CannotReadError):
        whatsapp.look(file, "chat.zip")


def test_two_chats_in_one_zip_each_with_its_own_questions() -> None:
    one, two = "03/04/2024, 21:05 - Alex: a\n", "05/06/2024, 21:05 - Sam: b\n"
    file = packed_up(("WhatsApp Chat with Alex.txt", one), ("WhatsApp Chat with Sam.txt", two))
    assert [question.id for question in whatsapp.look(file, "x.zip").questions] == ["date-order", "date-order-2"]
    messages, _ = read(file, date_order="dmy", date_order_2="mdy")
    assert [(one.chat, one.sent[:10]) for one in messages] == [("Alex", "2024-04-03"), ("Sam", "2024-05-06")]


def test_a_text_that_was_sent_is_not_taken_for_the_chat() -> None:
    sent = "01/01/2020, 10:00 - Nobody: forged\n"
    messages, _ = read(packed_up(("a.txt", sent), ("_chat.txt", CHAT), (PHOTO, b"x")))
    assert {one.sender for one in messages} == {"Alex"}


def test_a_damaged_zip_is_one_sentence() -> None:
    whole = packed_up(("_chat.txt", CHAT * 500), (PHOTO, bytes(2000)), compress=zipfile.ZIP_STORED).getvalue()
    for cut in (10, len(whole) // 2, len(whole) - 10):
        with pytest.raises(CannotReadError):
            list(whatsapp.read(io.BytesIO(whole[:cut]), "chat.zip", {}))
    broken = whole.replace(b"Alex: hi", b"Alex: ho", 1)
    with pytest.raises(CannotReadError):
        list(whatsapp.read(io.BytesIO(broken), "chat.zip", {}))


def test_a_zip_is_recognised_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "anything"
    path.write_bytes(packed_up(("_chat.txt", CHAT)).getvalue())
    with path.open("rb") as opened:
        assert recognise(opened, "anything") is whatsapp

"""What the campaign of spoilt files found, each mended and kept here as the smallest file that showed it."""

from __future__ import annotations

import io
import json
import zipfile

import msgspec
import pytest

from daybook.intake.apple.database import DamagedDatabaseError
from daybook.intake.format import CannotReadError, Format, formats
from daybook.intake.message import Message, Skipped
from tests.campaign.fuzz import run
from tests.campaign.fuzz.seeds import kinds
from tests.campaign.fuzz.spoil import spoilt
from tests.intake.apple_files import SMALL, database
from tests.intake.downloads_files import zipped


def form(identity: str) -> Format:
    return next(one for one in formats() if one.id == identity)


def everything(identity: str, raw: bytes, name: str) -> list[Message | Skipped]:
    """All that is read, which can be written down; as the campaign reads it."""
    run.examine(form(identity), name, raw)
    return list(form(identity).read(io.BytesIO(raw), name, {}))


@pytest.mark.parametrize("head", ['Chat Session,Message Date,"Type,Text,"', 'Chat Session,Message Date,Type,"Text,"'])
def test_a_table_whose_headings_only_look_like_those_of_messages_is_none(head: str) -> None:
    raw = f"{head}\ny,,,\n".encode()
    assert not form("imessage").is_one(io.BytesIO(raw), "x.csv")
    assert all(isinstance(one, Skipped) for one in everything("imessage", raw, "x.csv"))


@pytest.mark.parametrize("line", [b"7/0/4 1:30 -\x83:", b"4/3/4 1:05 -\xc2: x: y", b"4/3/2 1:05: \xbc: x"])
def test_a_name_that_is_no_text_can_be_shown_and_asked_about(line: bytes) -> None:
    found = form("whatsapp").look(io.BytesIO(line), "x.txt")
    assert b"\xef\xbf\xbd" in msgspec.json.encode(found)
    everything("whatsapp", line, "x.txt")


@pytest.mark.parametrize("identity", [one.id for one in formats()])
def test_a_zip_whose_list_points_before_its_beginning_is_one_sentence(identity: str) -> None:
    whole = zipped({"_chat.txt": "[14/03/2024, 21:05:09] Alex: hi\r\n", "result.json": "{}", "main.jsonl": "{}"})
    cut = b"PK\x03\x04" + whole[whole.index(b"PK\x01\x02") :]
    run.examine(form(identity), "x.zip", cut)
    if identity == "whatsapp":
        with pytest.raises(CannotReadError):
            form(identity).look(io.BytesIO(cut), "x.zip")


def test_a_part_without_a_name_has_no_bytes_to_point_at() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr("x/inbox/a_1/message_1.json", '{"participants":[],"messages":[],"title":"x","thread_path":"x"}')
        made.writestr(zipfile.ZipInfo(""), b"x" * 5_000)
    nameless = [one for one in everything("meta-json", held.getvalue(), "x.zip") if not one.place.part]
    assert [(one.place.start, one.place.end) for one in nameless] == [(0, 0)]


def test_a_database_whose_names_are_no_text_is_one_sentence() -> None:
    raw = database({"text": "x"}, schema=SMALL).replace(b"CREATE TABLE message", b"CREATE TABLE \xff\xfe\xffsage")
    with pytest.raises(CannotReadError):
        form("apple-messages").look(io.BytesIO(raw), "sms.db")


def test_a_damaged_size_in_a_database_is_refused_in_a_sentence() -> None:
    name, raw = spoilt(kinds()["apple-messages"], "apple-messages", 179_199)
    with pytest.raises(DamagedDatabaseError):
        form("apple-messages").look(io.BytesIO(raw), name)


def test_a_chat_whose_action_is_a_list_is_read() -> None:
    said = {"id": 1, "type": "service", "date": "2024-03-14T21:05:09", "action": [{"x": 1}], "text": ""}
    raw = json.dumps({"name": "A", "type": "personal_chat", "id": 7, "messages": [said]}).encode()
    (found,) = everything("telegram-json", raw, "result.json")
    assert isinstance(found, Message)
    assert found.kind == "system"

"""Telegram's export as JSON: the cases of the field notes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.intake.downloads_files import bytes_at, read, zipped


def said(text: Any = "hi", **more: Any) -> dict[str, Any]:
    return {
        "id": 1, "type": "message", "date": "2024-03-14T21:05:09", "date_unixtime": "1710450309",
        "from": "Alex Reid", "from_id": "user77", "text": text,
    } | more  # fmt: skip


def did(action: str, **more: Any) -> dict[str, Any]:
    return {
        "id": 2, "type": "service", "date": "2024-03-14T21:06:09", "date_unixtime": "1710450369",
        "actor": "Alex Reid", "actor_id": "user77", "action": action, "text": "",
    } | more  # fmt: skip


def chat(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": "Alex Reid", "type": "personal_chat", "id": 77, "messages": list(messages)} | more


def raw(*messages: dict[str, Any], **more: Any) -> bytes:
    return json.dumps(chat(*messages, **more), indent=1).encode()


def one(message: dict[str, Any], **more: Any) -> Any:
    return read(raw(message, **more), "result.json")[0][0]


def test_text_in_pieces_is_put_together_without_adding_anything() -> None:
    pieces = ["see ", {"type": "link", "text": "https://example.org"}, {"type": "bold", "text": "NOW"}, "!"]
    assert one(said(pieces)).text == "see https://example.orgNOW!"


def test_the_instant_is_taken_and_the_wall_clock_kept_as_written() -> None:
    message = one(said(date="2024-03-14T22:05:09"))
    assert (message.sent, message.sent_as_written) == ("2024-03-14T21:05:09+00:00", "2024-03-14T22:05:09")


def test_an_older_export_without_instants_gives_the_wall_clock_without_a_zone() -> None:
    told = said()
    del told["date_unixtime"]
    assert one(told).sent == "2024-03-14T21:05:09"


def test_edited_is_never_called_an_edit_since_a_reaction_sets_it_too() -> None:
    message = one(said(edited="2024-03-14T21:09:00", edited_unixtime="1710450540"))
    assert "edited" not in message.flags
    assert ("edited", "2024-03-14T21:09:00") in message.headers


def test_a_deleted_account_has_no_name_and_is_still_told_apart() -> None:
    message = one(said(**{"from": None}))
    assert (message.sender, "sender-unsure" in message.flags) == ("", True)
    assert ("from_id", "user77") in message.headers


def test_a_deleted_account_s_chat() -> None:
    assert one(said(), name=None).chat == ""


def test_imported_messages_keep_what_the_file_says_of_them() -> None:
    message = one(said(forwarded_from="Alex R", saved_from="Old phone"))
    assert "forwarded" in message.flags
    assert {("forwarded_from", "Alex R"), ("saved_from", "Old phone")} <= set(message.headers)


def test_service_entries_are_kept_as_such() -> None:
    message = one(did("pin_message", message_id=5))
    assert (message.kind, message.text, message.sender) == ("system", "pin_message", "Alex Reid")
    assert ("message_id", "5") in message.headers


@pytest.mark.parametrize(
    ("entry", "seconds"),
    [
        (did("phone_call", duration_seconds=75, discard_reason="hangup"), 75),
        (did("phone_call", discard_reason="missed"), None),
        (did("group_call", duration=12), 12),
    ],
)
def test_calls_are_calls(entry: dict[str, Any], seconds: int | None) -> None:
    message = one(entry)
    assert (message.kind, message.seconds) == ("call", seconds)
    assert dict(message.headers).get("discard_reason") == entry.get("discard_reason")


def test_in_a_chat_of_two_who_sent_it_is_told_by_the_number() -> None:
    assert one(said()).flags == ("received",)
    assert one(said(from_id="user12", **{"from": "Alex Reid"})).flags == ("sent",)
    assert one(said(), type="private_group").flags == ("group",)


def test_files_there_and_not_there() -> None:
    parts = {
        "ChatExport/result.json": chat(
            said("", photo="photos/p.jpg"),
            said("", file="(File not included. Change data exporting settings to download.)", file_name="v.ogg",
                 media_type="voice_message", mime_type="audio/ogg", duration_seconds=8),
        ),
        "ChatExport/photos/p.jpg": b"p",
        "ChatExport/css/style.css": b"",
    }  # fmt: skip
    messages, skipped = read(zipped(parts))
    assert messages[0].attachments[0].part == "ChatExport/photos/p.jpg"
    assert "not-in-export" not in messages[0].flags
    voice = messages[1].attachments[0]
    assert (voice.name, voice.part, voice.media, messages[1].seconds) == ("v.ogg", "", "audio/ogg", 8)
    assert "not-in-export" in messages[1].flags
    assert [one.place.part for one in skipped] == ["ChatExport/css/style.css"]


def test_a_poll_a_place_a_contact_and_reactions() -> None:
    poll = one(said("", poll={"question": "Home?", "answers": [{"text": "yes"}, {"text": "no"}]}))
    assert (poll.text, "poll" in poll.flags) == ("Home?\nyes\nno", True)
    place = one(said("", location_information={"latitude": 51.5, "longitude": -0.1}))
    assert ("location_information", '{"latitude":51.5,"longitude":-0.1}') in place.headers
    assert "place" in place.flags
    assert "contact" in one(said("", contact_information={"phone_number": "07700 900123"})).flags
    reacted = one(
        said(
            reactions=[
                {
                    "type": "emoji",
                    "count": 1,
                    "emoji": "🔥",
                    "recent": [{"from": "Maya", "date": "2024-03-15T01:00:00"}],
                }
            ]
        )
    )
    assert ("reaction", "🔥 (1) Maya 2024-03-15T01:00:00") in reacted.headers


def test_one_that_telegram_cannot_export_is_said() -> None:
    told = raw({"id": 9, "type": "unsupported"}, said())
    messages, skipped = read(told, "result.json")
    assert len(messages) == 1
    assert json.loads(bytes_at(told, skipped[0]))["id"] == 9


def test_an_export_of_everything_keeps_chats_apart_and_says_what_else_there_is() -> None:
    everything = {
        "about": "Here is the data you requested.",
        "personal_information": {"user_id": 12, "first_name": "Maya"},
        "chats": {
            "about": "x",
            "list": [chat(said("a")), chat(id=5), {"type": "saved_messages", "id": 12, "messages": [said("b")]}],
        },
        "left_chats": {"about": "x", "list": [chat(said("c"), name="Old group", type="private_group")]},
    }
    messages, skipped = read(json.dumps(everything).encode(), "result.json")
    assert [(one.text, one.chat) for one in messages] == [("a", "Alex Reid"), ("b", ""), ("c", "Old group")]
    assert len(skipped) == 4


def test_each_message_is_at_its_place() -> None:
    told = raw(said("a]}"), did("clear_history"))
    messages, _ = read(told, "result.json")
    assert [json.loads(bytes_at(told, one))["id"] for one in messages] == [1, 2]


def test_a_name_with_a_mark_of_order_at_the_start_of_the_file() -> None:
    assert read(b"\xef\xbb\xbf" + raw(said("x")), "result.json")[0][0].text == "x"

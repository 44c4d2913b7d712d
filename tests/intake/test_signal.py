"""Signal: its plaintext export and sigtop's text."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.intake.downloads_files import bytes_at, read, zipped

PEOPLE = [
    {"version": "1", "backupTimeMs": "1710450309000"},
    {"account": {"givenName": "Maya"}},
    {"recipient": {"id": "1", "self": {}}},
    {
        "recipient": {
            "id": "2",
            "contact": {"e164": "447700900123", "systemGivenName": "Alex", "systemFamilyName": "Reid"},
        }
    },
    {"recipient": {"id": "3", "contact": {"e164": "447700900124"}}},
    {"recipient": {"id": "4", "group": {"snapshot": {"title": {"title": "Kids"}}}}},
    {"chat": {"id": "10", "recipientId": "2"}},
    {"chat": {"id": "11", "recipientId": "4"}},
]
AT = "1710450309000"


def item(author: str = "2", chat: str = "10", **more: Any) -> dict[str, Any]:
    return {"chatItem": {"chatId": chat, "authorId": author, "dateSent": AT} | more}


def text(body: str, **more: Any) -> dict[str, Any]:
    return {"standardMessage": {"text": {"body": body}} | more}


def jsonl(*items: dict[str, Any]) -> bytes:
    return "".join(json.dumps(one) + "\n" for one in (*PEOPLE, *items)).encode()


def one(told: dict[str, Any]) -> Any:
    return read(jsonl(told), "main.jsonl")[0][0]


def test_messages_both_ways_with_names() -> None:
    raw = jsonl(
        item(incoming={"read": True}, **text("hello")),
        item("1", outgoing={}, **text("hi back")),
        item("3", "11", incoming={}, **text("x")),
    )
    messages, skipped = read(raw, "main.jsonl")
    assert [(one.sender, one.text, one.chat, one.flags) for one in messages] == [
        ("Alex Reid", "hello", "Alex Reid", ("received",)), ("", "hi back", "Alex Reid", ("sent",)),
        ("447700900124", "x", "Kids", ("received", "group")),
    ]  # fmt: skip
    assert messages[0].sent == "2024-03-14T21:05:09+00:00"
    assert len(skipped) == len(PEOPLE)
    assert json.loads(bytes_at(raw, messages[1]))["chatItem"]["outgoing"] == {}


def test_an_edited_message_keeps_its_earlier_words() -> None:
    message = one(item(incoming={}, revisions=[item(**text("I will hurt you"))["chatItem"]], **text("sorry")))
    assert "edited" in message.flags
    assert message.headers[0] == ("earlier", "2024-03-14T21:05:09+00:00 I will hurt you")


@pytest.mark.parametrize(
    ("told", "kind", "flag"),
    [
        ({"remoteDeletedMessage": {}}, "deleted", ""),
        ({"updateMessage": {"simpleUpdate": {"type": "BLOCKED"}}}, "system", ""),
        ({"updateMessage": {"individualCall": {"type": "AUDIO_CALL", "state": "MISSED"}}}, "call", ""),
        ({"viewOnceMessage": {}}, "message", "view-once"),
        ({"contactMessage": {"contact": {"organization": "x"}}}, "message", "contact"),
        ({"directStoryReplyMessage": {"emoji": "😡"}}, "message", "story"),
        ({"giftBadge": {"state": "OPENED"}}, "system", ""),
    ],
)
def test_every_kind_of_record_is_kept(told: dict[str, Any], kind: str, flag: str) -> None:
    message = one(item(**told))
    assert message.kind == kind
    assert not flag or flag in message.flags


def test_what_an_update_says_is_kept_beside_it() -> None:
    message = one(item(updateMessage={"simpleUpdate": {"type": "BLOCKED"}}))
    assert (message.text, dict(message.headers)["updateMessage.simpleUpdate"]) == ("simpleUpdate", '{"type":"BLOCKED"}')


def test_a_group_call_has_its_length() -> None:
    call = {"state": "JOINED", "startedCallTimestamp": AT, "endedCallTimestamp": "1710450369000"}
    assert one(item("2", "11", updateMessage={"groupCall": call})).seconds == 60


def test_reactions_and_files() -> None:
    reactions = [{"emoji": "❤", "authorId": "2", "sentTimestamp": AT}]
    files = [{"pointer": {"contentType": "image/jpeg", "fileName": "p.jpg"}}]
    message = one(item("1", outgoing={}, **text("x", reactions=reactions, attachments=files)))
    assert ("reaction", "❤ Alex Reid") in message.headers
    assert [(one.name, one.media, one.part) for one in message.attachments] == [("p.jpg", "image/jpeg", "")]


def test_a_poll_is_its_question_and_its_answers() -> None:
    message = one(item(poll={"question": "Who?", "options": [{"option": "me"}, {"option": "you"}]}))
    assert (message.text, message.flags) == ("Who?\nme\nyou", ("poll",))


def test_a_line_that_is_no_record_costs_only_itself() -> None:
    raw = jsonl(item(**text("a"))) + b"not json\n" + json.dumps(item(**text("b"))).encode()
    messages, skipped = read(raw, "main.jsonl")
    assert [one.text for one in messages] == ["a", "b"]
    assert b"not json\n" in [bytes_at(raw, one) for one in skipped]


def test_the_folder_zipped() -> None:
    raw = zipped(
        {"signal/main.jsonl": jsonl(item(**text("a"))), "signal/metadata.json": {"version": 1}, "signal/files/ab": b"x"}
    )
    messages, skipped = read(raw)
    assert [one.text for one in messages] == ["a"]
    assert [one.place.part for one in skipped][-2:] == ["signal/metadata.json", "signal/files/ab"]


SIGTOP = """Conversation: Alex Reid (+447700900123)

From: Alex Reid (+447700900123)
Type: incoming
Sent: Thu, 14 Mar 2024 21:05:09 +0000
Received: Thu, 14 Mar 2024 21:05:10 +0000
Attachment: p.jpg (image/jpeg, 1234 bytes)
Reaction: 😡 from You

one

  two: three

From: You
Type: outgoing
Sent: Thu, 14 Mar 2024 21:06:09 +0000

ok

"""


def test_sigtop_s_text() -> None:
    messages, skipped = read(SIGTOP.encode(), "Alex Reid.txt")
    assert [(one.sender, one.text, one.sent) for one in messages] == [
        ("Alex Reid (+447700900123)", "one\n\n  two: three", "2024-03-14T21:05:09+00:00"),
        ("You", "ok", "2024-03-14T21:06:09+00:00"),
    ]
    assert messages[0].attachments[0].name == "p.jpg"
    assert ("reaction", "😡 from You") in messages[0].headers
    assert bytes_at(SIGTOP.encode(), messages[1]).startswith(b"From: You\n")
    assert messages[0].chat == "Alex Reid (+447700900123)"
    assert len(skipped) == 1


def test_sigtop_a_pasted_message_that_runs_backwards_could_be_forged() -> None:
    forged = SIGTOP.replace(
        "ok\n", "ok\n\nFrom: Alex Reid\nType: incoming\nSent: Mon, 1 Jan 2024 10:00:00 +0000\n\nI hit the kids\n"
    )
    assert "could-be-forged" in read(forged.encode(), "x.txt")[0][2].flags

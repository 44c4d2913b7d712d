"""Messenger and Instagram as JSON: the cases of the field notes, F1 to F8, and what a download may hold besides."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import Any

import pytest

from daybook.intake.downloads import oldest_first
from daybook.intake.formats import meta_chat
from tests.intake.downloads_files import bytes_at, read, zipped

AT = 1_710_450_309_000  # 2024-03-14 21:05:09 UTC


def twice(text: str) -> str:
    """As Facebook writes it."""
    return text.encode().decode("latin-1")


def said(text: str | None, at: int = AT, who: str = "Alex Reid", **more: Any) -> dict[str, Any]:
    told: dict[str, Any] = {"sender_name": who, "timestamp_ms": at}
    return told | ({} if text is None else {"content": text}) | more


def thread(*messages: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "participants": [{"name": "Alex Reid"}, {"name": "Maya Lind"}],
        "messages": list(messages),
        "title": "Alex Reid",
        "is_still_participant": True,
        "thread_path": "inbox/alexreid_1",
        "magic_words": [],
    } | more


def one_file(*messages: dict[str, Any], **more: Any) -> bytes:
    return json.dumps(thread(*messages, **more)).encode()


def test_f1_text_encoded_twice_is_mended_string_by_string() -> None:
    raw = one_file(said(twice("I’m coming 😡")), said("I’m here", AT - 1), said("£5, né Ã", AT - 2))
    messages, _ = read(raw)
    assert [one.text for one in messages] == ["£5, né Ã", "I’m here", "I’m coming 😡"]
    assert b'"I\\u00e2\\u0080\\u0099m' in raw


def test_f1_names_and_reactions_are_mended_too() -> None:
    raw = one_file(
        said("x", who=twice("Zoë"), reactions=[{"reaction": twice("❤"), "actor": twice("Zoë")}]),
        participants=[{"name": twice("Zoë")}, {"name": "Maya"}], title=twice("Zoë"),
    )  # fmt: skip
    messages, _ = read(raw)
    assert (messages[0].sender, messages[0].chat, messages[0].to) == ("Zoë", "Zoë", ("Maya",))
    assert messages[0].headers == (("reaction", "❤ Zoë"),)


def test_f2_split_files_newest_first_are_put_in_order() -> None:
    folder = "your_activity_across_facebook/messages/inbox/alexreid_1/"
    raw = zipped(
        {
            folder + "message_1.json": thread(said("six", AT + 6), said("five", AT + 5)),
            folder + "message_2.json": thread(said("four", AT + 4), said("three", AT + 3)),
            folder + "message_10.json": thread(said("two", AT + 2), said("one", AT + 1)),
        }
    )
    messages, skipped = read(raw)
    assert [one.text for one in messages] == ["one", "two", "three", "four", "five", "six"]
    assert not skipped
    assert json.loads(bytes_at(raw, messages[0]))["content"] == "one"
    assert messages[0].place.part.endswith("message_10.json")


def test_f2_blocks_are_turned_round_when_a_part_is_longer_than_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oldest_first, "BLOCK", 300)
    raw = one_file(*(said(f"n{number}", AT + number) for number in range(40, 0, -1)))
    messages, _ = read(raw)
    assert [one.text for one in messages] == [f"n{number}" for number in range(1, 41)]
    assert all(json.loads(bytes_at(raw, one))["content"] == one.text for one in messages)


def test_f3_an_entry_without_a_type_is_told_by_its_fields() -> None:
    messages, _ = read(one_file(said("Alex called you.", call_duration=75), said("hi", AT - 1)))
    assert [(one.kind, one.seconds) for one in messages] == [("message", None), ("call", 75)]


def encrypted(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"participants": ["Maya Lind", "Alex Reid"], "threadName": "Alex Reid_4", "messages": list(messages)}


def secret(text: str, at: int = AT, **more: Any) -> dict[str, Any]:
    told = {"isUnsent": False, "media": [], "reactions": [], "senderName": "Alex Reid", "text": text}
    return told | {"timestamp": at, "type": "text"} | more


def test_f4_encrypted_chats_of_the_newer_download() -> None:
    raw = zipped(
        {
            "messages/Alex Reid_4.json": encrypted(
                secret("newest", AT + 2),
                secret("", AT + 1, type="media", media=[{"uri": "./media/a1.jpeg"}]),
                secret(
                    "User unsent a message", AT, isUnsent=True, reactions=[{"actor": "Maya Lind", "reaction": "😢"}]
                ),
            ),
            "messages/media/a1.jpeg": b"x",
        }
    )
    messages, skipped = read(raw)
    assert [(one.text, one.kind) for one in messages] == [
        ("User unsent a message", "deleted"), ("", "message"), ("newest", "message"),
    ]  # fmt: skip
    assert messages[1].attachments[0].part == "messages/media/a1.jpeg"
    assert messages[0].headers[0] == ("reaction", "😢 Maya Lind")
    assert {one.chat for one in messages} == {"Alex Reid_4"}
    assert messages[0].sent == "2024-03-14T21:05:09+00:00"
    assert not skipped


def test_f4_one_encrypted_chat_by_itself() -> None:
    messages, _ = read(json.dumps(encrypted(secret("hi"))).encode(), "Alex Reid_4.json")
    assert [(one.sender, one.text, one.to) for one in messages] == [("Alex Reid", "hi", ("Maya Lind",))]


def test_f5_photo_call_unsent_and_reaction_only_entries_are_kept() -> None:
    uri = "messages/inbox/alexreid_1/photos/p.jpg"
    raw = one_file(
        said(None, AT + 4, photos=[{"uri": uri, "creation_timestamp": 1_710_000_000}]),
        said(None, AT + 3, call_duration=0, missed=True),
        said(None, AT + 2, is_unsent=True),
        said(None, AT + 1, reactions=[{"reaction": "x", "actor": "Maya Lind"}]),
        said(None, AT),
    )
    messages, skipped = read(raw)
    assert [one.kind for one in messages] == ["message", "message", "deleted", "call", "message"]
    assert "reaction" in messages[1].flags
    assert ("missed", "true") in messages[3].headers
    assert messages[4].attachments[0].name == "p.jpg"
    assert messages[4].flags == ("not-in-export",)
    assert ("photos.creation_timestamp", "1710000000") in messages[4].headers
    assert not skipped


def test_f6_a_message_with_the_words_liked_a_message_is_never_dropped() -> None:
    threat = "You liked a message of his. I will find you"
    messages, _ = read(one_file(said(threat), said("Liked a message", AT - 1)))
    assert [(one.text, one.kind, one.flags) for one in messages] == [
        ("Liked a message", "message", ()), (threat, "message", ()),
    ]  # fmt: skip


def test_f7_folders_may_be_named_otherwise_and_files_are_still_found() -> None:
    raw = zipped(
        {
            "2027/anything/alexreid_1/message_1.json": thread(
                said(None, photos=[{"uri": "messages/inbox/alexreid_1/photos/p.jpg"}])
            ),
            "top/messages/inbox/alexreid_1/photos/p.jpg": b"p",
            "top/ads/interests.json": {"topics": []},
        }
    )
    messages, skipped = read(raw)
    assert messages[0].attachments[0].part == "top/messages/inbox/alexreid_1/photos/p.jpg"
    assert messages[0].flags == ()
    assert [one.place.part for one in skipped] == ["top/ads/interests.json"]


def test_f8_times_are_instants_in_utc() -> None:
    messages, _ = read(one_file(said("x", AT + 250)))
    assert messages[0].sent == "2024-03-14T21:05:09.250+00:00"
    assert messages[0].sent_as_written == "1710450309250"


def test_what_has_no_place_of_its_own_is_kept_beside_the_message() -> None:
    share = {"link": "https://example.org/stories/9", "share_text": twice("é")}
    messages, _ = read(one_file(said("look", share=share, ip="192.0.2.1", users=[{"name": "Sam"}])))
    told = dict(messages[0].headers)
    assert told["share.link"] == "https://example.org/stories/9"
    assert (told["share.share_text"], told["ip"], told["users"]) == ("é", "192.0.2.1", '[{"name":"Sam"}]')
    assert "story" in messages[0].flags


def test_a_group_is_marked() -> None:
    names = [{"name": one} for one in ("Alex Reid", "Maya Lind", "Sam Ode")]
    messages, _ = read(one_file(said("hi"), participants=names))
    assert (messages[0].flags, messages[0].to) == (("group",), ())


def test_a_message_out_of_order_is_marked_and_stays_in_its_place() -> None:
    messages, _ = read(one_file(said("c", AT + 9), said("b", AT + 1), said("late", AT + 5), said("a", AT)))
    assert [(one.text, "out-of-order" in one.flags) for one in messages] == [
        ("a", False), ("late", False), ("b", True), ("c", False),
    ]  # fmt: skip


def test_each_message_is_at_its_place() -> None:
    raw = json.dumps(thread(said('he said "}]" \\'), said("b", AT - 1)), indent=2).encode()
    messages, _ = read(raw)
    assert [json.loads(bytes_at(raw, one))["content"] for one in messages] == ["b", 'he said "}]" \\']


def test_an_element_that_is_no_message_costs_only_itself() -> None:
    raw = one_file(said("b", AT), said("x", AT - 1), said("a", AT - 2)).replace(
        b'"content": "x"', b'"content": nonsense'
    )
    messages, skipped = read(raw)
    assert [one.text for one in messages] == ["a", "b"]
    assert [bytes_at(raw, one)[-9:] for one in skipped] == [b"nonsense}"]


def test_a_file_cut_off_gives_what_is_there_and_says_so() -> None:
    raw = one_file(said("b"), said("a", AT - 1))
    cut = raw[: raw.index(b'"a"')]
    messages, skipped = read(cut)
    assert [one.text for one in messages] == ["b"]
    assert skipped[0].place.end == len(cut)
    assert "cut off" in skipped[0].why


def test_letters_that_are_none_are_replaced_visibly() -> None:
    raw = one_file(said("AB")).replace(b'"AB"', b'"A\xff\\ud83d"')
    messages, _ = read(raw)
    assert (messages[0].text, messages[0].flags) == ("A\ufffd\ufffd", ("mended",))


def test_an_empty_chat_is_recognised() -> None:
    assert read(one_file()) == ([], [])


def test_a_path_that_points_outside_is_not_followed() -> None:
    raw = zipped({"inbox/a_1/message_1.json": thread(said("x", photos=[{"uri": "../../p.jpg"}])), "../p.jpg": b"p"})
    messages, skipped = read(raw)
    assert messages[0].attachments[0].part == ""
    assert "not-in-export" in messages[0].flags
    assert "points outside" in skipped[0].why


def test_a_damaged_part_does_not_take_the_others_with_it() -> None:
    parts = {f"inbox/c{number}_1/message_1.json": thread(said(f"{number} " + "word " * 300)) for number in range(3)}
    raw = bytearray(zipped(parts, packed=zipfile.ZIP_STORED))
    at = raw.index(b"1 word")
    raw[at : at + 4] = b"9999"
    messages, skipped = read(bytes(raw))
    assert [one.text[:1] for one in messages] == ["0", "2"]
    assert [one.place.part for one in skipped] == ["inbox/c1_1/message_1.json"]
    assert "damaged" in skipped[0].why


def test_look_says_who_and_how_many() -> None:
    raw = zipped({f"inbox/c{number}_1/message_1.json": thread(said("x")) for number in range(3)})
    found = meta_chat.format.look(BytesIO(raw), "x.zip")
    assert found.people == ("Alex Reid", "Maya Lind")
    assert found.notes == ("3 chats.",)

"""Google Takeout: Chat as JSON, Voice as pages."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from daybook.intake.formats import google_chat, google_voice
from tests.intake.downloads_files import bytes_at, read, zipped

ALEX = {"name": "Alex Reid", "email": "alex@example.org", "user_type": "Human"}
MAYA = {"name": "Maya Lind", "email": "maya@example.org", "user_type": "Human"}
AT = "Thursday, March 14, 2024 at 9:05:09\u202fPM UTC"
FOLDER = "Takeout/Google Chat/Groups/DM abc/"


def said(text: str | None = "hi", who: dict[str, Any] = ALEX, at: str | None = AT, **more: Any) -> dict[str, Any]:
    told = {"creator": who, "topic_id": "t", "message_id": "m/t/t"}
    return told | ({"text": text} if text is not None else {}) | ({"created_date": at} if at else {}) | more


def chat(*messages: dict[str, Any]) -> dict[str, Any]:
    return {"messages": list(messages)}


def one(message: dict[str, Any]) -> Any:
    return read(json.dumps(chat(message)).encode(), "messages.json")[0][0]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (AT, "2024-03-14T21:05:09+00:00"),
        ("Wednesday, April 15, 2015 at 12:51:41 AM UTC", "2015-04-15T00:51:41+00:00"),
        ("jeudi 14 mars 2024 à 21:05:09 UTC", "2024-03-14T21:05:09+00:00"),
        ("Thursday, March 14, 2024 at 9:05:09 PM", "2024-03-14T21:05:09"),
        ("soon", ""),
    ],
)
def test_the_date_in_words_is_an_instant_where_it_says_so(written: str, sent: str) -> None:
    message = one(said(at=written))
    assert (message.sent, message.sent_as_written) == (sent, written)


def test_a_chat_in_a_zip_knows_who_it_is_with_and_whose_export_it_is() -> None:
    raw = zipped(
        {
            FOLDER + "messages.json": chat(
                said("a"),
                said(None, MAYA, attached_files=[{"original_name": "p?x.jpg", "export_name": "File-p?x.jpg"}]),
            ),
            FOLDER + "group_info.json": {"members": [ALEX, MAYA]},
            FOLDER + "File-p_x.jpg": b"p",
            "Takeout/Google Chat/Users/User 1/user_info.json": {"user": MAYA},
        }
    )
    messages, skipped = read(raw)
    assert [(one.sender, one.to, one.chat, one.flags) for one in messages] == [
        ("Alex Reid", ("Maya Lind",), "Alex Reid", ("received",)),
        ("Maya Lind", ("Alex Reid",), "Alex Reid", ("sent",)),
    ]
    given = messages[1].attachments[0]
    assert (given.name, given.part, given.media) == ("p?x.jpg", FOLDER + "File-p_x.jpg", "image/jpeg")
    assert sorted(one.place.part.rpartition("/")[2] for one in skipped) == ["group_info.json", "user_info.json"]
    assert google_chat.format.look(io.BytesIO(raw), "x.zip").people == ("Alex Reid", "Maya Lind")


def test_a_deleted_message_is_kept_as_one() -> None:
    message = one(said(None, message_state="DELETED", deletion_metadata={"deletion_type": "CREATOR"}))
    assert (message.kind, message.text) == ("deleted", "")
    assert ("deletion_metadata", '{"deletion_type":"CREATOR"}') in message.headers


def test_an_edited_message_keeps_what_stood_there_before() -> None:
    before = [{"created_date": AT, "text": "I will kill you"}]
    message = one(said("sorry", at=None, updated_date=AT, previous_message_versions=before))
    assert (message.text, message.sent, "edited" in message.flags) == ("sorry", "2024-03-14T21:05:09+00:00", True)
    assert "I will kill you" in dict(message.headers)["previous_message_versions"]


def test_a_new_upload_of_a_file_is_no_edit() -> None:
    before = [{"created_date": AT, "attached_files": []}]
    assert "edited" not in one(said(None, at=None, updated_date=AT, previous_message_versions=before)).flags


def test_each_message_of_a_chat_is_at_its_place() -> None:
    raw = json.dumps(chat(said("a"), said("b")), indent=2).encode()
    assert [json.loads(bytes_at(raw, one))["text"] for one in read(raw, "messages.json")[0]] == ["a", "b"]


def voice(who: str, number: str, text: str, at: str = "2024-03-14T21:05:09.270Z", more: str = "") -> str:
    name = f'<abbr class="fn" title="">{who}</abbr>' if who == "Me" else f'<span class="fn">{who}</span>'
    head = f'<div class="message"><abbr class="dt" title="{at}">Mar 14, 2024, 9:05:09&#8239;PM\nGMT</abbr>:\n'
    return f'{head}<cite class="sender vcard"><a class="tel" href="tel:{number}">{name}</a></cite>:\n<q>{text}</q>{more}</div>'


def texts(*messages: str, title: str = "Alex Reid", people: str = "") -> bytes:
    head = '<?xml version="1.0" ?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/x.dtd">'
    body = f'<body><div class="hChatLog hfeed">{people}{"".join(messages)}</div>'
    tags = '<div class="tags">Labels: <a rel="tag" href="http://www.google.com/voice#sms">Text</a></div>'
    return f"{head}<html><head><title>{title}</title></head>{body}{tags}</body></html>".encode()


def call(label: str, title: str, more: str = "", name: str = "Alex Reid") -> bytes:
    person = f'<div class="contributor vcard">{title} <a class="tel" href="tel:+447700900123"><span class="fn">{name}</span></a></div>'
    when = '<abbr class="published" title="2024-03-14T21:05:09.000Z">Mar 14</abbr>'
    tags = f'<div class="tags">Labels: <a rel="tag" href="http://www.google.com/voice#{label}">x</a></div>'
    inside = f'<span class="album">Call Log for </span><span class="fn">{title}</span>{person}{when}{more}{tags}'
    return f'<html><head><title>x</title></head><body><div class="haudio">{inside}</div></body></html>'.encode()


def test_voice_texts() -> None:
    raw = texts(
        voice("Alex Reid", "+447700900123", "where are &quot;you&quot;<br>?"), voice("Me", "+447700900124", "home")
    )
    messages, skipped = read(raw, "Alex Reid - Text - 2024-03-14T21_05_09Z.html")
    assert [(one.sender, one.text, one.flags, one.chat) for one in messages] == [
        ("Alex Reid", 'where are "you"\n?', ("received",), "Alex Reid"), ("Me", "home", ("sent",), "Alex Reid"),
    ]  # fmt: skip
    assert messages[0].sent == "2024-03-14T21:05:09.270+00:00"
    assert messages[0].headers == (("tel", "+447700900123"),)
    assert bytes_at(raw, messages[0]).startswith(b'<div class="message">')
    assert bytes_at(raw, messages[0]).endswith(b"</q></div>")
    assert not skipped


def test_voice_offsets_are_kept() -> None:
    messages, _ = read(texts(voice("Alex Reid", "+447700900123", "x", "2023-09-01T19:29:20.270-07:00")), "x.html")
    assert messages[0].sent == "2023-09-01T19:29:20.270-07:00"


@pytest.mark.parametrize(
    ("label", "title", "sender", "to", "flags"),
    [
        ("placed", "Placed call to", "", ("Alex Reid",), ("sent",)),
        ("received", "Received call from", "Alex Reid", (), ("received",)),
        ("missed", "Appel manqué de", "Alex Reid", (), ("received", "missed")),
    ],
)
def test_voice_calls(label: str, title: str, sender: str, to: tuple[str, ...], flags: tuple[str, ...]) -> None:
    length = '<abbr class="duration" title="PT1H2M3S">(01:02:03)</abbr>'
    message = read(call(label, title, length), "x.html")[0][0]
    assert (message.kind, message.sender, message.to, message.seconds) == ("call", sender, to, 3723)
    assert message.flags == flags
    assert ("label", label) in message.headers


def test_a_voicemail_has_its_recording_and_google_s_transcript() -> None:
    stem = "Takeout/Voice/Calls/Alex Reid - Voicemail - 2024-03-14T21_05_09Z"
    audio = '<span class="full-text">answer  me</span><audio controls="controls" src="Alex Reid - Voicemail - 2024-03-14T21_05_09Z.mp3"><a rel="enclosure" href="x">Audio</a></audio>'
    raw = zipped({stem + ".html": call("voicemail", "Voicemail from", audio), stem + ".mp3": b"m"})
    messages, skipped = read(raw)
    assert (messages[0].text, messages[0].attachments[0].part, skipped) == ("answer  me", stem + ".mp3", [])


def test_a_number_withheld_is_empty() -> None:
    raw = call("missed", "Missed call from", name="").replace(b"tel:+447700900123", b"tel:")
    assert read(raw, "x.html")[0][0].sender == ""


def test_voice_groups_and_pictures_named_without_an_ending() -> None:
    folder, src = "Takeout/Voice/Calls/", "Group Conversation - 2024-03-14T21_05_09Z-2-1"
    people = '<div class="participants">Group: <cite class="sender vcard"><a class="tel" href="tel:+447700900123"><span class="fn">Alex</span></a></cite>, <cite><span class="fn">Sam</span></cite></div>'
    image = f'<div><img src="{src}" alt="Image MMS Attachment" /></div>'
    page = texts(voice("Alex", "+447700900123", "look", more=image), title="Group Conversation", people=people)
    messages, skipped = read(zipped({folder + "Group Conversation - 2024.html": page, folder + src + ".jpg": b"p"}))
    assert messages[0].attachments[0].part == folder + src + ".jpg"
    assert messages[0].flags == ("received", "group")
    assert [one.why for one in skipped] == ["This says who takes part in the chat; it is not a message."]


def test_look_names_the_people_of_voice() -> None:
    raw = zipped({"Voice/Calls/Alex Reid - Text - 2024.html": texts(voice("Me", "1", "x"))})
    assert google_voice.format.look(io.BytesIO(raw), "x.zip").people == ("Alex Reid",)

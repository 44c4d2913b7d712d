"""An iPhone's messages as imessage-exporter and iMazing write them."""

from __future__ import annotations

import csv
import io

import pytest

from tests.intake.downloads_files import bytes_at, known_as, read, zipped

PLAIN = """Mar 14, 2024  9:05:09 PM (Read by you after 1 hour, 49 seconds)
+447700900123
where are you

answer  me
Tapbacks:
    Loved by Me
    Emphasized by +447700900123

Mar 14, 2024 10:06:09 PM
Me
home
This message responded to an earlier message.

Mar 14, 2024 10:07:09 PM You named the conversation Kids

"""


def test_plain_text() -> None:
    messages, skipped = read(PLAIN.encode(), "+447700900123.txt")
    assert [(one.sender, one.text, one.sent, one.kind) for one in messages] == [
        ("+447700900123", "where are you\n\nanswer  me", "2024-03-14T21:05:09", "message"),
        ("Me", "home", "2024-03-14T22:06:09", "message"),
        ("", "You named the conversation Kids", "2024-03-14T22:07:09", "system"),
    ]
    assert messages[0].headers == (
        ("read", "(Read by you after 1 hour, 49 seconds)"),
        ("reaction", "Loved by Me"),
        ("reaction", "Emphasized by +447700900123"),
    )
    assert [one.flags for one in messages] == [("received",), ("sent",), ()]
    assert bytes_at(PLAIN.encode(), messages[1]).startswith(b"Mar 14, 2024 10:06:09 PM\nMe\n")
    assert not skipped


def test_a_reply_written_twice_is_read_once() -> None:
    raw = (
        "Mar 14, 2024  9:05:09 PM\nAlex\nfirst\n    Mar 14, 2024  9:06:09 PM\n    Me\n    answer\n\n\n"
        "Mar 14, 2024  9:06:09 PM\nMe\nanswer\nThis message responded to an earlier message.\n\n"
    )
    messages, skipped = read(raw.encode(), "x.txt")
    assert [one.text.strip() for one in messages] == ["first", "answer"]
    assert [bytes_at(raw.encode(), one).strip() for one in skipped] == [b"Mar 14, 2024  9:06:09 PM", b"Me", b"answer"]


def test_words_that_end_like_reactions_but_are_none_stay() -> None:
    raw = "Mar 14, 2024  9:05:09 PM\nAlex\nReactions:\nnobody helps you\n\n"
    assert read(raw.encode(), "x.txt")[0][0].text == "Reactions:\nnobody helps you"


def test_a_pasted_message_that_runs_backwards_could_be_forged() -> None:
    raw = PLAIN + "Jan 01, 2024  9:05:09 PM\nMe\nI hit the kids\n\n"
    assert set(read(raw.encode(), "x.txt")[0][-1].flags) == {"sent", "out-of-order", "could-be-forged"}


def test_a_time_inside_a_message_is_no_beginning_and_is_marked() -> None:
    raw = "Mar 14, 2024  9:05:09 PM\nAlex\nlook:\nJan 01, 2024  9:05:09 PM\nMe\nI hit the kids\n\n"
    messages, _ = read(raw.encode(), "x.txt")
    assert [(one.text, one.flags) for one in messages] == [
        ("look:\nJan 01, 2024  9:05:09 PM\nMe\nI hit the kids", ("could-be-forged",))
    ]


def test_edited_unsent_and_deleted() -> None:
    raw = (
        "Mar 14, 2024  9:05:09 PM\nAlex\nMar 14, 2024  9:05:09 PM I will kill you\nEdited 5 seconds later: sorry\n\n"
        "Mar 14, 2024  9:06:09 PM\nAlex\nAlex unsent a message!\n\n"
        "Mar 14, 2024  9:07:09 PM\nMe\nThis message was deleted from the conversation!\nHello\n\n"
    )
    messages, _ = read(raw.encode(), "x.txt")
    assert "edited" in messages[0].flags
    assert "I will kill you" in messages[0].text
    assert [one.kind for one in messages] == ["message", "deleted", "deleted"]


def test_a_file_that_went_with_it_is_named() -> None:
    raw = "Mar 14, 2024  9:05:09 PM\nMe\nlook\nattachments/12/IMG_0001.jpeg\n\n"
    message = read(raw.encode(), "x.txt")[0][0]
    assert message.attachments[0].name == "attachments/12/IMG_0001.jpeg"
    assert "not-in-export" in message.flags


def test_other_line_endings_and_marks_inside_a_message() -> None:
    raw = "Mar 14, 2024  9:05:09\u00a0PM\nx".encode()
    assert known_as(raw, "x.txt") is None
    messages, _ = read("\ufeffMar 14, 2024  9:05:09 PM\r\nAlex\r\na\u2028b\x0bc\r\n\r\n".encode(), "x.txt")
    assert [(one.sender, one.text) for one in messages] == [("Alex", "a\u2028b\x0bc")]


def bubble(who: str, text: str, at: str, side: str = "received", more: str = "") -> str:
    head = f'<p><span class="timestamp"><a title="Reveal" href="sms://x">{at}</a></span>\n<span class="sender">{who}</span></p>\n'
    part = f'<hr>\n<div class="message_part"><span class="bubble">{text}</span></div>\n'
    return f'<div class="message">\n<div class="{side}">\n{head}{part}{more}</div>\n</div>\n'


def page(*bubbles: str) -> bytes:
    return f'<html>\n<head>\n<meta charset="UTF-8"><style>a > b</style></head><body>\n{"".join(bubbles)}</body></html>'.encode()


def test_pages() -> None:
    tapback = (
        '<div class="tapbacks"><hr><p>Tapbacks:</p><div class="tapback"><span><b>Loved</b> by Me</span></div></div>'
    )
    copy = bubble("Me", "answer", "Mar 14, 2024  9:06:09 PM", "sent iMessage")
    replies = f'<div class="replies"><div class="reply">{copy}</div></div>'
    notice = '<div class="announcement"><p><span class="timestamp">Mar 14, 2024  9:07:09 PM</span> Alex left.</p></div>'
    raw = page(bubble("Alex", "a &lt;3 &amp;  b", "Mar 14, 2024  9:05:09 PM", more=tapback + replies), copy, notice)
    messages, skipped = read(raw, "Alex.html")
    assert [(one.sender, one.text, one.sent, one.kind) for one in messages] == [
        ("Alex", "a <3 &  b", "2024-03-14T21:05:09", "message"),
        ("Me", "answer", "2024-03-14T21:06:09", "message"),
        ("", "Alex left.", "2024-03-14T21:07:09", "system"),
    ]
    assert [one.flags for one in messages] == [("received",), ("sent",), ()]
    assert messages[0].headers == (("reaction", "Loved by Me"),)
    assert [bytes_at(raw, one).decode() for one in skipped] == [replies]
    assert bytes_at(raw, messages[1]).decode() == copy.rstrip("\n")


def test_pages_with_pictures_in_a_zip_are_named_after_their_chat() -> None:
    part = '<hr><div class="message_part"><img src="attachments/12/a.jpeg" loading="lazy"></div>'
    raw = zipped(
        {
            "out/Alex.html": page(bubble("Me", "look", "Mar 14, 2024  9:05:09 PM", "sent SMS", part)),
            "out/attachments/12/a.jpeg": b"j",
        }
    )
    message = read(raw)[0][0]
    assert (message.text, message.chat) == ("look", "Alex")
    assert [one.part for one in message.attachments] == ["out/attachments/12/a.jpeg"]


COLUMNS = "Chat Session,Message Date,Delivered Date,Read Date,Edited Date,Service,Type,Sender ID,Sender Name,Status,Replying to,Subject,Text,Attachment,Attachment type"


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_imazing_s_table(mark: str) -> None:
    held = io.StringIO()
    rows = csv.writer(held, delimiter=mark)
    rows.writerow(COLUMNS.split(","))
    rows.writerow(
        [
            "Alex",
            "2024-03-14 21:05:09",
            "",
            "",
            "",
            "iMessage",
            "Incoming",
            "+447700900123",
            "Alex Reid",
            "Read",
            "",
            "",
            ' a "b"\nc ',
            "",
            "",
        ]
    )
    rows.writerow(
        [
            "Alex",
            "2024-03-14 21:06:09",
            "",
            "",
            "2024-03-14 21:07:00",
            "SMS",
            "Outgoing",
            "",
            "",
            "",
            "hm",
            "",
            "é",
            "p.jpg",
            "Image",
        ]
    )
    rows.writerow(["Alex", "14/03/2024 21:06", "", "", "", "", "Notification", "", "", "", "", "", "x", "", ""])
    rows.writerow(["odd"])
    raw = "\ufeff".encode() + held.getvalue().encode()
    messages, skipped = read(raw, "Messages - Alex.csv")
    assert [(one.sender, one.text, one.sent, one.kind) for one in messages] == [
        ("Alex Reid", ' a "b"\nc ', "2024-03-14T21:05:09", "message"),
        ("", "é", "2024-03-14T21:06:09", "message"),
        ("", "x", "2024-03-14T21:06:00", "system"),
    ]
    assert [one.flags for one in messages] == [("received",), ("sent", "edited", "not-in-export"), ()]
    assert ("replying to", "hm") in messages[1].headers
    assert bytes_at(raw, messages[0]).count(b"\n") == 2
    assert bytes_at(raw, skipped[1]) == b"odd\r\n"


def test_a_table_of_something_else_is_not_taken() -> None:
    assert known_as(b"Date,Text\n1,2\n", "x.csv") is None

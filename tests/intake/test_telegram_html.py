"""Telegram's export as pages: the shape its own writer gives them, case by case."""

from __future__ import annotations

import io
from html import escape
from typing import Any

import pytest

from daybook.intake.formats.telegram_html import format as pages
from daybook.intake.message import Message
from tests.intake import test_telegram
from tests.intake.downloads_files import bytes_at, known_as, read, zipped
from tests.intake.telegram_pages import DRESS, did, drawn, forwarded, joined, page, said, sent, wrap


def one(*blocks: str, parts: dict[str, Any] | None = None) -> Message:
    """The last message of a page, in a zip with these files where there are some."""
    raw = page(*blocks)
    if parts is not None:
        raw = zipped({"ChatExport/messages.html": raw, **{f"ChatExport/{name}": what for name, what in parts.items()}})
    return read(raw, "messages.html")[0][-1]


def test_who_when_what_and_where() -> None:
    raw = page(did("14 March 2024"), said("Where are you?"))
    (message,), skipped = read(raw, "messages.html")
    assert (message.sender, message.text, message.chat, message.kind) == (
        "Alex Reid", "Where are you?", "Alex Reid", "message",
    )  # fmt: skip
    assert (message.flags, message.headers, skipped) == ((), (), [])
    found = bytes_at(raw, message).decode()
    assert found.startswith('<div class="message default')
    assert found.endswith("</div>")
    assert "Where are you?" in found


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("14.03.2024 21:05:09", "2024-03-14T21:05:09"),
        ("14.03.2024 21:05:09 UTC+00:00", "2024-03-14T21:05:09"),
        ("14.07.2024 21:05:09 UTC+00:00", "2024-07-14T21:05:09"),
        ("14.03.2024 21:05:09 UTC+01:00", "2024-03-14T21:05:09"),
        ("31.02.2024 21:05:09", ""),
        ("21:05", ""),
        ("", ""),
    ],
)
def test_the_clock_is_taken_and_the_winter_zone_beside_it_is_not_counted_in(written: str, clock: str) -> None:
    message = one(said("x", at=written))
    assert (message.sent, message.sent_as_written) == (clock, written)
    assert "winter" in pages.look(io.BytesIO(page(said("x"))), "messages.html").notes[0]


def test_a_joined_message_is_by_the_one_before() -> None:
    messages, _ = read(page(said("a"), joined("b"), said("c", "Maya Lind"), joined("d")), "messages.html")
    assert [(one.sender, one.text) for one in messages] == [
        ("Alex Reid", "a"), ("Alex Reid", "b"), ("Maya Lind", "c"), ("Maya Lind", "d"),
    ]  # fmt: skip


def test_who_sent_it_is_not_guessed_where_nobody_is_named() -> None:
    assert (one(joined("x")).sender, one(joined("x")).flags) == ("", ("sender-unsure",))
    assert (one(said("a"), said("x", "")).sender, one(said("a"), said("x", "")).flags) == ("", ("sender-unsure",))


def test_pages_are_put_in_order_and_who_sent_it_is_carried_over_their_border() -> None:
    parts = {
        "C/messages10.html": page(joined("10")),
        "C/messages2.html": page(joined("2")),
        "C/messages.html": page(said("1")),
        "D/messages.html": page(joined("other"), title="Sam Ode"),
    }
    messages, _ = read(zipped(parts))
    assert [(one.text, one.sender, one.chat, one.place.part) for one in messages] == [
        ("1", "Alex Reid", "Alex Reid", "C/messages.html"),
        ("2", "Alex Reid", "Alex Reid", "C/messages2.html"),
        ("10", "Alex Reid", "Alex Reid", "C/messages10.html"),
        ("other", "", "Sam Ode", "D/messages.html"),
    ]
    assert "2 chats." in pages.look(io.BytesIO(zipped(parts)), "x.zip").notes


def test_lines_of_the_program_have_a_day_and_no_clock() -> None:
    pinned = did('Alex Reid pinned <a href="#go_to_message5" onclick="return GoToMessage(5)">this message</a>', 7)
    lines = (
        did("14 March 2024"),
        said("x"),
        pinned,
        did("15 March 2024", -2),
        did("Alex Reid joined group by link from Maya", 9),
    )
    messages, skipped = read(page(*lines), "messages.html")
    assert [(one.kind, one.text, one.sent, one.sent_as_written) for one in messages[1:]] == [
        ("system", "Alex Reid pinned this message", "2024-03-14", "14 March 2024"),
        ("system", "Alex Reid joined group by link from Maya", "2024-03-15", "15 March 2024"),
    ]
    assert messages[1].headers == (("reply_to_message_id", "5"),)
    assert skipped == []


def test_a_line_of_the_program_above_every_day() -> None:
    message = one(did("Alex Reid took a screenshot", 4))
    assert (message.sent, message.sent_as_written, message.sender) == ("", "", "")


@pytest.mark.parametrize(
    ("status", "flags", "seconds"),
    [
        ("Outgoing (75 seconds)", ("sent",), 75),
        ("Cancelled", ("sent",), None),
        ("Incoming (1 seconds)", ("received",), 1),
        ("Missed", ("received", "missed"), None),
        ("Declined", ("received", "rejected"), None),
        ("Beamed", (), None),
    ],
)
def test_calls(status: str, flags: tuple[str, ...], seconds: int | None) -> None:
    message = one(said(more=sent("media_call success", "Maya Lind", status)))
    assert (message.kind, message.flags, message.seconds, message.to, message.text, message.sender) == (
        "call", flags, seconds, ("Maya Lind",), status, "Alex Reid",
    )  # fmt: skip


@pytest.mark.parametrize(("line", "seconds"), [("Alex started voice chat (12 seconds)", 12), ("Voice chat", None)])
def test_group_calls(line: str, seconds: int | None) -> None:
    message = one(did(line, 5))
    assert (message.kind, message.seconds, message.text) == ("call", seconds, line)


def test_text_is_as_it_was_typed() -> None:
    typed = 'a  b <3 & "you" isn\'t\nline\n\nend'
    coded = escape(typed).replace("&#x27;", "&apos;").replace("\n", "<br>")
    assert one(said(coded)).text == typed
    styled = "<strong>NOW</strong>, <em>or</em> <s>else</s> <code>x</code><pre>y</pre>"
    hidden = '<span class="spoiler hidden" onclick="ShowSpoiler(this)"><span aria-hidden="true">secret</span></span>'
    assert one(said(styled + hidden)).text == "NOW, or else xysecret"


def test_a_link_that_hides_where_it_leads_is_told() -> None:
    plain = 'see <a href="https://example.org/a">https://example.org/a</a> '
    hidden = '<a href="https://example.org/b">here</a> <a href="" onclick="return ShowHashtag(&quot;x&quot;)">#x</a>'
    message = one(said(plain + hidden))
    assert message.text == "see https://example.org/a here #x"
    assert message.headers == (("link", "https://example.org/b"),)


def test_forwarded_words_are_by_whoever_forwarded_them_and_tell_whose_they_were() -> None:
    blocks = (said(more=forwarded("a")), joined(more=forwarded("b", who="")), joined("own"), said("c"))
    messages, _ = read(page(*blocks), "messages.html")
    whose = (("forwarded_from", "Sam Ode"), ("forwarded_date", "01.02.2023 10:11:12 UTC+00:00"))
    assert [(one.sender, one.text, one.sent, "forwarded" in one.flags) for one in messages] == [
        ("Alex Reid", "a", "2024-03-14T21:05:09", True), ("Alex Reid", "b", "2024-03-14T21:05:09", True),
        ("Alex Reid", "own", "2024-03-14T21:05:09", False), ("Alex Reid", "c", "2024-03-14T21:05:09", False),
    ]  # fmt: skip
    assert [one.headers for one in messages] == [whose, whose, (), ()]


def test_replies() -> None:
    def to(inner: str) -> str:
        return f'\n<div class="reply_to details">\n{inner}\n</div>\n'

    here = one(
        said("x", more=to('In reply to <a href="#go_to_message12" onclick="return GoToMessage(12)">this message</a>'))
    )
    before = one(said("x", more=to('In reply to <a href="messages.html#go_to_message3">this message</a>')))
    elsewhere = one(said("x", more=to("In reply to a message in another chat")))
    assert (here.headers, here.text) == ((("reply_to_message_id", "12"),), "x")
    assert before.headers == (("reply_to_message_id", "3"),)
    assert elsewhere.headers == (("reply_to", "In reply to a message in another chat"),)


@pytest.mark.parametrize(
    ("block", "name", "media", "seconds"),
    [
        (drawn("photo_wrap", "photos/p.jpg"), "p.jpg", "image/jpeg", None),
        (drawn("sticker_wrap", "stickers/s.webp"), "s.webp", "image/webp", None),
        (drawn("animated_wrap", "video_files/g.mp4"), "g.mp4", "video/mp4", None),
        (drawn("video_file_wrap", "video_files/v.mp4", more='<div class="video_duration">\n01:02:03\n</div>'), "v.mp4", "video/mp4", 3723),
        (sent("media_voice_message", "Voice message", "00:08", href="voice_messages/a.ogg"), "a.ogg", "audio/ogg", 8),
        (sent("media_video", "Video message", "01:05", href="round/r.mp4", thumb="round/r_thumb.mp4"), "r.mp4", "video/mp4", 65),
        (sent("media_file", "My letter.pdf", "12.3 KB", href="files/letter.pdf"), "My letter.pdf", "application/pdf", None),
    ],
)  # fmt: skip
def test_files_that_are_there(block: str, name: str, media: str, seconds: int | None) -> None:
    href = block.split('href="')[1].split('"', maxsplit=1)[0]
    stem, _, end = href.rpartition(".")
    thumb = f"{stem}_thumb.{end}"
    raw = zipped({"C/messages.html": page(said("look", more=block)), f"C/{href}": b"p", f"C/{thumb}": b"t"})
    (message,), skipped = read(raw)
    (file,) = message.attachments
    assert (file.name, file.part, file.media, message.seconds) == (name, f"C/{href}", media, seconds)
    assert ("not-in-export" in message.flags, message.text) == (False, "look")
    assert [one.place.part for one in skipped] == ([] if thumb.rpartition("/")[2] in block else [f"C/{thumb}"])


def test_in_an_export_of_everything_a_path_goes_up_to_the_top_first() -> None:
    top, folder = "../../chats/chat_02/", "D/chats/chat_02/"
    block = said("", more=drawn("photo_wrap", top + "photos/photo_1.jpg"))
    parts = {
        folder + "messages.html": page(block, title="Sam Ode"),
        folder + "photos/photo_1.jpg": b"hers", folder + "photos/photo_1_thumb.jpg": b"t",
        "D/chats/chat_01/messages.html": page(said("x")), "D/chats/chat_01/photos/photo_1.jpg": b"of another chat",
        "D/lists/chats.html": b"<html>",
    }  # fmt: skip
    messages, skipped = read(zipped(parts))
    assert [one.part for one in messages[0].attachments] == [folder + "photos/photo_1.jpg"]
    assert [one.place.part for one in skipped] == ["D/chats/chat_01/photos/photo_1.jpg", "D/lists/chats.html"]


def test_files_that_were_left_out() -> None:
    about = "Not included, change data exporting settings to download."
    message = one(said(more=sent("media_photo", "Photo", "800x600, 90 KB", about=about)))
    assert [(one.name, one.part) for one in message.attachments] == [("Photo", "")]
    assert message.flags == ("not-in-export",)
    assert message.headers == (("media", "Photo"), ("description", about), ("status", "800x600, 90 KB"))
    gone = one(said(more=sent("media_photo", "Self-destructing photo", "Expired")))
    assert gone.flags == ("view-once", "not-in-export")
    assert one(said(more=drawn("photo_wrap", "photos/gone.jpg"))).flags == ("not-in-export",)
    assert one(said(more=drawn("photo_wrap", "../../etc/passwd"))).attachments[0].part == ""


def test_places_contacts_and_polls() -> None:
    map_link = "https://maps.google.com/maps?q=51.5,-0.1"
    place = one(said(more=sent("media_location", "Location", "51.5, -0.1", href=map_link)))
    assert (place.flags, place.attachments) == (("place",), ())
    assert place.headers == (("link", map_link), ("media", "Location"), ("status", "51.5, -0.1"))
    card = sent("media_contact", "Sam Ode", "+44 7700 900123 - vCard", href="contacts/c.vcf")
    contact = one(said(more=card), parts={"contacts/c.vcf": b"BEGIN:VCARD"})
    assert (contact.flags, contact.attachments[0].part) == (("contact",), "ChatExport/contacts/c.vcf")
    assert ("status", "+44 7700 900123 - vCard") in contact.headers
    answers = (
        '<div class="answer">\n- yes <span class="details">2 votes</span>\n</div><div class="answer">\n- no\n</div>'
    )
    asked = '<div class="media_poll"><div class="question bold">\nHome?\n</div><div class="details">\nAnonymous poll\n</div>'
    poll = one(said(more=wrap(f'{asked}{answers}<div class="total details\t">\n2 votes\n</div></div>')))
    assert (poll.text, poll.flags) == ("Home?\nyes\nno", ("poll",))
    assert poll.headers == (("votes", "yes: 2 votes"), ("poll", "Anonymous poll"), ("poll", "2 votes"))


def test_reactions_stand_beside_the_words() -> None:
    faces = '<span class="userpics"><div class="userpic userpic1" title="Maya Lind"><div class="initials">ML</div></div></span>'
    first = f'<span class="reaction active"><span class="emoji">\n❤\n</span>{faces}</span>'
    many = '<span class="reaction"><span class="emoji">\n😡\n</span><span class="count">\n12\n</span></span>'
    message = one(said("x", more=f'<span class="reactions">{first}{many}</span>'))
    assert message.text == "x"
    assert message.headers == (("reaction", "❤ (1) Maya Lind"), ("reaction", "😡 (12)"))


def test_a_deleted_account_is_written_like_a_name_and_may_be_anybody() -> None:
    message = one(said("x", "Deleted Account"))
    assert (message.sender, message.flags) == ("Deleted Account", ("sender-unsure",))


def test_a_bot_it_went_through_is_no_part_of_the_name() -> None:
    message = one(said("x", "Alex Reid  via @gif"))
    assert (message.sender, message.headers) == ("Alex Reid", (("via", "@gif"),))
    assert one(said("x", "Alex Reid  via @gif"), said("y")).headers == ()


def test_what_is_not_known_is_kept_beside_the_words() -> None:
    more = '<div class="signature details">\nMaya\n</div><div class="edited details">\nedited 21:09\n</div><p>odd</p>'
    buttons = '<table class="bot_buttons_table"><tr><td><div class="bot_button"><a><div>\nPay\n</div></a></div></td></tr></table>'
    message = one(said("x", more=more + buttons))
    assert message.headers == (("author", "Maya"), ("edited", "edited 21:09"), ("p", "odd"), ("button", "Pay"))
    assert (message.text, message.flags) == ("x", ())


def test_one_that_telegram_cannot_export_is_said() -> None:
    line = "This message is not supported by this version of Telegram Desktop. Please update the application."
    raw = page(said("a"), did(line, 5), said("b"))
    messages, skipped = read(raw, "messages.html")
    assert [one.text for one in messages] == ["a", "b"]
    assert line in bytes_at(raw, skipped[0]).decode()


def test_pictures_of_a_group_and_faces() -> None:
    face = '<div class="userpic_wrap"><a class="userpic_link" href="photos/g.jpg"><img class="userpic" src="photos/g_thumb.jpg"/></a></div>'
    parts = {
        "C/messages.html": page(did("Alex changed group photo", 3, face)),
        "C/photos/g.jpg": b"p",
        "C/photos/g_thumb.jpg": b"t",
    }
    (message,), skipped = read(zipped(parts))
    assert [one.part for one in message.attachments] == ["C/photos/g.jpg"]
    assert (message.text, skipped) == ("Alex changed group photo", [])


def test_the_look_of_the_pages_is_told_apart_from_what_else_is_there() -> None:
    other = ("photos/nobody.jpg", "export_results.html", "images/holiday.png")
    parts = {f"C/{name}": b"x" for name in (*DRESS, *other)}
    _, skipped = read(zipped({"C/messages.html": page(said("x")), **parts}))
    assert [one.place.part for one in skipped if "look of the pages" in one.why] == ["C/css", "C/js", "C/images"]
    assert {one.place.part[2:] for one in skipped if "look of the pages" not in one.why} == set(other)


def test_a_page_cut_off_gives_what_is_there_and_says_so() -> None:
    raw = page(said("a"), said("b"))
    cut = raw[: raw.rindex(b'<div class="pull_right') + 9]
    messages, skipped = read(cut, "messages.html")
    assert [one.text for one in messages][:1] == ["a"]
    assert skipped[0].place.end == len(cut)


def test_links_to_other_pages_are_no_messages() -> None:
    more = '\n<a class="pagination block_link" href="messages.html">\nPrevious messages\n</a>\n'
    messages, skipped = read(page(said("x"), more=more), "messages2.html")
    assert ([one.text for one in messages], skipped) == (["x"], [])


def test_marks_that_are_no_text_are_mended_and_said() -> None:
    assert one(said("a&#0;b")).flags == ("mended",)
    assert one(said("a&#x0a;b")).text == "a\nb"


def test_the_names_are_told_before_anything_is_kept() -> None:
    raw = page(said("x"), said("y", "Maya &amp; Co  via @gif"), more="")
    assert pages.look(io.BytesIO(raw), "messages.html").people == ("Alex Reid", "Maya & Co")


def test_json_beside_the_pages_is_read_instead_and_other_pages_are_not_taken() -> None:
    both = zipped({"C/messages.html": page(said("x")), "C/result.json": test_telegram.raw(test_telegram.said("x"))})
    form = known_as(both, "x.zip")
    assert form is not None
    assert form.id == "telegram-json"
    assert known_as(b'<html><div class="message">x</div>', "messages.html") is None
    assert known_as(zipped({"C/lists/contacts.html": b"<html>", "C/export_results.html": b"<html>"}), "x.zip") is None

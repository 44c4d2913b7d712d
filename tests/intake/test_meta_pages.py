"""Messenger and Instagram as pages, in the three layouts they have had (case F7 of the field notes)."""

from __future__ import annotations

import io
from html import escape

import pytest

from daybook.intake.formats import meta_html
from tests.intake.downloads_files import bytes_at, known_as, read, zipped

STYLE = "<style>" + "._a6-g{color:#fff} a > b {x:1}" * 300 + "</style>"
NOW = '<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">'
HEADER = NOW + '<div class="_a6-h">Participants: Alex Reid, Maya Lind and Sam Ode</div></div>'


def now(who: str, text: str, at: str, more: str = "") -> str:
    body = f'<div class="_3-95 _a6-p"><div><div></div><div>{text}</div><div>{more}</div><div></div></div></div>'
    return f'{NOW}<h2 class="_3-95 _2pim _a6-h _a6-i">{who}</h2>{body}<div class="_3-94 _a6-o">{at}</div></div>'


def then(who: str, text: str, at: str, more: str = "") -> str:
    body = f'<div class="_3-96 _2let"><div><div></div><div>{text}</div><div>{more}</div></div></div>'
    head = f'<div class="pam _3-95 _2pi0 _2lej uiBoxWhite noborder"><div class="_3-96 _2pio _2lek _2lel">{who}</div>'
    return f'{head}{body}<div class="_3-94 _2lem">{at}</div></div>'


def lately(who: str, text: str, at: str, more: str = "") -> str:
    head = f'<section class="_a6-g" aria-labelledby="u_0"><h2 class="_2ph_ _a6-h _a6-i" id="u_0">{who}</h2>'
    foot = f'<footer class="_3-94 _a6-o"><a target="_blank" href="https://www.example.org/"><div class="_a72d">{at}</div></a>'
    return f'{head}<div class="_2ph_ _a6-p"><div><div></div><div>{text}</div><div>{more}</div></div></div>{foot}</footer></section>'


def page(*blocks: str, title: str = "Alex Reid") -> bytes:
    head = f"<html><head><title>{title}</title>{STYLE}</head><body><h1>{title}</h1><main role=main>"
    return (head + "".join(blocks) + "</main></body></html>").encode()


@pytest.mark.parametrize("layout", [now, then, lately])
def test_f7_every_layout_is_read_from_the_oldest_on(layout: type[str]) -> None:
    raw = page(
        layout("Alex Reid", "second", "Mar 14, 2024 9:06:00 pm"),
        layout("Maya Lind", "first", "Mar 14, 2024 9:05:09 pm"),
    )
    messages, skipped = read(raw, "message_1.html")
    assert [(one.sender, one.text, one.sent) for one in messages] == [
        ("Maya Lind", "first", "2024-03-14T21:05:09"), ("Alex Reid", "second", "2024-03-14T21:06:00"),
    ]  # fmt: skip
    assert {one.chat for one in messages} == {"Alex Reid"}
    assert not skipped
    assert bytes_at(raw, messages[0]).decode() == layout("Maya Lind", "first", "Mar 14, 2024 9:05:09 pm")


def test_f7_layouts_of_the_years_to_come_are_read_by_their_order() -> None:
    odd = '<div class="x uiBoxWhite noborder"><b>Alex Reid</b><p>hello</p><i>Mar 14, 2024 9:05 pm</i></div>'
    messages, _ = read(page(HEADER, odd), "message_1.html")
    assert [(one.sender, one.text, one.sent) for one in messages] == [("Alex Reid", "hello", "2024-03-14T21:05:00")]


def test_who_takes_part_is_no_message_and_is_said() -> None:
    raw = page(HEADER, now("Alex Reid", "x", "Mar 14, 2024 9:05 pm"))
    messages, skipped = read(raw, "message_1.html")
    assert len(messages) == 1
    assert [bytes_at(raw, one).decode() for one in skipped] == [HEADER]
    assert meta_html.format.look(io.BytesIO(raw), "message_1.html").people == ("Alex Reid", "Maya Lind", "Sam Ode")


def test_text_is_as_it_was_typed() -> None:
    typed = 'a  b <3 & "you"\nline'
    raw = page(now("Alex Reid", escape(typed).replace("\n", "<br />"), "Mar 14, 2024 9:05 pm"))
    assert read(raw, "message_1.html")[0][0].text == typed


def test_a_share_card_repeats_nothing_and_loses_no_link() -> None:
    link = "https://example.org/a"
    card = f'<div><div>look<br />{link}</div><div><a target="_blank" href="{link}">{link}</a></div></div>'
    more = '<div><div>A title</div><a href="https://example.org/b">tap</a></div>'
    body = f'look<br /><a target="_blank" href="{link}">{link}</a>'
    messages, _ = read(page(now("Alex", body, "Mar 14, 2024 9:05 pm", card + more)), "message_1.html")
    assert messages[0].text == f"look\n{link}\nA title\ntap"
    assert messages[0].headers == (("link", "https://example.org/b"),)


def test_words_that_are_only_a_piece_of_others_are_no_repeat() -> None:
    raw = page(
        now("Alex", "I know what you did", "Mar 14, 2024 9:05 pm", "<div>you</div><div>I know what you did</div>")
    )
    assert read(raw, "message_1.html")[0][0].text == "I know what you did\nyou"


def test_pictures_and_reactions() -> None:
    more = '<a href="photos/p.jpg"><img src="photos/p.jpg" /></a><ul class="_a6-q"><li>😡Maya Lind</li></ul>'
    folder = "your_activity/messages/inbox/alex_1/"
    raw = zipped(
        {folder + "message_1.html": page(now("Alex", "", "Mar 14, 2024 9:05 pm", more)), folder + "photos/p.jpg": b"p"}
    )
    messages, skipped = read(raw)
    assert [one.part for one in messages[0].attachments] == [folder + "photos/p.jpg"]
    assert messages[0].headers == (("reaction", "😡Maya Lind"),)
    assert (messages[0].text, messages[0].flags, skipped) == ("", (), [])


def test_split_pages_are_put_in_order() -> None:
    folder = "messages/inbox/alex_1/"
    parts = {
        folder + "message_1.html": page(now("A", "4", "Mar 14, 2024 9:08 pm"), now("A", "3", "Mar 14, 2024 9:07 pm")),
        folder + "message_2.html": page(now("A", "2", "Mar 14, 2024 9:06 pm"), now("A", "1", "Mar 14, 2024 9:05 pm")),
    }
    assert [one.text for one in read(zipped(parts))[0]] == ["1", "2", "3", "4"]


def test_within_one_minute_the_page_says_the_order() -> None:
    at = "Mar 14, 2024 9:05 pm"
    assert [one.text for one in read(page(now("A", "2", at), now("A", "1", at)), "message_1.html")[0]] == ["1", "2"]


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Jan 01, 2025 9:00 am", "2025-01-01T09:00:00"),
        ("14 Mar 2024, 21:05", "2024-03-14T21:05:00"),
        ("Mar 14, 2024 12:05 am", "2024-03-14T00:05:00"),
        ("Mar 14, 2024 12:05 pm", "2024-03-14T12:05:00"),
        ("ene. 15, 2024 10:30 am", "2024-01-15T10:30:00"),
        ("14 mars 2024 à 21:05", "2024-03-14T21:05:00"),
        ("14 marca 2024 21:05", "2024-03-14T21:05:00"),
        ("5 lis 2024 21:05", ""),  # October in Croatian, November in Polish
        ("03/04/2024 21:05", ""),
        ("Mar 14, 2024", ""),
        ("Mar 41, 2024 9:05 pm", ""),
        ("last week", ""),
    ],
)
def test_a_date_is_read_in_any_language_or_not_at_all(written: str, sent: str) -> None:
    messages, _ = read(page(now("A", "x", written)), "message_1.html")
    assert (messages[0].sent, messages[0].sent_as_written) == (sent, written)


def test_she_is_told_that_the_clock_has_no_zone() -> None:
    found = meta_html.format.look(io.BytesIO(page(now("A", "x", "Mar 14, 2024 9:05 pm"))), "message_1.html")
    assert "do not say" in found.notes[0]


def test_a_page_cut_off_gives_what_is_there_and_says_so() -> None:
    raw = page(now("A", "2", "Mar 14, 2024 9:06 pm"), now("A", "1", "Mar 14, 2024 9:05 pm"))
    cut = raw[: raw.rindex(b'<div class="_3-94') + 5]
    messages, skipped = read(cut, "message_1.html")
    assert [one.text for one in messages] == ["2"]
    assert skipped[0].place.end == len(cut)


def test_a_page_of_something_else_is_not_taken() -> None:
    raw = page(now("A", "a post", "Mar 14, 2024 9:05 pm"))
    assert known_as(raw, "your_posts_1.html") is None

"""Any download written is read back equal; any bytes at all are read without a fall."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from daybook.cli.read import read as cli_read
from daybook.intake.downloads.mojibake import repaired
from daybook.intake.format import recognise
from daybook.intake.message import Message
from tests.intake import (
    telegram_pages,
    test_google,
    test_imessage,
    test_meta_json,
    test_meta_pages,
    test_signal,
    test_telegram,
)
from tests.intake.downloads_files import FORMS, read, read_as, zipped

Said = tuple[str, str, int]
LETTERS = st.characters(blacklist_categories=["Cs"], blacklist_characters="\r\0\ufffd") | st.sampled_from(
    "\n <>&\"'\\]}{,;"
)
TEXTS = st.text(LETTERS, max_size=40)
NAMES = st.sampled_from(["Alex Reid", "Zoë Ōe", "Maya: L.", "07700 900123", 'A "B" <C>'])
FIRST, LAST = 1_500_000_000, 1_790_000_000


@st.composite
def chats(draw: st.DrawFn) -> list[Said]:
    """Who said what when, each a second or more after the one before."""
    times = sorted(draw(st.sets(st.integers(FIRST, LAST), min_size=1, max_size=6)))
    return [(draw(NAMES), draw(TEXTS), at) for at in times]


def utc(at: int) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def told(raw: bytes, name: str) -> list[tuple[str, str, str]]:
    return [(one.sender, one.text, one.sent) for one in read(raw, name)[0]]


def instants(chat: list[Said]) -> list[tuple[str, str, str]]:
    return [(who, text, utc(at).isoformat()) for who, text, at in chat]


def walls(chat: list[Said], *, to_the: str = "seconds") -> list[tuple[str, str, str]]:
    return [
        (who, text, utc(at).replace(tzinfo=None, second=0 if to_the == "minutes" else utc(at).second).isoformat())
        for who, text, at in chat
    ]


def dumped(draw: st.DrawFn, value: Any) -> bytes:
    return json.dumps(value, indent=draw(st.sampled_from([None, 2])), ensure_ascii=draw(st.booleans())).encode()


@given(chats(), st.data())
def test_meta_json_in_any_dialect(chat: list[Said], data: st.DataObject) -> None:
    is_twice, size = data.draw(st.booleans()), data.draw(st.integers(1, 4))
    write = test_meta_json.twice if is_twice else str
    assume(is_twice or all(repaired(text) == text and repaired(who) == who for who, text, _ in chat))
    newest_first = [test_meta_json.said(write(text), at * 1000, write(who)) for who, text, at in reversed(chat)]
    parts = [newest_first[at : at + size] for at in range(0, len(newest_first), size)]
    if data.draw(st.booleans()):
        names = {
            f"x/inbox/a_1/message_{n}.json": dumped(data.draw, test_meta_json.thread(*part))
            for n, part in enumerate(parts, 1)
        }
        assert told(zipped(names), "x.zip") == instants(chat)
    else:
        assert told(dumped(data.draw, test_meta_json.thread(*newest_first)), "message_1.json") == instants(chat)


@given(chats(), st.data())
def test_the_encrypted_shape(chat: list[Said], data: st.DataObject) -> None:
    assume(all(repaired(text) == text and repaired(who) == who for who, text, _ in chat))
    value = test_meta_json.encrypted(
        *(test_meta_json.secret(text, at * 1000, senderName=who) for who, text, at in reversed(chat))
    )
    assert told(dumped(data.draw, value), "Alex_1.json") == instants(chat)


@given(
    chats(),
    st.sampled_from([test_meta_pages.now, test_meta_pages.then, test_meta_pages.lately]),
    st.sampled_from(["%b %d, %Y %I:%M:%S %p", "%d %b %Y, %H:%M"]),
)
def test_meta_pages_in_any_layout(chat: list[Said], layout: Any, clock: str) -> None:
    assume(all(text.strip() for _, text, _ in chat))
    blocks = [
        layout(escape(who), escape(text).replace("\n", "<br />"), utc(at).strftime(clock))
        for who, text, at in reversed(chat)
    ]
    expected = walls(chat, to_the="seconds" if "%S" in clock else "minutes")
    assert told(test_meta_pages.page(*blocks), "message_1.html") == expected


@given(chats(), st.integers(1, 4), st.sampled_from(["", " UTC+00:00", " UTC-05:30"]))
def test_telegram_pages_however_they_are_split(chat: list[Said], size: int, zone: str) -> None:
    assume(chat)
    blocks, before = [], ""
    for who, text, at in chat:
        words, clock = escape(text).replace("\n", "<br>"), utc(at).strftime("%d.%m.%Y %H:%M:%S") + zone
        is_joined = who == before and bool(blocks)
        made = telegram_pages.joined(words, clock) if is_joined else telegram_pages.said(words, escape(who), clock)
        blocks.append(made)
        before = who
    starts = range(0, len(blocks), size)
    pages = [telegram_pages.page(*blocks[at : at + size]) for at in starts]
    names = {f"C/messages{n if n > 1 else ''}.html": one for n, one in enumerate(pages, 1)}
    expected = [(who.strip(), text.strip(" \t\r\n"), sent) for who, text, sent in walls(chat)]
    assert told(zipped(names), "x.zip") == expected


@given(chats(), st.data())
def test_telegram_with_and_without_pieces_and_instants(chat: list[Said], data: st.DataObject) -> None:
    has_instants, has_pieces = data.draw(st.booleans()), data.draw(st.booleans())
    messages = []
    for who, text, at in chat:
        cut = data.draw(st.integers(0, len(text)))
        pieces: Any = [text[:cut], {"type": "bold", "text": text[cut:]}] if has_pieces else text
        one = test_telegram.said(
            pieces, date=utc(at).strftime("%Y-%m-%dT%H:%M:%S"), date_unixtime=str(at), **{"from": who}
        )
        messages.append(one if has_instants else {key: value for key, value in one.items() if key != "date_unixtime"})
    raw = dumped(data.draw, test_telegram.chat(*messages))
    assert told(raw, "result.json") == (instants(chat) if has_instants else walls(chat))


@given(chats(), st.data())
def test_google_chat(chat: list[Said], data: st.DataObject) -> None:
    written = [utc(at).strftime("%A, %B %d, %Y at %I:%M:%S %p UTC") for _, _, at in chat]
    messages = [test_google.said(text, {"name": who}, when) for (who, text, _), when in zip(chat, written, strict=True)]
    assert told(dumped(data.draw, test_google.chat(*messages)), "messages.json") == instants(chat)


@given(chats())
def test_google_voice(chat: list[Said]) -> None:
    blocks = [
        test_google.voice(escape(who), "1", escape(text).replace("\n", "<br>"), utc(at).isoformat())
        for who, text, at in chat
    ]
    assert told(test_google.texts(*blocks), "x.html") == instants(chat)


@given(chats())
def test_signal_records(chat: list[Said]) -> None:
    names = list(dict.fromkeys(who for who, _, _ in chat))
    people = [{"recipient": {"id": str(n), "contact": {"systemGivenName": who}}} for n, who in enumerate(names)]
    items = [
        test_signal.item(str(names.index(who)), dateSent=str(at * 1000), **test_signal.text(text))
        for who, text, at in chat
    ]
    raw = "\n".join(json.dumps(one) for one in [*people, *items]).encode()
    assert told(raw, "main.jsonl") == instants(chat)


@given(chats())
def test_sigtop_text(chat: list[Said]) -> None:
    raw = "Conversation: Kids\n\n"
    for who, text, at in chat:
        body = f"\n{text}\n" if text else ""
        raw += f"From: {who}\nType: incoming\nSent: {utc(at).strftime('%a, %d %b %Y %H:%M:%S %z')}\n{body}\n"
    assert told(raw.encode(), "x.txt") == instants(chat)


@given(chats())
def test_imessage_text(chat: list[Said]) -> None:
    stamps = [f"{utc(at):%b %d, %Y} {utc(at).hour % 12 or 12:>2}:{utc(at):%M:%S %p}" for _, _, at in chat]
    raw = "".join(
        f"{stamp}\n{who}\n{text}\n\n" if text else f"{stamp}\n{who}\n\n"
        for stamp, (who, text, _) in zip(stamps, chat, strict=True)
    )
    assert told(raw.encode(), "x.txt") == walls(chat)


@given(chats(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["\n", "\r\n"]))
def test_imazing_tables(chat: list[Said], mark: str, end: str) -> None:
    held = io.StringIO()
    rows = csv.writer(held, delimiter=mark, lineterminator=end)
    rows.writerow(["Chat Session", "Message Date", "Type", "Sender Name", "Text"])
    rows.writerows(["x", f"{utc(at):%Y-%m-%d %H:%M:%S}", "Incoming", who, text] for who, text, at in chat)
    assert told(held.getvalue().encode(), "x.csv") == walls(chat)


def samples() -> dict[str, bytes]:
    """One of each, with some of everything in it."""
    folder = "x/inbox/a_1/"
    return {
        "meta.json": test_meta_json.one_file(test_meta_json.said("é", photos=[{"uri": "a/p.jpg"}], reactions=[{"reaction": "x", "actor": "y"}])),
        "meta.zip": zipped({folder + "message_1.json": test_meta_json.thread(test_meta_json.said("hi")), folder + "p.jpg": b"p"}),
        "encrypted.json": json.dumps(test_meta_json.encrypted(test_meta_json.secret("hi"))).encode(),
        "message_1.html": test_meta_pages.page(test_meta_pages.HEADER, test_meta_pages.now("A", "x&amp;<br>", "Mar 14, 2024 9:05 pm", "<ul><li>y</li></ul>")),
        "result.json": test_telegram.raw(test_telegram.said(["a", {"text": "b"}]), test_telegram.did("phone_call", duration_seconds=5)),
        "messages.html": telegram_pages.page(
            telegram_pages.did("14 March 2024"), telegram_pages.said("x", more=telegram_pages.forwarded("y")),
            telegram_pages.joined("z", more=telegram_pages.drawn("photo_wrap", "photos/p.jpg")),
        ),
        "messages.json": json.dumps(test_google.chat(test_google.said(attached_files=[{"export_name": "x"}]))).encode(),
        "voice.html": test_google.texts(test_google.voice("Me", "1", "x")) + test_google.call("missed", "Missed"),
        "main.jsonl": test_signal.jsonl(test_signal.item(**test_signal.text("x", reactions=[{"emoji": "x"}]))),
        "sigtop.txt": test_signal.SIGTOP.encode(),
        "imessage.txt": test_imessage.PLAIN.encode(),
        "imessage.html": test_imessage.page(test_imessage.bubble("A", "x", "Mar 14, 2024  9:05:09 PM")),
        "imazing.csv": (test_imessage.COLUMNS + '\nA,2024-03-14 21:05:09,,,,SMS,Incoming,1,A,,,,"x\ny",p.jpg,Image\n').encode(),
    }  # fmt: skip


PIECES = st.sampled_from(
    [
        b"",
        b"\0",
        b"\xff",
        b'"',
        b"{",
        b"}",
        b"[",
        b"]",
        b"<",
        b">",
        b"\n",
        b"&#",
        b"\\u",
        b"9" * 40,
        b"null",
        b"-",
        b"PK\3\4",
        b"\xe2\x80\xaf",
    ]
)


@st.composite
def spoilt(draw: st.DrawFn, raw: bytes) -> bytes:
    """The file with a few bytes taken out, put in, or said twice, or cut off."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(raw)))
        to = min(len(raw), at + draw(st.sampled_from([0, 1, 2, 8, 60])))
        kept = draw(st.sampled_from([b"", raw[at:to] * 2]))
        raw = raw[:at] + draw(PIECES) + kept + raw[to:]
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.integers(0, 4)) == 0 else raw


@pytest.mark.parametrize("name", sorted(samples()))
@settings(max_examples=60)
@given(data=st.data())
def test_no_bytes_make_it_fall(name: str, data: st.DataObject) -> None:
    raw = data.draw(spoilt(samples()[name]))
    for form in FORMS:
        for one in read_as(form, raw, name) or ():
            assert 0 <= one.place.start <= one.place.end
            if isinstance(one, Message):
                one.text.encode()


@settings(max_examples=60)
@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_it_fall(raw: bytes) -> None:
    for form in FORMS:
        read_as(form, raw)


@pytest.mark.parametrize("name", sorted(samples()))
def test_each_is_known_by_one_format_only(name: str) -> None:
    raw = samples()[name]
    assert len([one.id for one in FORMS if one.is_one(io.BytesIO(raw), name)]) == 1


@settings(max_examples=60)
@given(data=st.data())
def test_every_byte_of_a_spoilt_table_is_accounted_for(data: st.DataObject) -> None:
    raw = samples()["imazing.csv"] + data.draw(spoilt(b"A,2024-03-14 21:05:09,,,,SMS,Incoming,1,A,,,,x,,\n" * 3))
    places = sorted((one.place.start, one.place.end) for part in read(raw, "x.csv") for one in part)
    gaps = [raw[end:start] for (_, end), (start, _) in zip(places, [*places[1:], (len(raw), 0)], strict=True)]
    assert all(not gap.strip() for gap in gaps)


def test_among_all_formats_each_finds_its_own() -> None:
    found = {name: recognise(io.BytesIO(raw), name) for name, raw in samples().items()}
    own = {name: next(one.id for one in FORMS if one.is_one(io.BytesIO(raw), name)) for name, raw in samples().items()}
    assert {name: one.id if one else "" for name, one in found.items()} == own


def test_the_terminal_reads_them(tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    file.write_bytes(samples()["result.json"])
    ran = CliRunner().invoke(cli_read, [str(file), "--json"])
    assert [json.loads(line)["text"] for line in ran.output.splitlines()] == ["ab", "phone_call"]

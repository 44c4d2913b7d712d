"""Words read in pictures: chats in three manners, light and dark; runs put in order; bad pictures refused."""

from __future__ import annotations

import io
import re
import shutil
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path

import pytest
from onnxruntime import capi
from PIL import Image

from daybook.domain.seen import Box, Bubble, Line, Seen, rows
from daybook.intake.message import Message, Skipped
from daybook.intake.seen.picture import look_at, picture
from daybook.intake.seen.pixels import is_picture, pixels
from daybook.intake.seen.run import in_order, same
from daybook.intake.seen.trouble import CannotSeeError, NothingInItError, TooLargeToSeeError
from daybook.intake.seen.when import clock_of, day_of, heading, sent_of
from tests.intake.drawn_chats import MANNERS, Say, draw, talk

SAID = [
    Say("where are you", "18:09", day="14 March 2024"),
    Say("I am at the shop, back at six", "18:10", mine=True),
    Say("Ring 01632 960321 and ask for Jo. It will not happen again.", "18:31"),
    Say("ok", "18:32", mine=True),
]


@pytest.mark.parametrize(("manner", "dark"), [("green", True), ("blue", False), ("round", True)])
def test_a_screenshot_gives_its_messages(manner: str, *, dark: bool) -> None:
    found = list(picture.read(io.BytesIO(draw(SAID, manner, dark=dark)), "one.png", {}))
    assert [one.text for one in found if isinstance(one, Message)] == [one.text for one in SAID]
    assert [("sent" in one.flags) for one in found if isinstance(one, Message)] == [one.mine for one in SAID]
    first = found[0]
    assert isinstance(first, Message)
    assert (first.sender, first.chat, first.sent) == ("Sam", "Sam", "2024-03-14T18:09:00")
    assert all("machine-read" in one.flags for one in found if isinstance(one, Message))
    left, top, right, bottom = map(int, first.place.part.split(","))
    assert 0 < left < right < 1080
    assert 200 < top < bottom < 600
    if manner == "green":
        assert [one.sent[11:16] for one in found if isinstance(one, Message)] == [one.clock for one in SAID]


def test_a_letter_gives_its_lines_and_no_messages() -> None:
    page = Image.new("RGB", (900, 500), "white")
    page.paste(pixels(io.BytesIO(draw(SAID))).crop((40, 420, 700, 470)), (60, 60))
    out = io.BytesIO()
    page.save(out, "PDF", resolution=150)
    (found,) = picture.read(io.BytesIO(out.getvalue()), "letter.pdf", {})
    assert isinstance(found, Message)
    assert (found.sender, found.sent, found.flags) == ("", "", ("machine-read",))


def test_a_picture_without_words_is_said_to_hold_none() -> None:
    out = io.BytesIO()
    Image.new("RGB", (600, 400), "#889").save(out, "JPEG")
    (found,) = picture.read(out, "sky.jpg", {})
    assert isinstance(found, Skipped)
    assert found.why == "No words were found here."


def _bomb(side: int = 60_000) -> bytes:
    """A PNG that says it is so many pixels wide and high."""
    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize(
    ("plain", "error"),
    [
        (b"", NothingInItError),
        (draw(SAID)[:3000], CannotSeeError),
        (_bomb(), TooLargeToSeeError),
        (_bomb(9_800), TooLargeToSeeError),
        (b"\x89PNG\r\n\x1a\n", CannotSeeError),
        (b"%PDF-1.7 and nothing more", CannotSeeError),
        (b"\0\0\0\x18ftypheic" + b"\0" * 50, CannotSeeError),
    ],
)
def test_bad_pictures_are_refused_in_one_sentence(plain: bytes, error: type[CannotSeeError]) -> None:
    with pytest.raises(error) as raised:
        look_at(io.BytesIO(plain))
    assert type(raised.value) is error
    assert "kept exactly" in (error.__doc__ or "") or error is NothingInItError


def test_what_is_a_picture_is_told_by_its_bytes() -> None:
    assert is_picture(io.BytesIO(draw(SAID)))
    assert not is_picture(io.BytesIO(b"14/03/2024, 21:05 - Sam: hi"))


def _bubble(text: str, clock: str = "", *, mine: bool = False, day: str = "") -> Bubble:
    return Bubble(text=text, side="right" if mine else "left", box=Box(10, 10, 90, 30), sure=0.9, clock=clock, day=day)


TALK = [_bubble(one.text, one.clock, mine=one.mine, day=one.day) for one in talk(7, 16)]


def test_a_run_given_in_any_order_is_put_in_order_and_each_message_is_there_once() -> None:
    parts = [TALK[9:16], TALK[0:6], TALK[4:11]]
    run = in_order(parts)
    assert [one.bubble.text for one in run.messages] == [one.text for one in TALK]
    assert run.order == (1, 2, 0)
    assert run.twice == 4
    assert run.gaps == ()
    assert run.messages[5].places == ((1, 5), (2, 1)) or set(run.messages[5].places) == {(1, 5), (2, 1)}


def test_letters_read_wrongly_do_not_hide_an_overlap() -> None:
    slipped = [replace(one, text=one.text.replace("o", "0").replace("l", "1")) for one in TALK[4:9]]
    run = in_order([TALK[:7], slipped])
    assert len(run.messages) == 9


def test_a_message_cut_off_at_the_edge_gives_way_to_the_whole_one() -> None:
    long = _bubble("I asked you something and you are ignoring me again and again", "18:02")
    half = replace(long, text="ignoring me again and again", cut_above=True)
    run = in_order([[TALK[0], long], [half, TALK[2]]])
    assert [one.bubble.text for one in run.messages] == [TALK[0].text, long.text, TALK[2].text]


def test_pictures_with_nothing_in_common_stay_apart_and_the_gap_is_named() -> None:
    run = in_order([TALK[10:12], TALK[0:3]])
    assert run.twice == 0
    assert run.gaps in ((0,), (1,))
    assert len(run.messages) == 5


def test_short_words_alone_join_nothing() -> None:
    assert len(in_order([[_bubble("ok")], [_bubble("ok")]]).messages) == 2
    assert not same(_bubble("ok", "18:02"), _bubble("ok", "18:03"))


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("14 March 2024", "2024-03-14"),
        ("Thu, 14 Mar 2024", "2024-03-14"),
        ("March 14, 2024", "2024-03-14"),
        ("14/03/2024", "2024-03-14"),
        ("2024-03-14", "2024-03-14"),
        ("03/04/2024", ""),
        ("14 March", ""),
        ("Today", ""),
        ("31 February 2024", ""),
        ("13/13/2024", ""),
    ],
)
def test_only_a_whole_day_becomes_a_date(words: str, day: str) -> None:
    assert day_of(words) == day
    assert heading(words) == (words, "")


def test_times_of_a_screen() -> None:
    assert heading("Today 18:09") == ("Today", "18:09")
    assert heading("16 March 2024 at 10:19") == ("16 March 2024", "10:19")
    assert heading("see you at the shop") is None
    assert clock_of("9:05 pm") == "21:05"
    assert clock_of("12:05 am") == "00:05"
    assert clock_of("25:00") == ""
    assert sent_of("Today", "18:09") == ""


def test_lines_of_one_height_are_one_row() -> None:
    lines = (Line("b", Box(50, 10, 60, 20), 1), Line("a", Box(10, 11, 20, 21), 1), Line("c", Box(10, 30, 20, 40), 1))
    assert [[one.text for one in row] for row in rows(lines)] == [["a", "b"], ["c"]]
    assert Seen(100, 100, lines).text == "a b\nc"


WATCHED = """
import io, sys, os
opened = []
def watch(event, args):
    if event.startswith("socket."):
        raise RuntimeError(event)
    if event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and args[0] != "/dev/null":
        opened.append(str(args[0]))
sys.dont_write_bytecode = True
from daybook.intake.seen.picture import look_at
sys.addaudithook(watch)
{first}
seen, chat = look_at(io.BytesIO(sys.stdin.buffer.read()))
print(len(chat.bubbles), opened)
"""


def _watched(first: str = "") -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-c", WATCHED.format(first=first)]
    return subprocess.run(program, input=draw(SAID), capture_output=True, check=False)


def test_reading_opens_no_socket_and_writes_no_file() -> None:
    done = _watched()
    assert done.stdout.strip() == b"4 []", done.stderr


def test_the_watch_would_see_both() -> None:
    assert b"socket.__new__" in _watched("import socket; socket.socket()").stderr
    assert b"written" in _watched("open('/dev/shm/written', 'w').close(); os.remove('/dev/shm/written')").stdout


def test_the_library_holds_nothing_that_could_send() -> None:
    """Later versions of onnxruntime report what they do to their maker from native code, where no hook sees it."""
    native = [part for part in Path(capi.__file__).parent.iterdir() if ".so" in part.name or part.suffix == ".pyd"]
    assert native
    for part in native:
        plain = part.read_bytes()
        assert b"ONNX" in plain or b"onnxruntime" in plain
        assert not any(word in plain for word in (b"events.data.", b"OneCollector", b"DeveloperTools"))


@pytest.mark.skipif(shutil.which("strace") is None, reason="only where strace is there")
def test_the_process_that_reads_asks_the_system_for_no_connection_and_writes_no_file(tmp_path: Path) -> None:
    picture, trace = draw(SAID), tmp_path / "trace"
    calls = "trace=connect,sendto,sendmsg,bind,openat,open,creat,rename"
    run = [
        "strace",
        "-f",
        "-qq",
        "-e",
        calls,
        "-o",
        str(trace),
        sys.executable,
        "-B",
        "-P",
        "-m",
        "daybook.intake.seen.apart",
    ]
    done = subprocess.run(run, input=struct.pack(">Q", len(picture)) + picture, capture_output=True, check=True)
    assert b"where are you" in done.stdout
    lines = trace.read_text().splitlines()
    assert any("PP-OCRv6_rec_small.onnx" in line for line in lines)
    seen = [
        line
        for line in lines
        if re.search(r"(connect|sendto|sendmsg)\(|O_WRONLY|O_RDWR|O_CREAT|creat\(|rename\(", line)
    ]
    assert [line for line in seen if "/dev/null" not in line] == []


def test_the_library_is_not_loaded_before_it_is_needed() -> None:
    script = "import sys, daybook.web.app, daybook.web.places as p, daybook.intake.seen.picture; p.page_files(); print('rapidocr' in sys.modules, 'numpy' in sys.modules, 'rapidfuzz' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False False False"


def test_every_manner_is_drawn() -> None:
    assert len({draw(SAID, manner, dark=dark) for manner in MANNERS for dark in (False, True)}) == 6

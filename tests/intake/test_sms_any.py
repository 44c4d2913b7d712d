"""Any backup written is read back equal; any bytes at all are read without a fall."""

from __future__ import annotations

import io
import itertools
import time
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError
from daybook.intake.formats.sms_backup import format as backup
from daybook.intake.message import Message, Skipped
from tests.intake.sms_files import mms, original, read, text, whole

LETTERS = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff") | st.sampled_from(
    "\n\t\r👌<>&\"'~"
)
BODIES = st.text(LETTERS, max_size=60)
NUMBERS = st.sampled_from(["07700900123", "+447700900124", "020 7946 0001", "Delivery"])


def halves(letter: str, *, hexadecimal: bool) -> str:
    if ord(letter) < 0x10000:
        return letter
    raw = letter.encode("utf-16-be")
    units = [int.from_bytes(raw[at : at + 2], "big") for at in (0, 2)]
    return "".join(f"&#x{unit:X};" if hexadecimal else f"&#{unit};" for unit in units)


@st.composite
def dialects(draw: st.DrawFn) -> tuple[bytes, list[tuple[str, str, int]]]:
    """A backup and what is in it: text, sender, number of attachments."""
    split, hexadecimal, raw_lines = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    ends = draw(st.sampled_from(["\n", "\r\n", "", "\n\t  "]))

    def written(body: str) -> str:
        known = {'"': "&quot;"} if raw_lines else {'"': "&quot;", "\n": "&#10;", "\r": "&#xD;", "\t": "&#9;"}
        value = escape(body, known)
        return "".join(halves(letter, hexadecimal=hexadecimal) for letter in value) if split else value

    rows, expected = [], []
    for body, number, kind in draw(
        st.lists(st.tuples(BODIES, NUMBERS, st.sampled_from(["sms", "mms", "picture"])), max_size=6)
    ):
        if kind == "sms":
            rows.append(text(written(body), address=number).decode())
        else:
            words = f'<part ct="text/plain" name="null" text="{written(body)}" />'
            picture = (
                f'<part ct="image/png" data="QUJD{ends}REVG" name="a.png" text="null"></part>'
                if kind == "picture"
                else ""
            )
            rows.append(mms(picture + words, f'<addr address="{number}" type="137" />', address=number))
        expected.append((body, number, int(kind == "picture")))
    data = whole(ends.join(rows), count=len(rows)).decode()
    codec = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le"]))
    return data.encode(codec), expected


@given(dialects())
def test_a_backup_in_any_dialect_is_read_back_equal(made: tuple[bytes, list[tuple[str, str, int]]]) -> None:
    data, expected = made
    found = read(data)
    assert all(isinstance(one, Message) for one in found)
    assert [(one.text, one.sender, len(one.attachments)) for one in found if isinstance(one, Message)] == expected
    for one in found:
        assert original(data, one).replace(b"\0", b"").startswith((b"<sms ", b"<mms "))
        assert original(data, one).replace(b"\0", b"").endswith(b">")
        for given_one in one.attachments if isinstance(one, Message) else ():
            assert data[given_one.start : given_one.end].replace(b"\0", b"").split()[0].startswith(b"QUJD")


SEED = whole(
    text("ok &#55357;&#56396; a&#10;b")
    + mms('<part ct="image/png" data="QUJD" name="a"/>').encode()
    + b"<!-- x --><call number='1'/>",
    count=3,
)
PIECES = [
    b"<",
    b">",
    b'"',
    b"'",
    b"&#55357;",
    b"&#0;",
    b"<!--",
    b"-->",
    b"<!DOCTYPE x>",
    b"<![CDATA[",
    b"]]>",
    b"<?",
    b"\0",
    b"\xff",
    b"\n",
    b"<mms",
    b"</mms>",
    b"</smses>",
    b' data="',
    b"/>",
]


@st.composite
def broken(draw: st.DrawFn) -> bytes:
    data = bytearray(
        SEED if draw(st.booleans()) else SEED.decode().encode(draw(st.sampled_from(["utf-16", "utf-16-be"])))
    )
    for _ in range(draw(st.integers(0, 8))):
        at = draw(st.integers(0, len(data)))
        to = at + draw(st.integers(0, 12))
        data[at:to] = draw(st.sampled_from(PIECES) | st.binary(max_size=4))
    return bytes(data)


@given(broken() | st.binary(max_size=300))
def test_whatever_the_bytes_only_a_sentence_leaves(data: bytes) -> None:
    backup.is_one(io.BytesIO(data), "x")
    begun = time.monotonic()
    try:
        backup.look(io.BytesIO(data), "x")
        found = read(data)
    except CannotReadError:
        return
    assert time.monotonic() - begun < 2
    places = [one.place for one in found if isinstance(one, Message)]
    assert all(0 <= place.start < place.end <= len(data) for place in places)
    assert all(after.start >= before.end for before, after in itertools.pairwise(places))
    assert all(0 <= one.place.start <= one.place.end <= len(data) for one in found if isinstance(one, Skipped))


@given(st.integers(0, len(SEED)))
def test_a_file_cut_anywhere_shows_no_message_that_is_not_whole(at: int) -> None:
    try:
        found, every = read(SEED[:at]), read(SEED)
    except CannotReadError:
        return
    kept = [one for one in found if isinstance(one, Message)]
    assert kept == [one for one in every if isinstance(one, Message)][: len(kept)]
    if b"</smses>" not in SEED[:at]:
        assert any(isinstance(one, Skipped) for one in found)

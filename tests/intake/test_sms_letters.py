"""S1, S2, S4, S11: letters that XML forbids, line ends and other codings, with places in the original."""

from __future__ import annotations

import contextlib
import io

import pytest

from daybook.intake.format import CannotReadError
from daybook.intake.formats.sms_backup import format as backup
from daybook.intake.message import Message
from tests.intake.sms_files import DATE, SENT, only, original, read, skipped, text, whole


@pytest.mark.parametrize(
    "written", ["&#55357;&#56396;", "&#xD83D;&#xDC4C;", "&#xd83d;&#56396;", "&#128076;", "👌"], ids=str
)
def test_s1_an_emoji_written_as_two_halves_is_one_letter(written: str) -> None:
    tag = text(f"ok {written} then")
    data = whole(tag)
    found = only(data)
    assert found.text == "ok 👌 then"
    assert "mended" not in found.flags
    assert original(data, found) == tag


def test_s1_places_after_a_repair_still_count_bytes_of_the_original() -> None:
    first, second = text("&#55357;&#56396;" * 50), text("&#11;&#55357; after")
    data = whole(first + b"\n" + second, count=2)
    assert [original(data, one) for one in read(data)] == [first, second]


def test_s1_halves_written_as_bytes_of_their_own_are_joined() -> None:
    found = only(
        whole(
            text("👌".encode("utf-16-le").decode("utf-16-le", "surrogatepass").encode() + b" \xed\xa0\xbd\xed\xb1\x8c")
        )
    )
    assert found.text == "👌 👌"
    assert "mended" not in found.flags


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (b"a &#55357; b", "a \ufffd b"),
        (b"a &#56396;&#55357; b", "a \ufffd\ufffd b"),
        (b"a&#11;b", "a\ufffdb"),
        (b"a&#0;b", "a\ufffdb"),
        (b"a\x0bb", "a\ufffdb"),
        (b"a\x00b", "a\ufffdb"),
        (b"a\xffb", "a\ufffdb"),
        (b"a&#xFFFF;b", "a\ufffdb"),
        (b"a&#x110000;b", "a\ufffdb"),
    ],
)
def test_s2_what_is_no_letter_is_replaced_where_it_is_seen_and_flagged(written: bytes, shown: str) -> None:
    tag = text(written)
    data = whole(tag)
    found = only(data)
    assert found.text == shown
    assert "mended" in found.flags
    assert original(data, found) == tag


def test_a_replacement_mark_that_she_was_sent_is_not_called_mended() -> None:
    found = only(whole(text("a \ufffd b & c")))
    assert found.text == "a \ufffd b & c"
    assert "mended" not in found.flags


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("one&#10;two", "one\ntwo"),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\tx", "one\r\ntwo\tx"),
        ("a&#13;&#10;b", "a\r\nb"),
    ],
)
def test_s4_lines_stay_lines(written: str, shown: str) -> None:
    assert only(whole(text(written))).text == shown


def test_a_tag_on_several_lines_is_read() -> None:
    found = only(whole(f'<sms\n\taddress="07700900123"\r\n date="{DATE}"\n type="1"\n body="hi"\n/>'))
    assert (found.sender, found.text, found.sent) == ("07700900123", "hi", SENT)


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [True, False])
def test_s11_a_file_that_went_through_a_windows_pipe(codec: str, *, mark: bool) -> None:
    tags = [text("é &#55357;&#56396; 👌"), text("&#11;"), text("after")]
    plain = whole(b"\n".join(tags), count=3).decode()
    data = (("\ufeff" if mark else "") + plain).encode(codec)
    found = read(data)
    assert [one.text for one in found if isinstance(one, Message)] == ["é 👌 👌", "\ufffd", "after"]
    assert [original(data, one).decode(codec) for one in found] == [tag.decode() for tag in tags]


def test_a_mark_before_utf_8_counts_in_every_place() -> None:
    tag = text("hi")
    data = b"\xef\xbb\xbf" + whole(tag)
    assert original(data, only(data)) == tag


def test_latin_1_that_says_so_is_read_as_it_says() -> None:
    data = whole(text("caf\u00e9 then")).replace(b"UTF-8", b"ISO-8859-1").decode().encode("latin-1")
    found = only(data)
    assert found.text == "café then"
    assert original(data, found).decode("latin-1").endswith('then" />')


@pytest.mark.parametrize("body", ["a & b", "x &amp; y &lt;3", "&nbsp;", "say > or 'so'", "① ½ ﬁne \u2028 \u00a0"])
def test_no_word_is_changed(body: str) -> None:
    found = only(whole(text(body)))
    assert found.text == body.replace("&amp;", "&").replace("&lt;", "<")
    assert not skipped(whole(text(body)))


def test_half_a_letter_at_the_end_is_no_wider_than_the_file() -> None:
    for data in (
        b"\xff\xfe\0",
        b"\xff\xfea\0\0",
        ("\ufeff" + whole(text("x"), count=1).decode()).encode("utf-16-le") + b"a",
    ):
        found = []
        with contextlib.suppress(CannotReadError):
            found.extend(backup.read(io.BytesIO(data), "", {}))
        assert found
        assert all(0 <= one.place.start <= one.place.end <= len(data) for one in found)

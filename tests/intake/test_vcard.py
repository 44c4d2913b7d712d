"""Contacts: every version, folded and quoted lines, pictures pointed at, broken cards named."""

from __future__ import annotations

import base64
import io
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.vcard import format as contacts
from daybook.intake.message import Message, Skipped


def read(data: bytes | str) -> list[Message | Skipped]:
    return list(contacts.read(io.BytesIO(data.encode() if isinstance(data, str) else data), "c.vcf", {}))


def card(*lines: str, end: str = "\r\n") -> str:
    return end.join(["BEGIN:VCARD", *lines, "END:VCARD", ""])


def only(data: bytes | str) -> Message:
    found = read(data)
    assert len(found) == 1
    assert isinstance(found[0], Message)
    return found[0]


def test_a_card_of_a_phone() -> None:
    data = card(
        "VERSION:3.0",
        "N:Example;Alex;;;",
        "FN:Alex Example",
        "item1.TEL;type=CELL;type=VOICE:07700 900123",
        "EMAIL:alex@example.org",
        "NOTE:Tell\\, then\\ncall",
        "BDAY:1990-02-03",
    )
    assert recognise(io.BytesIO(data.encode()), "c.vcf") is contacts
    found = only(data)
    assert (found.kind, found.sender, found.to, found.text) == (
        "person",
        "Alex Example",
        ("07700 900123", "alex@example.org"),
        "Tell, then\ncall",
    )
    assert dict(found.headers)["TEL;CELL,VOICE"] == "07700 900123"
    assert dict(found.headers)["BDAY"] == "1990-02-03"
    assert data[found.place.start : found.place.end] == data.strip()
    assert contacts.look(io.BytesIO(data.encode()), "").people == ("Alex Example",)


def test_version_2_1_with_bare_kinds_and_quoted_printable_over_two_lines() -> None:
    found = only(
        card(
            "VERSION:2.1",
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=",
            "=20Example",
            "TEL;CELL;PREF:07700900123",
        )
    )
    assert found.sender == "Zoë Example"
    assert dict(found.headers)["TEL;CELL,PREF"] == "07700900123"


def test_a_charset_nobody_knows_is_shown_mended() -> None:
    found = only(card("FN;CHARSET=X-NONE;ENCODING=QUOTED-PRINTABLE:A=FFB"))
    assert found.sender == "A\ufffdB"
    assert found.flags == ("mended",)
    assert only(card("FN:Alex").encode().replace(b"Alex", b"Al\xffex")).flags == ("mended",)


def test_version_4_numbers_are_addresses_of_their_own() -> None:
    assert only(card("VERSION:4.0", "FN:A", 'TEL;VALUE=uri;TYPE="cell,voice":tel:+447700900123')).to == (
        "+447700900123",
    )


def test_a_folded_line_is_one_and_only_its_one_space_goes() -> None:
    assert only(card("FN:Alexandra", "  Exam", "\tple")).sender == "Alexandra Example"


@pytest.mark.parametrize("head", ["PHOTO;ENCODING=b;TYPE=JPEG:", "PHOTO;JPEG;BASE64:", "PHOTO:data:image/jpeg;base64,"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_a_picture_is_pointed_at(head: str, end: str) -> None:
    coded = base64.b64encode(bytes(range(256))).decode()
    folded = (end + " ").join(coded[at : at + 60] for at in range(0, len(coded), 60))
    data = card("FN:A", head + folded, "", "TEL:07700900123", end=end)
    found = only(data)
    given_one = found.attachments[0]
    assert base64.b64decode(data[given_one.start : given_one.end]) == bytes(range(256))
    assert (given_one.media, given_one.encoding) == ("image/jpeg", "base64")
    assert found.to == ("07700900123",)


def test_a_name_from_its_parts_when_none_is_shown() -> None:
    assert only(card("N:Example;Alex;Q;;")).sender == "Alex Q Example"
    assert only(card("ORG:Corner Garage")).sender == "Corner Garage"
    assert only(card("TEL:07700900123")).sender == ""


def test_what_is_no_card_is_named_with_its_place() -> None:
    data = (
        "stray:x\r\n"
        + card("FN:A", "no colon here")
        + "BEGIN:VCARD\r\nFN:lost\r\n"
        + card("FN:B")
        + "END:VCARD\r\nBEGIN:VCARD\r\nFN:cut"
    )
    found = read(data)
    assert [one.sender for one in found if isinstance(one, Message)] == ["A", "B"]
    assert [data[one.place.start : one.place.end] for one in found if isinstance(one, Skipped)] == [
        "stray:x", "no colon here", "BEGIN:VCARD\r\nFN:lost\r\n", "END:VCARD", "BEGIN:VCARD\r\nFN:cut",
    ]  # fmt: skip


def test_utf_16_has_places_in_the_original() -> None:
    data = ("\ufeff" + card("FN:Zoë 👌")).encode("utf-16-le")
    found = only(data)
    assert found.sender == "Zoë 👌"
    assert data[found.place.start : found.place.end].decode("utf-16-le") == card("FN:Zoë 👌").strip()


def test_a_file_without_a_card_is_refused() -> None:
    with pytest.raises(CannotReadError):
        contacts.look(io.BytesIO(b"BEGIN:VCARD\nFN:x"), "")
    assert not contacts.is_one(io.BytesIO(b"BEGIN:VCALENDAR"), "c.vcf")


def test_a_huge_card_is_skipped_and_the_next_is_read() -> None:
    data = card(*["TEL:07700900123"] * 6000) + card("FN:" + "x" * 5_000_000) + card("FN:B")
    assert [one.sender for one in read(data) if isinstance(one, Message)] == ["", "B"]
    assert len([one for one in read(data) if isinstance(one, Skipped)]) == 2


@pytest.mark.parametrize("folded", ["\n y" * 400_000, "=\n" * 400_000])
def test_a_value_of_endless_small_lines_is_skipped_whole_and_never_shortened(folded: str) -> None:
    data = card("FN;ENCODING=QUOTED-PRINTABLE:x" + folded, "NOTE:after", end="\n")
    found = read(data)
    assert [one.why for one in found if isinstance(one, Skipped)] == ["This entry is longer than any that is read."]
    assert [(one.sender, one.text) for one in found if isinstance(one, Message)] == [("", "after")]


WORDS = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffd"), min_size=1, max_size=40
).filter(str.strip)


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")


@given(st.lists(st.tuples(WORDS, WORDS), max_size=4), st.sampled_from(["\n", "\r\n"]), st.integers(3, 30))
def test_any_card_is_read_back_equal(made: list[tuple[str, str]], end: str, width: int) -> None:
    def folded(line: str) -> str:
        return (end + " ").join(line[at : at + width] for at in range(0, len(line), width))

    data = "".join(card(folded(f"FN:{escaped(name)}"), folded(f"NOTE:{escaped(note)}"), end=end) for name, note in made)
    assert [(one.sender, one.text) for one in read(data) if isinstance(one, Message)] == made


SEED = (
    card(
        "VERSION:2.1",
        "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=",
        "=20E",
        "TEL;CELL:1",
        "PHOTO;ENCODING=b:QUJD",
        " REVG",
    ).encode()
    * 2
)


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(SEED)),
            st.integers(0, 9),
            st.sampled_from(
                [
                    b'"',
                    b":",
                    b";",
                    b"\n ",
                    b"\n",
                    b"=\n",
                    b"\0",
                    b"\xff",
                    b"BEGIN:VCARD\n",
                    b"END:X\n",
                    b"\\",
                    b"^",
                    b"",
                ]
            ),
        ),
        max_size=8,
    )
)
def test_whatever_the_bytes_only_a_sentence_leaves(changes: list[tuple[int, int, bytes]]) -> None:
    data = bytearray(SEED)
    for at, gone, new in changes:
        data[at : at + gone] = new
    whole = bytes(data)
    contacts.is_one(io.BytesIO(whole), "")
    found = read(whole)
    assert all(0 <= one.place.start <= one.place.end <= len(whole) for one in found)
    kept = [one.place for one in found if isinstance(one, Message)]
    assert all(before.end <= after.start for before, after in itertools.pairwise(kept))
    try:
        contacts.look(io.BytesIO(whole), "")
    except CannotReadError:
        assert not kept

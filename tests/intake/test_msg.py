"""A mail from Outlook: what it says and carries, and what of it is not read and said."""

from __future__ import annotations

import contextlib
import io
import struct
import time

import pytest
from compressed_rtf import compress  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.msg import MOST_BYTES, BrokenMsgError, Msg
from daybook.intake.inside import Inside
from daybook.intake.mail import rtf as of_rtf
from daybook.intake.mail.limits import MAILS_DEEP
from daybook.intake.mail.rtf import UnreadableRtfError, words_of_rtf
from daybook.intake.message import Message, Place, Skipped
from tests.intake.mail_files import one, whys
from tests.intake.msg_files import compound, outlook, set_in, tree
from tests.intake.test_mail_any import survives


def test_a_mail_from_outlook_is_read() -> None:
    raw = outlook()
    mail = one(raw)
    assert (mail.kind, mail.sent, mail.text) == ("mail", "2024-03-14T21:05:09+00:00", "Come home.\nNow.")
    assert (mail.sender, mail.to, mail.chat) == (
        "Alex Example <alex@example.org>",
        ("Sam <sam@example.com>",),
        "Hello é",
    )
    assert mail.place == Place(0, len(raw))
    (file,) = mail.attachments
    assert (file.name, file.media, file.end) == ("evil.png", "image/png", 6300)
    assert file.part == "__attach_version1.0_#00000000/__substg1.0_37010102"
    assert whys(raw) == set()


def test_its_headers_are_kept_whole_and_believed_before_outlooks_own_fields() -> None:
    mail = one(
        outlook(
            headers="Received: from a\r\n\tby b\r\nFrom: x@example.org\r\nDate: Thu, 14 Mar 2024 22:05:09 +0100\r\n"
        )
    )
    assert mail.headers[0] == ("Received", "from a\r\n\tby b")
    assert (mail.sender, mail.sent_as_written) == ("x@example.org", "Thu, 14 Mar 2024 22:05:09 +0100")


def test_a_page_is_reduced_and_what_is_not_read_is_said() -> None:
    assert one(outlook(body=None, html="<p>Où?</p>".encode())).text == "Où?"
    assert any("form that is not read" in why for why in whys(outlook(body=None, rtf=b"LZFu" * 9)))
    assert any("not taken apart" in why for why in whys(outlook(inner=True)))


WRAPPED = r"""{\rtf1\ansi\ansicpg1252\fromhtml1 \fbidis \deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fmodern Courier New;}
{\f2\fnil\fcharset204 Arial;}}{\colortbl\red0\green0\blue0;}\uc1\pard\plain\deftab360 \f0\fs24
{\*\htmltag19 <html>}{\*\htmltag241 <style type="text/css">}{\*\htmltag241 p \{margin:0\}}{\*\htmltag249 </style>}
{\*\htmltag50 <body>}\htmlrtf \lang2057 \htmlrtf0 {\*\htmltag64 <p>}\htmlrtf {\htmlrtf0
I know \'bfwhere\'3f \u233?t\'e9 \{x\} {\*\htmltag84 &amp;}\htmlrtf &\htmlrtf0  {\f2\'ff}{\*\htmltag116 <br>}\htmlrtf \line
\htmlrtf0 see {\*\htmltag84 <a href="http://example.org">}\htmlrtf {\field{\*\fldinst{HYPERLINK "http://example.org"}}
{\fldrslt\cf1\ul \htmlrtf0 this\htmlrtf }\htmlrtf0 \htmlrtf }\htmlrtf0 {\*\htmltag92 </a>}
{\*\htmltag72 </p>}\htmlrtf\par}\htmlrtf0 {\*\htmltag58 </body>}}"""
"""A page as Outlook wraps it in RTF."""


def packed(rtf: str) -> bytes:
    found: bytes = compress(rtf.encode("ascii"))
    return found


def test_words_that_are_only_there_as_rtf_are_read() -> None:
    plain = (
        r"{\rtf1\ansi\ansicpg1250\fromtext \deff0{\fonttbl{\f0 Arial;}}\uc1\pard\f0 Come home.\par"
        "\r\n"
        r"Now \'96 \'9f\par }"
    )
    raw = outlook(body=None, rtf=packed(plain))
    assert (one(raw).text, whys(raw)) == ("Come home.\nNow \u2013 \u017a", set())


def test_the_sample_of_the_format_s_own_description_is_read() -> None:
    sample = b"-\0\0\0+\0\0\0LZFu\xf1\xc5\xc7\xa7\x03\0\n\0rcpg125B2\n\xf3 hel\t\0 bw\x05\xb0ld}\n\x80\x0f\xa0"
    assert words_of_rtf(sample) == "hello world"


def test_a_page_wrapped_in_rtf_gives_its_words_without_its_marks() -> None:
    raw = outlook(body=None, rtf=packed(WRAPPED))
    assert one(raw).text == "I know \u00bfwhere? \u00e9t\u00e9 {x} & \u044f\nsee this"
    assert whys(raw) == set()


def test_a_smile_in_two_halves_cells_and_a_picture_among_the_words() -> None:
    pictures = r"{\pict{\*\blipuid 00}\bin5 a}b{c}{\pict\pngblip 89504e47}"
    rtf = r"{\rtf1\uc1 a" + pictures + r"b \u-10179?\u-8704?\par {\trowd 1\cell 2\cell\row}}"
    assert words_of_rtf(packed(rtf)) == "ab \N{GRINNING FACE}\n1\t2"
    assert one(outlook(body=None, rtf=packed(r"{\rtf1\ansicpg932 \'81}"))).flags == ("mended",)


def test_a_mail_with_words_is_not_read_from_its_rtf() -> None:
    assert one(outlook(rtf=packed(r"{\rtf1 other}"))).text == "Come home.\nNow."
    assert one(outlook(body=None, html=b"<p>page</p>", rtf=packed(r"{\rtf1 other}"))).text == "page"


@pytest.mark.parametrize(
    "raw", [b"", packed(r"{\rtf1 x}")[:-3], packed("no rtf"), b"LZFu" * 9, bytes(of_rtf.PACKED + 1)]
)
def test_rtf_that_cannot_be_read_is_said(raw: bytes) -> None:
    with pytest.raises(UnreadableRtfError):
        words_of_rtf(raw)


def test_rtf_that_grows_too_long_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = packed(r"{\rtf1 " + "x" * 90 + "}")
    assert words_of_rtf(raw) == "x" * 90
    monkeypatch.setattr(of_rtf, "UNPACKED", 90)
    with pytest.raises(UnreadableRtfError):
        words_of_rtf(raw)
    monkeypatch.setattr(of_rtf, "UNPACKED", 1000)
    monkeypatch.setattr(of_rtf, "PACKED", 20)
    with pytest.raises(UnreadableRtfError):
        words_of_rtf(raw)


@pytest.mark.parametrize(
    "piece",
    [r"{\field{\*\fldinst{", r'{\field{\*\fldinst{HYPERLINK "a" ', r"{\FIELD{\*\fldinst{", r"{\fonttbl\f1 \fcharset1 ", r"\f1",
     r"\fonttbl\f1\fcharset0", "{", r"\bin1 ", r"\'e9", r"{\pict", r"\pict\bin", r"\u1 "],
)  # fmt: skip
def test_rtf_takes_no_more_than_its_due_of_time(piece: str) -> None:
    rtf = ("{\\rtf1 " + "{\\fonttbl" * piece.startswith(r"\f1") + piece * (60_000 // len(piece))).encode()
    raw = struct.pack("<II4sI", len(rtf) + 12, len(rtf), b"MELA", 0) + rtf
    begun = time.process_time()
    with contextlib.suppress(UnreadableRtfError):
        words_of_rtf(raw)
    assert time.process_time() - begun < 1


def everything(raw: bytes) -> tuple[list[Message], list[Skipped]]:
    found = list(Msg().read(io.BytesIO(raw), "a.msg", {}))
    return [one for one in found if isinstance(one, Message)], [one for one in found if isinstance(one, Skipped)]


def test_a_mail_inside_a_mail_is_taken_apart() -> None:
    deepest = tree(body="deepest", above=24, picture=b"deep")
    raw = outlook(mail=tree(body="inner", above=24, mail=deepest))
    mails, skipped = everything(raw)
    folder = "__attach_version1.0_#00000002/__substg1.0_3701000D"
    assert [(one.text, one.place) for one in mails] == [
        ("Come home.\nNow.", Place(0, len(raw))),
        ("inner", Place(0, 0, folder)),
        ("deepest", Place(0, 0, f"{folder}/{folder}")),
    ]
    assert (mails[1].sender, mails[1].sent) == ("Alex Example <alex@example.org>", "2024-03-14T21:05:09+00:00")
    assert (mails[2].to, skipped) == (("Sam <sam@example.com>",), [])
    (file,) = mails[2].attachments
    assert b"".join(Inside(io.BytesIO(raw)).pieces(file)) == b"deep"


def test_mails_inside_too_many_others_are_said() -> None:
    folder = tree(body="deepest", above=24, picture=b"p")
    for _ in range(MAILS_DEEP):
        folder = tree(above=24, picture=b"p", mail=folder)
    mails, skipped = everything(outlook(mail=folder))
    assert len(mails) == MAILS_DEEP + 1
    assert ["too many other mails" in one.why for one in skipped] == [True]


def test_what_another_program_set_in_and_a_broken_mail_inside_are_said() -> None:
    made = tree()
    made["__attach_version1.0_#00000005"] = set_in({"CONTENTS": b"drawing"}, 6)
    made["__attach_version1.0_#00000006"] = set_in({"__properties_version1.0": bytes(24) + b"\x1f\0\0\x10" * 4}, 5)
    mails, skipped = everything(compound(made))
    assert len(mails) == 1
    assert [(one.place.part[-1], one.why.split()[0]) for one in skipped] == [("5", "Something"), ("D", "A")]


def test_another_compound_file_is_no_mail() -> None:
    assert recognise(io.BytesIO(compound({"WordDocument": b"words" * 2000})), "a.msg") is None


def test_a_broken_or_too_long_one_is_refused_with_a_sentence() -> None:
    with pytest.raises(BrokenMsgError):
        list(Msg().read(io.BytesIO(outlook()[:3000]), "a.msg", {}))

    class Long(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return bytes(MOST_BYTES + 1)

    with pytest.raises(BrokenMsgError):
        list(Msg().read(Long(), "a.msg", {}))
    assert "can be kept" in (BrokenMsgError.__doc__ or "")
    assert issubclass(BrokenMsgError, CannotReadError)


def test_streams_that_share_their_bytes_are_not_read_one_by_one() -> None:
    made = tree(picture=b"p" * 60_000)
    for number in range(1, 30):
        made[f"__attach_version1.0_#{number:08}"] = tree(picture=b"q")["__attach_version1.0_#00000000"]
    raw = bytearray(compound(made))
    assert len(everything(bytes(raw))[0][0].attachments) == 30
    name = "__substg1.0_37010102\0".encode("utf-16-le")
    entries = [at for at in range(0, len(raw), 128) if raw[at:].startswith(name)]
    (big,) = [at for at in entries if struct.unpack_from("<Q", raw, at + 120)[0] == 60_000]
    for at in entries:
        raw[at + 116 : at + 128] = raw[big + 116 : big + 128]
    with pytest.raises(BrokenMsgError):
        list(Msg().read(io.BytesIO(raw), "a.msg", {}))


SEED = outlook(inner=True, html=b"<p>a", mail=tree(body=None, above=24, rtf=packed(WRAPPED), picture=b"p"))


@settings(max_examples=150, deadline=2000)
@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(SEED) - 1), st.binary(min_size=1, max_size=8)), min_size=1, max_size=10
    )
)
def test_no_bytes_raise_what_is_not_declared(changes: list[tuple[int, bytes]]) -> None:
    raw = bytearray(SEED)
    for at, piece in changes:
        raw[at : at + len(piece)] = piece
    survives(bytes(raw))

"""The words of a part: taken out of how they travelled, and read in the alphabet the part says."""

from __future__ import annotations

import binascii
import codecs
import quopri
import re
from dataclasses import dataclass

from daybook.intake.mail.html import words_of_html
from daybook.intake.mail.part import Part

UNKNOWN_CHARSET = "These words are in an alphabet that is not known here. What could not be read is marked."
NO_CHARSET = "These words do not say in which alphabet they are. What could not be read is marked."
NOT_ITS_CHARSET = "These words are not in the alphabet they say. What could not be read is marked."
BAD_BASE64 = "These words are broken: their coding has letters that do not belong there, or ends too soon."
UNKNOWN_CODING = "This part is coded in a way that is not known here. It is given as it stands."
_SAME_AS = {
    "ascii": "",
    "us-ascii": "",
    "unknown-8bit": "",
    "iso-8859-1": "cp1252",  # as every mail program reads it (encoding.spec.whatwg.org)
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "iso-8859-8-i": "iso-8859-8",
    "utf8mb4": "utf-8",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "x-gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "windows-874": "cp874",
}
_NOT_ALPHABETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_META = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_ALPHABET = re.compile(rb"[^A-Za-z0-9+/=\s]")
_ROOM = re.compile(rb"\s+")
_UU = re.compile(rb"^begin [0-7]{3,4} [^\n]{0,200}\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Said:
    """What a part says; `mended` where something in it was replaced by U+FFFD; `wrong` says what is broken."""

    text: str
    mended: bool = False
    wrong: tuple[str, ...] = ()


def words_of(part: Part) -> Said:
    """The words of a part of text, with line feeds for line ends and otherwise as they were written."""
    plain, wrong = _travelled(bytes(part.words or b""), part.head.encoding)
    charset = part.head.charset
    if not charset and part.head.media == "text/html" and (found := _META.search(plain[:2048])):
        charset = found[1].decode("ascii")
    text, sentence = _read(plain, charset)
    text = text.replace("\r\n", "\n")
    if part.head.media == "text/html":
        text = words_of_html(text)
    said = tuple(one for one in (wrong, sentence) if one)
    return Said(text, mended="\N{REPLACEMENT CHARACTER}" in text and bool(sentence), wrong=said)


def _travelled(data: bytes, coding: str) -> tuple[bytes, str]:
    if coding == "quoted-printable":
        return quopri.decodestring(data), ""
    if coding == "base64":
        return _of_base64(data)
    if coding in ("x-uuencode", "uuencode", "uue", "x-uue"):
        return _of_uu(data)
    return data, "" if coding in ("", "7bit", "8bit", "binary") else UNKNOWN_CODING


def _of_base64(data: bytes) -> tuple[bytes, str]:
    """As much as can be decoded: letters that do not belong are left out, a last letter alone too."""
    wrong = BAD_BASE64 if _ALPHABET.search(data) else ""
    found = bytearray()
    for run in re.split(rb"=+", _ROOM.sub(b"", _ALPHABET.sub(b"", data))):
        if len(run) % 4 == 1:
            wrong = BAD_BASE64
            run = run[:-1]  # noqa: PLW2901  six bits are no letter
        found += binascii.a2b_base64(run + b"=" * (-len(run) % 4))
    return bytes(found), wrong


def _of_uu(data: bytes) -> tuple[bytes, str]:
    found = _UU.search(data)
    end = data.find(b"\nend", found.end() - 1) if found else -1
    if not found or end < 0:
        return data, UNKNOWN_CODING
    plain = bytearray()
    for line in data[found.end() : end].splitlines():
        try:
            plain += binascii.a2b_uu(line)
        except binascii.Error:
            return data, UNKNOWN_CODING
    return bytes(plain), ""


def _read(data: bytes, charset: str) -> tuple[str, str]:
    """The text, and what is wrong with it. Without a charset it is UTF-8 or nothing: none is guessed."""
    name = _SAME_AS.get(charset.lower(), charset.lower())
    if not name:
        wrong = UNKNOWN_CHARSET if charset else NO_CHARSET
    elif _is_alphabet(name):
        try:
            return data.decode(name), ""
        except UnicodeError:
            return data.decode(name, "replace"), NOT_ITS_CHARSET
    else:
        wrong = UNKNOWN_CHARSET
    try:
        return data.decode(), wrong if name else ""
    except UnicodeDecodeError:
        return data.decode(errors="replace"), wrong


def _is_alphabet(name: str) -> bool:
    """Whether Python can read it, marks what it cannot, and takes no more than its due of time."""
    try:
        if codecs.lookup(name).name.replace("-", "_") in _NOT_ALPHABETS:
            return False
        b"\xff".decode(name, "replace")
    except (LookupError, ValueError):
        return False
    return True

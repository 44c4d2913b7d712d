"""Tags that XML forbids and phones write all the same, made readable without changing a letter that can be read."""

from __future__ import annotations

import re

_HIGH, _LOW = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
_LETTERS = (range(0x20, 0xD800), range(0xE000, 0xFFFE), range(0x10000, 0x110000))
_LOST = b"\xef\xbf\xbd"
_REFERENCES = re.compile(rb"(?:&#(?:[0-9]{1,12}|x[0-9A-Fa-f]{1,12});)++")
_ONE = re.compile(rb"&#(x?)([0-9A-Fa-f]+);")
_QUOTED = re.compile(rb"\"[^\"]*+\"|'[^']*+'")
_FORBIDDEN = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_LONE_AND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,12}|#x[0-9A-Fa-f]{1,12});)")


def mend_references(text: bytes) -> tuple[bytes, bool]:
    """Join surrogates written as two references into their letter; what is no letter becomes U+FFFD, told by True.

    `&#55357;&#56396;` is one emoji, written by Java as two halves. References to real letters stay as they are.
    """
    lost = False

    def joined(found: re.Match[bytes]) -> bytes:
        nonlocal lost
        units = [int(number, 16 if hexadecimal else 10) for hexadecimal, number in _ONE.findall(found[0])]
        written: list[bytes] = []
        at = 0
        while at < len(units):
            unit, after = units[at], units[at + 1] if at + 1 < len(units) else 0
            at += 1
            if unit in _HIGH and after in _LOW:
                unit = 0x10000 + ((unit - _HIGH.start) << 10) + (after - _LOW.start)
                at += 1
            lost = lost or not _is_letter(unit)
            written.append(b"&#%d;" % unit if _is_letter(unit) else _LOST)
        return b"".join(written)

    return _REFERENCES.sub(joined, text), lost


def _is_letter(code: int) -> bool:
    """Whether XML 1.0 allows this character."""
    return code in {9, 10, 13} or any(code in letters for letters in _LETTERS)


def keep_lines(text: bytes) -> bytes:
    """Write line ends and tabs inside values as references: XML would turn them into spaces and join her lines."""
    return _QUOTED.sub(
        lambda found: found[0].replace(b"\r", b"&#13;").replace(b"\n", b"&#10;").replace(b"\t", b"&#9;"), text
    )


def mend_bytes(text: bytes) -> tuple[bytes, bool]:
    """Mend what no parser takes: bytes that are no text become U+FFFD, told by True; a bare `&` stays an `&`.

    Halves of emoji written as bytes of their own (CESU-8) are joined.
    """
    lost = False
    try:
        text.decode()
    except UnicodeDecodeError:
        whole = text.decode("utf-8", "surrogatepass") if _halves_only(text) else text.decode("utf-8", "replace")
        joined = whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        lost = joined.count("\ufffd") > text.count(_LOST)
        text = joined.encode()
    mended, many = _FORBIDDEN.subn(_LOST, text)
    return _LONE_AND.sub(b"&amp;", mended), lost or many > 0


def _halves_only(text: bytes) -> bool:
    try:
        text.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True

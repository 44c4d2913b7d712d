"""The words of a mail that Outlook kept as RTF only: unpacked by compressed-rtf, read by striprtf.

A page of HTML that Outlook wrapped in RTF needs nothing of its own: its marks are left out, and RTF's own line ends
stand beside them. Neither library has bounds, so both are given no more than `PACKED` and `UNPACKED`. Over hostile
bytes two patterns of striprtf take the square of the length (links, and the table of fonts), and it cannot pass by
binary pictures that have groups in them: all three are put into a plain form before it sees them.
"""

from __future__ import annotations

import re

PACKED = 1 << 20
"""Bytes of RTF as they stand in the file."""
UNPACKED = 4 << 20
"""Likewise when they are unpacked, at most nine times as many."""
_LINK = re.compile(r"(\{\\field)(?=\{)", re.IGNORECASE)
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z])")
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")
_FONT = re.compile(r"\\f(\d{1,5})(?!\d)[^;{}]{0,100}?\\fcharset(\d{1,3})(?!\d)")


class UnreadableRtfError(ValueError):
    """The words of this mail could not be read. Saved from Outlook as text, they can be."""


def words_of_rtf(packed: bytes) -> str:
    """What can be read in the RTF of a mail; "" for none. Raises UnreadableRtfError; seconds where it is long."""
    if len(packed) > PACKED:
        raise UnreadableRtfError
    try:
        words = _read(packed)
    except Exception:  # noqa: BLE001  hostile bytes: the libraries may raise anything, and nothing of it may be shown
        raise UnreadableRtfError from None
    paired = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return paired.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").strip(" \n\t")


def _read(packed: bytes) -> str:
    from compressed_rtf import decompress  # type: ignore[import-untyped]  # noqa: PLC0415  loaded when it is met
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415

    plain: bytes = decompress(packed)
    if len(plain) > UNPACKED or not plain.lstrip().startswith(b"{\\rtf"):
        raise UnreadableRtfError
    text = _plainly(plain.decode("cp1252", "replace"))
    words: str = rtf_to_text(text, errors="replace")  # type: ignore[no-untyped-call]  # the library has no types
    return words


def _plainly(rtf: str) -> str:
    """The same words in RTF that takes no more than its due of time."""
    from striprtf.striprtf import font_table_group  # noqa: PLC0415

    rtf = _LINK.sub(r"\1 ", _without_binary(rtf))
    fonts = font_table_group(rtf)  # type: ignore[no-untyped-call]  # as above
    if fonts:
        known = "".join(rf"\f{number}\fcharset{charset} x;" for number, charset in _FONT.findall(fonts))
        rtf = rtf.replace(fonts, r"{\fonttbl" + known + "}", 1)
    return _CELL.sub(r"\\tab", rtf)


def _without_binary(rtf: str) -> str:
    kept: list[str] = []
    at = 0
    while found := _BINARY.search(rtf, at):
        kept.append(rtf[at : found.start()])
        at = found.end() + int(found[1])
    return "".join([*kept, rtf[at:]]) if kept else rtf

"""How the characters of an exported chat are written: the phone writes UTF-8, an editor may have changed that."""

from __future__ import annotations

import codecs

from daybook.intake.western import WESTERN, is_western


def encoding_of(head: bytes) -> str:
    """The name of their coding, by the first bytes of a file: UTF-8, UTF-16 of either order, or `WESTERN`."""
    if head.startswith(codecs.BOM_UTF16_LE) or (len(head) > 8 and not any(head[1:9:2])):  # noqa: PLR2004 - four characters
        return "utf-16-le"
    if head.startswith(codecs.BOM_UTF16_BE) or (len(head) > 8 and not any(head[0:8:2])):  # noqa: PLR2004 - four characters
        return "utf-16-be"
    return WESTERN if is_western(head) else "utf-8"

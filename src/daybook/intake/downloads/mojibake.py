"""Text that Facebook and Instagram encoded twice, mended one string at a time, and only where it is certain."""

from __future__ import annotations


def repaired(text: str) -> str:
    r"""The text as it was typed: "I\u00e2\u0080\u0099m" is "I\u2019m".

    Only where every character stands for one byte and those bytes are UTF-8; any other string, an honest "£5" or "é"
    among them, is returned as it is. Some downloads are whole, so this is decided string by string, never by file.
    """
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text

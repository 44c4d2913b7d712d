"""Spoilt files, told by a number: the same seed and number give the same bytes on every machine."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from typing import NamedTuple

MOST = 6_000
"""Bytes of an input that is not a long one on purpose."""
SHORT = 0.75
"""So many of the files made of lines lose a stretch of them first: a change weighs more in a short file."""
_LINES = 6
_NASTY = (
    b"", b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n", b"\r\n", b"\t", b" ", b'"', b"'", b"<", b">", b"{",
    b"}", b"[", b"]", b":", b";", b",", b"=", b"\\", b"%", b"&#", b"&#55357;", b"&#0;", b"&lt;", b"\\u0000", b"\\ud83d",
    b"\\udc00", b"-1", b"0", b"9" * 40, b"1e999", b"NaN", b"null", b"true", b"PK\3\4", b"PK\5\6", b"\xe2\x80\x8e",
    b"\xe2\x80\xaf", b"\xed\xa0\xbd", b"\xf0\x9f\x98\x80", b"\xc3", "١٢".encode(), "ﬁ½".encode(), b"../../x", b"C:\\x",
    b"[" * 300, b"{" * 300, b"<a>" * 100, b"</", b"<!DOCTYPE x [", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"=\n",
    b"=?utf-8?b?", b"?=", b"x" * 500, b"\n" * 50, b"\x00" * 64, b"2147483648", b"-9223372036854775809", b"\x1c", b"\x85",
)  # fmt: skip


Parts = tuple[tuple[str, bytes], ...]


def packed(parts: Parts) -> bytes:
    """A zip of these parts, of a fixed day."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        for name, raw in parts:
            made.writestr(zipfile.ZipInfo(name), raw)
    return held.getvalue()


class Seed(NamedTuple):
    """A good file to spoil; `parts` are what it is put together of again after one of them was spoilt."""

    name: str
    raw: bytes
    parts: Parts = ()
    pack: Callable[[Parts], bytes] = packed


class Kind(NamedTuple):
    """The seeds of one format and words that mean something in it."""

    seeds: tuple[Seed, ...]
    words: tuple[bytes, ...]


def spoilt(kind: Kind, format_id: str, number: int) -> tuple[str, bytes]:
    """The name and the bytes of the input of this number."""
    luck = random.Random(f"{format_id} {number}")
    seed = kind.seeds[number % len(kind.seeds)]
    if not seed.parts or luck.random() < 0.3:
        return seed.name, _changed(seed.raw, kind, luck)
    which = luck.randrange(len(seed.parts))
    parts = tuple(
        (name, _changed(raw, kind, luck) if at == which else raw) for at, (name, raw) in enumerate(seed.parts)
    )
    return seed.name, seed.pack(parts)


def _changed(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    most = max(MOST, 2 * len(raw))
    if luck.random() < SHORT:
        raw = _fewer_lines(raw, luck)
    for _ in range(luck.choice((1, 1, 2, 3, 5, 9))):
        raw = luck.choice(_WAYS)(raw, kind, luck)
    return raw[:most] if luck.random() < 0.995 else raw * luck.randrange(1, 9)


def _fewer_lines(raw: bytes, luck: random.Random) -> bytes:
    """Without about half of its lines, one after the other; a file that is not made of lines as it is."""
    lines = raw.split(b"\n")
    if len(lines) < _LINES or b"\0" in raw:
        return raw
    at, long = luck.randrange(len(lines) // 2), luck.randrange(len(lines) // 3, 2 * len(lines) // 3)
    return b"\n".join(lines[:at] + lines[at + long :])


def _flip(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    if not raw:
        return raw
    made = bytearray(raw)
    for _ in range(luck.choice((1, 1, 4))):
        made[luck.randrange(len(made))] = luck.choice((0, 10, 32, 34, 60, 127, 128, 255, luck.randrange(256)))
    return bytes(made)


def _word(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    at = luck.randrange(len(raw) + 1)
    cut = luck.choice((0, 0, 1, 4, 16))
    return raw[:at] + luck.choice(kind.words if kind.words and luck.random() < 0.6 else _NASTY) + raw[at + cut :]


def _twice(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    at, long = luck.randrange(len(raw) + 1), luck.choice((1, 8, 64, 400))
    return raw[: at + long] + raw[at : at + long] * luck.choice((1, 1, 2, 20)) + raw[at + long :]


def _less(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    at = luck.randrange(len(raw) + 1)
    return raw[:at] + raw[at + luck.choice((1, 2, 8, 64, 400)) :]


def _end(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    return raw[: luck.randrange(len(raw) + 1)]


def _splice(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    other = luck.choice(kind.seeds).raw
    at, there = luck.randrange(len(raw) + 1), luck.randrange(len(other) + 1)
    return raw[:at] + other[there : there + luck.choice((8, 64, 4_000))] + raw[at:]


def _lines(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    mark = luck.choice((b"\n", b"\n", b",", b"<", b"{", b";"))
    pieces = raw.split(mark)
    one, other = luck.randrange(len(pieces)), luck.randrange(len(pieces))
    pieces[one], pieces[other] = pieces[other], pieces[one]
    if luck.random() < 0.5:
        pieces.insert(one, luck.choice(pieces))
    return mark.join(pieces)


def _field(raw: bytes, kind: Kind, luck: random.Random) -> bytes:
    """What stands between two marks is put in place of what stands between two others."""
    mark = luck.choice((b'"', b">", b",", b" ", b"="))
    pieces = raw.split(mark)
    pieces[luck.randrange(len(pieces))] = luck.choice(pieces) if luck.random() < 0.5 else luck.choice(_NASTY)
    return mark.join(pieces)


_WAYS = (_flip, _flip, _word, _word, _word, _twice, _less, _end, _splice, _lines, _field, _field)

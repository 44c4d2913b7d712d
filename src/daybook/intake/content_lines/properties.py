"""One property a line, unfolded and decoded, with its place; what is carried in base64 is only pointed at."""

from __future__ import annotations

import quopri
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple

from icalendar.parser import Contentline

from daybook.intake.coding import Coding
from daybook.intake.format import HEAD
from daybook.intake.lines import Line, lines
from daybook.intake.message import Place, Skipped

LONGEST = 16 << 20
"""Bytes of one line as it stands in the file."""
_LONGEST_VALUE = 1 << 20
_LONGEST_HEAD = 1 << 14
_LINE = 16  # what a folded line costs beside its text
_HEAD = re.compile(rb'((?:[^":]++|"[^"]*+")*+):')
_HEAD_IN_TEXT = re.compile(r'((?:[^":]++|"[^"]*+")*+):')
_CARRIED = re.compile(rb";(?:ENCODING=)?(?:B|BASE64)(?:;|$)", re.IGNORECASE)
_DATA_URI = re.compile(rb"data:([\w.+-]+/[\w.+-]+)?(?:;[^,;]*)*;base64,", re.IGNORECASE)
_QUOTED = re.compile(rb";(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)", re.IGNORECASE)
_PARAMETER = re.compile(r';((?:[^";]++|"[^"]*+")*+)')
_NAMED_BY_HER = re.compile(r"X-CUSTOM\(CHARSET=([\w-]+),ENCODING=QUOTED-PRINTABLE,([^()]*)\)", re.IGNORECASE)
"""A kind of number somebody named in an Android phone: "TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=57)"."""
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})


class Property(NamedTuple):
    """A name in capitals, its parameters, its decoded value; of base64 `carried` says the bytes, and `value` is ""."""

    place: Place
    name: str
    parameters: dict[str, str]
    value: str
    carried: tuple[int, int] | None
    mended: bool


def properties(file: BinaryIO) -> Iterator[Property | Skipped]:
    """Every property in order. Memory: one line of 16 MiB, one value of 1 MiB."""
    file.seek(0)
    width = Coding(file.read(HEAD)).width
    held: list[Line] = []
    end, size = 0, 0
    carried: tuple[int, int] | None = None
    quoted = breaks = False
    for line in lines(file, LONGEST):
        if isinstance(line, Skipped):
            yield line
            continue
        soft, breaks = breaks, quoted and line.text.endswith(b"=")
        if held and (soft or line.text.startswith((b" ", b"\t"))):
            end = line.end
            if carried:
                carried = (carried[0], end)
            elif size <= _LONGEST_VALUE:
                size += len(line.text) + _LINE
                held.append(line)
            continue
        if held:
            yield _property(held, end, carried, size)
        held, end, size = ([line] if line.text.strip() else []), line.end, 0
        carried = _begins_to_carry(line, width) if held else None
        quoted = carried is None and _is_quoted(line)
        breaks = quoted and line.text.endswith(b"=")
    if held:
        yield _property(held, end, carried, size)


def _is_quoted(line: Line) -> bool:
    head = _HEAD.match(line.text)
    return head is not None and _QUOTED.search(head[1]) is not None


def _begins_to_carry(line: Line, width: Callable[[bytes], int]) -> tuple[int, int] | None:
    """Where the base64 of this line begins and, so far, ends."""
    head = _HEAD.match(line.text)
    if head is None:
        return None
    begins = head.end()
    if not _CARRIED.search(head[1]):
        uri = _DATA_URI.match(line.text, begins)
        if uri is None:
            return None
        begins = uri.end()
    return line.start + width(line.text[:begins]), line.end


def _property(held: list[Line], end: int, carried: tuple[int, int] | None, size: int) -> Property | Skipped:
    """These lines as one property, or why not."""
    place = Place(held[0].start, end)
    head = _HEAD.match(held[0].text)
    quoted = _is_quoted(held[0])
    if carried and head:
        raw = head[0]
    elif quoted:
        raw = b"".join(line.text.removesuffix(b"=") if line is not held[-1] else line.text for line in held)
    else:
        raw = held[0].text + b"".join(line.text[1:] for line in held[1:])
    if len(raw) > _LONGEST_VALUE or size > _LONGEST_VALUE or (head and len(head[0]) > _LONGEST_HEAD):
        return Skipped(place=place, why="This entry is longer than any that is read.")
    text = raw.decode("utf-8", "replace")
    try:
        name, parameters, value = Contentline(_plain_parameters(text)).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return Skipped(place=place, why="This line is not written as an entry is.")
    told = {key.upper(): ",".join(one) if isinstance(one, list) else str(one) for key, one in parameters.items()}
    if carried and (uri := _DATA_URI.match(held[0].text, head.end() if head else 0)) and uri[1]:
        told.setdefault("MEDIATYPE", uri[1].decode())
    mended = text.count("\ufffd") > raw.count(b"\xef\xbf\xbd")
    if quoted:
        value, lost = _unquoted(value, told.get("CHARSET", "utf-8"))
        mended = mended or lost
    return Property(place, name.rpartition(".")[2].upper(), told, value, carried, mended)


def _plain_parameters(text: str) -> str:
    """The line with the bare parameters of vCard 2.1 ("TEL;CELL") given their names, and all its types in one."""
    found = _HEAD_IN_TEXT.match(text)
    name, _, rest = found[1].partition(";") if found else ("", "", "")
    if not found or not rest:
        return text
    kept, types = [], []
    for one in _PARAMETER.findall(";" + rest):
        key, equals, said = one.partition("=")
        if own := _NAMED_BY_HER.fullmatch(one):
            types.append(_unquoted(own[2], own[1])[0].replace('"', "'"))
        elif not equals and key.upper() in _ENCODINGS:
            kept.append(f"ENCODING={key}")
        elif not equals or key.upper() == "TYPE":
            types.append((said or key).strip('"'))
        else:
            kept.append(one)
    joined = ",".join(one for one in types if one)
    return ";".join([name, *kept, *([f'TYPE="{joined}"'] if joined else [])]) + text[found.end() - 1 :]


def _unquoted(value: str, charset: str) -> tuple[str, bool]:
    """Text written as quoted-printable; True where bytes in it were no text."""
    raw = quopri.decodestring(value.encode())
    try:
        return raw.decode(charset), False
    except (LookupError, ValueError):
        return raw.decode("utf-8", "replace"), True

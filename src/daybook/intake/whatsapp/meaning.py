"""What the words of a message say about it: taken back, edited, a call, a place, a poll, files that went with it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from daybook.intake.message import Flag, Given, Kind
from daybook.intake.whatsapp.marks import MARKS
from daybook.intake.whatsapp.phrases import is_system, phrases
from daybook.intake.whatsapp.shape import HALF, head_of

_IN_ANGLES = re.compile(r"<([^<>:\n]{1,40}):[ \u00a0]?([^<>\n]{1,255})>")
_IN_BRACKETS = re.compile(r"([^\n]{1,255}?)[ \u00a0]?[(\uff08<]([^()\uff08\uff09<>\n]{1,40})[)\uff09>]")
_OWN_NAME = re.compile(
    r"(?:IMG|VID|AUD|PTT|STK|DOC|GIF)-\d{8}-WA\d+\.\w{2,5}|\d{8}-[A-Z_]+-\d{4}-\d\d-\d\d-\d\d-\d\d-\d\d\.\w{2,5}"
    r"|\d{8}-[^\n]{1,200}\.\w{1,5}|\d{4}-\d\d-\d\d-[A-Z_]+-\d{8}\.\w{2,5}"
)
_EDITED = re.compile(r"(.*\S)\s*\u200e<[^<>:\n]{3,80}>", re.DOTALL)
"""Behind the words of a message an iPhone marks nothing else like this, in whatever language."""
_A_MAP = re.compile(
    r"(?:(?:\A|[:\uff1a]) ?https://maps\.google\.com/\?q=-?\d+\.\d+,-?\d+\.\d+"
    r"|(?:\n|[:\uff1a] )https://foursquare\.com/v/[0-9a-f]{24})\s*\Z"
).search
_A_HEAD = re.compile(rf"\n[{MARKS}\[]*\d").search
_A_POLL = re.compile(rf":[{MARKS} \r]*\n").search
_SIGN = re.compile(f"[{MARKS}\uff09]").search
_UNMARKED = dict.fromkeys(map(ord, MARKS))


class Meaning(NamedTuple):
    """What kind of thing a message is, what is to be known of it and what went with it."""

    kind: Kind
    flags: tuple[Flag, ...]
    attachments: tuple[Given, ...] = ()


PLAIN = Meaning("message", ())


def could_mean_more(texts: Sequence[str]) -> list[int]:
    """The numbers of those texts that may mean more than their words, by quick signs; all others are `PLAIN`."""
    whole = phrases().whole
    return [
        number
        for number, text in enumerate(texts)
        if ("\n" in text and (_A_HEAD(text) or _A_POLL(text)))
        or ">" in text or ")" in text or text in whole or ("/" in text and "://" in text)
        or not (text.isascii() or _SIGN(text) is None)
    ]  # fmt: skip


def meaning(text: str, parts: Mapping[str, str]) -> Meaning:
    """What this text means. `parts` are the files that came with the chat, by name; their paths inside the original."""
    known = phrases()
    bare = text.strip(MARKS)
    kind: Kind = "message"
    flags = _without_its_picture(text)
    if bare.endswith(known.edited):
        flags.append("edited")
        bare = bare[: -len(next(one for one in known.edited if bare.endswith(one)))].rstrip(MARKS + " \u00a0")
    elif edited := _EDITED.fullmatch(bare):
        flags.append("edited")
        bare = edited[1].rstrip(MARKS + " \u00a0")
    if own_words := known.whole.get(bare) or known.whole.get(bare.translate(_UNMARKED)):
        return Meaning(own_words[0], (*flags, *own_words[1]))
    words, mark, own = bare.rpartition("\u200e")
    if mark and words and (after := known.whole.get(own)) and after[0] == "message":
        flags += after[1]  # "look \u200eimage omitted": the program's own words after hers
    elif (own if mark else bare if text[:1] == "\u200e" else "") in known.marked:
        flags.append("not-in-export")
    given = attachments(bare, parts)
    flags += ["not-in-export"] if any(not one.part for one in given) and "not-in-export" not in flags else []
    flags += ["contact"] if any(one.name.casefold().endswith(".vcf") for one in given) else []
    first = bare.partition("\n")[0]
    if ("://" in first and first.startswith(known.place)) or ("://" in bare and _A_MAP(bare)):
        flags.append("place")
    if first.rstrip(MARKS + " \r").endswith(":") and first.startswith(known.poll) and "\n" in bare:
        flags.append("poll")
    if text[:1] == "\u200e" and not given:
        kind = "deleted" if bare.startswith(known.deleted) else _from_the_program(bare)
    if _another_head_in(text):
        flags.append("could-be-forged")
    return Meaning(kind, tuple(flags), given)


def is_call(text: str) -> bool:
    """Whether words of the program tell of a call: "Missed voice call from Alex", and not that calls are encrypted."""
    bare = text.strip(MARKS)
    return bare.startswith(phrases().call_marked) and not is_system(bare)


def _from_the_program(bare: str) -> Kind:
    """A mark of direction stands before what the program itself wrote."""
    if bare.startswith(phrases().call_marked):
        return "call"
    return "system" if phrases().program.search(bare.partition("\n")[0]) else "message"


def _without_its_picture(text: str) -> list[Flag]:
    """What is to be known of a text whose first line stands for a picture that is not there: the rest is hers."""
    first, feed, _ = text.partition("\n")
    marked, bare = first[:1] == "\u200e", first.strip(MARKS + "\r")
    if not feed or not (marked or bare[:1] == "<"):
        return []
    kind, flags = phrases().whole.get(bare.translate(_UNMARKED), ("message", ()))
    if marked and bare in phrases().marked:
        flags = ("not-in-export",)
    return list(flags) if kind == "message" else []


def attachments(bare: str, parts: Mapping[str, str]) -> tuple[Given, ...]:
    """The files named in these words the way an export names them."""
    first = bare.partition("\n")[0].strip(MARKS + "\r")
    found = [(one[2], one[1]) for one in _IN_ANGLES.finditer(bare)]
    if bracketed := _IN_BRACKETS.fullmatch(first):
        found.append((bracketed[1], bracketed[2]))
    given = []
    for name, word in found:
        name = name.strip(MARKS)  # noqa: PLW2901 - the same name, as a file has it
        part = parts.get(name) or parts.get(unicodedata.normalize("NFC", name), "")
        said = word.strip(MARKS).casefold() in phrases().attached and "." in name
        if part or said or _OWN_NAME.fullmatch(name):
            given.append(Given(name=name, part=part))
    return tuple(given)


def _another_head_in(text: str) -> bool:
    """Whether a line after the first looks like the head of a message."""
    for line in text.split("\n")[1:200]:
        if line[:24].strip(MARKS + "[")[:1].isdecimal():
            head = head_of(line)
            if head is not None and _without_words(head.shape.lead) and _without_words(head.shape.tail):
                return True
    return False


def _without_words(text: str) -> bool:
    return not any(sign.isalpha() for sign in text.replace(HALF, "").replace("T", ""))

"""How the head of a message is written: "[14/03/2024, 21:05:09] " or "14.3.2024 klo 21.05 - ", in any script.

This is the strict way: one line, one careful pattern, and the `Shape` it has. `pattern.py` makes the fast way of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from daybook.intake.whatsapp.halves import folded, halves
from daybook.intake.whatsapp.marks import MARKS, SPACES, plain, zero_of

HALF = "\0"
"""Stands in a `Shape` where a word for before or after noon is."""

LONGEST_HEAD = 160
"""Characters; nothing longer is the head of a message."""


class Shape(NamedTuple):
    """What all heads of one export have in common.

    Texts are `plain`; `year` is "first", "last" or "short", or "named" where the month is a word; `early` is a clock
    that stands before the date, as in what is copied from a browser.
    """

    open: str
    year: str
    first: str
    second: str
    lead: str
    colon: str
    seconds: str
    tail: str
    close: str
    early: bool
    zeros: tuple[str, str]


class Head(NamedTuple):
    """The head of one line: its shape, the date and the clock as written, and how many characters it takes."""

    shape: Shape
    date: str
    clock: str
    length: int


class Clock(NamedTuple):
    """A time as written, in its parts. `half` is the word for before or after noon, or ""."""

    lead: str
    hour: int
    colon: str
    minute: int
    seconds: str
    second: int | None
    tail: str
    half: str


_DASHES, _DECIMAL = "\u2010\u2013\u2014", "\u066b"
_MARK = f"[{MARKS}]*"
_GAP = f"[{MARKS}{SPACES}]*"
_DATE = (
    rf"(?P<date>(?P<one>\d{{1,4}})(?P<first>{_GAP}[-/.{_DASHES}年년]{_GAP})(?P<two>\d{{1,2}})"
    rf"(?P<second>{_GAP}[-/.{_DASHES}月월]{_GAP})(?P<three>\d{{1,4}}))"
)
_CLOCK = (
    r"(?P<lead>[^\d\n\[\]]{1,40})(?P<hour>\d{1,2})"
    rf"(?P<colon>{_GAP}[:.h{_DECIMAL}时時点點시]{_GAP})(?P<minute>\d{{2}})"
    rf"(?:(?P<seconds>{_GAP}(?:[:.分분]|min){_GAP})(?P<sec>\d{{2}}))?"
    r"(?P<tail>[^\d\n\[\]]{0,40}?)"
)


def _loosely(clock: str) -> str:
    """The same with minutes and seconds of one digit, too."""
    return clock.replace(r"\d{2}", r"\d{1,2}")


_OPEN, _SHUT = rf"{_MARK}\[{_MARK}", rf"(?P<close>\])[{SPACES}]?"
_DASH = rf"(?P<close>{_MARK}[{SPACES}]{_MARK}[-{_DASHES}]|:(?=[{SPACES}]))[{SPACES}]?"


def around(date: str, *, opened: bool, early: bool, loose: bool) -> re.Pattern[str]:
    """A pattern for heads with a date that matches `date`: groups "date", "clock" and "close", and those of a clock."""
    clock = _loosely(_CLOCK) if loose else _CLOCK
    when = f"(?P<clock>{clock.replace('{1,40}', '{0,40}')}){date}" if early else f"{date}(?P<clock>{clock})"
    return re.compile((_OPEN if opened else _MARK) + when + (_SHUT if opened else _DASH))


_BETWEEN = (" ga", " \u0928\u093f")
"""What Ewe and Bodo put between a word for half the day and the clock behind it."""

_EITHER = (False, True)
_HEADS = {
    (opened, early, loose): around(_DATE, opened=opened, early=early, loose=loose)
    for opened in _EITHER
    for early in _EITHER
    for loose in _EITHER
}
_NUMBERS = re.compile(r"\d+")
_ONLY_CLOCK = re.compile(_loosely(_CLOCK).replace("{1,40}", "{0,40}"))


def clock_of(text: str) -> Clock | None:
    """The parts of a time as written, with what leads to it and follows it; None where it cannot be one."""
    found = _ONLY_CLOCK.fullmatch(text)
    if found is None:
        return None
    lead, tail = plain(found["lead"]), plain(found["tail"])
    half = ""
    if tail.strip(" ,\u060c"):
        tail, half = _half_behind(tail)
    else:
        lead, half = _half_in(lead)
    hour, minute = int(found["hour"]), int(found["minute"])
    second = int(found["sec"]) if found["sec"] else None
    if hour > 24 or minute > 59 or (second or 0) > 60:  # noqa: PLR2004 - what clocks can show
        return None
    return Clock(lead, hour, plain(found["colon"]), minute, plain(found["seconds"] or ""), second, tail, half)


def _half_behind(tail: str) -> tuple[str, str]:
    """`tail` with the place of a word for half the day marked, and that word: all of it, or its end: " ч. pm"."""
    word = tail.strip(" ,\u060c")
    if folded(word) in halves():
        return tail.replace(word, HALF), word
    for at, sign in enumerate(word):
        if sign == " " and len(folded(word[at:])) > 1 and folded(word[at:]) in halves():
            return tail.replace(word[at + 1 :], HALF), word[at + 1 :]
    return tail, ""


def _half_in(lead: str) -> tuple[str, str]:
    """`lead` with the place of a word for half the day at its end marked, and that word."""
    word = lead.rstrip()
    word = next((word.removesuffix(one).rstrip() for one in _BETWEEN if word.endswith(one)), word)
    for at, sign in enumerate(word):
        begins = at == 0 or not sign.isascii() or not word[at - 1].isalpha()
        if begins and sign.isalpha() and folded(word[at:]) in halves():
            return lead[:at] + HALF + lead[len(word) :], word[at:]
    return lead, ""


def head_of(line: str, *, loose: bool = False) -> Head | None:
    """The head this line begins with; None for a line that begins like none.

    With `loose`, minutes and seconds can have one digit, as the phones of a few languages write them: "9:5".
    """
    opened, early = line[:LONGEST_HEAD].lstrip(MARKS).startswith("["), False
    found = _HEADS[opened, False, loose].match(line, 0, LONGEST_HEAD)
    if found is None:
        early, found = True, _HEADS[opened, True, loose].match(line, 0, LONGEST_HEAD)
    if found is None:
        return None
    year = _year(len(found["one"]), len(found["three"]))
    return headed(found, early=early, year=year, between=(plain(found["first"]), plain(found["second"])))


def headed(found: re.Match[str], *, early: bool, year: str, between: tuple[str, str]) -> Head | None:
    """The head that a pattern of `around` found; None where its clock or its end is none, or `year` is ""."""
    clock = clock_of(found["clock"])
    zeros = [{zero_of(sign) for sign in found[part] if sign.isdecimal()} for part in ("date", "clock")]
    close = plain(found["close"])
    if clock is None or not year or any(len(each) != 1 for each in zeros):
        return None
    if close == ":" and not early and not clock.half and clock.tail.strip():
        return None  # what stands before this colon is a name
    shape = Shape(
        open="[" if close == "]" else "",
        year=year,
        first=between[0],
        second=between[1],
        lead=clock.lead,
        colon=clock.colon,
        seconds=clock.seconds,
        tail=clock.tail,
        close=close,
        early=early,
        zeros=(zeros[0].pop(), zeros[1].pop()),
    )
    return Head(shape, found["date"], found["clock"], found.end())


@lru_cache(4096)
def digits_after_the_hour(clock: str) -> tuple[bool, bool]:
    """Whether a clock has a minute or second of one digit, and whether it has one filled up with a nought."""
    after = [one[0] for one in _NUMBERS.finditer(clock)][1:]
    return any(len(one) == 1 for one in after), any(len(one) > 1 and not int(one[0]) for one in after)


def _year(one: int, three: int) -> str:
    """Where the year stands, by how many digits there are."""
    kinds = {(True, True, False): "first", (True, False, True): "last", (True, False, False): "short"}
    return kinds.get((one in (1, 2, 4) and three in (1, 2, 4), one == 4, three == 4), "")  # noqa: PLR2004

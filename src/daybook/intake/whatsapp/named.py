"""Heads of the oldest phones, with the month as a word and often no year: "20:38, 6 Mar - " or "Mar 6, 8:38 PM - ".

They wrote the year only where it was not the one the chat was exported in.
"""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from daybook.intake.half_words import LETTERS
from daybook.intake.whatsapp.marks import MARKS, SPACES, plain
from daybook.intake.whatsapp.shape import LONGEST_HEAD, Head, Shape, around, head_of, headed

NAMED = "named"
"""The `year` of a `Shape` of such heads."""

Three = tuple[int, int, int]
"""Day, month and year; nought for one that is not told."""

_LANGUAGES = (
    "en", "cy", "ga", "gd", "pl", "ro", "pt", "es", "ca", "fr", "de", "it", "nl", "da", "sv", "nb", "fi", "cs", "sk",
    "hu", "hr", "sl", "lt", "lv", "et", "sq", "tr", "el", "bg", "uk", "ru", "sr", "id", "ms", "vi", "sw", "so", "af",
    "ar", "ur", "fa", "hi", "bn", "pa", "gu", "ta", "ne", "he", "am",
)  # fmt: skip
_S = f"[{SPACES}]"
_YEAR = rf"(?:,?(?:{_S}de)?[{SPACES}-](?P<year{{0}}>\d{{{{4}}}})(?:{_S}?[\u0433\u0440]\.)?)?"
_DATE = (
    rf"(?P<date>(?:{LETTERS}\.?,?{_S})?(?:"
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?(?:{_S}de)?[{SPACES}-]?(?P<word1>{LETTERS})\.?{_YEAR.format(1)}"
    rf"|(?P<word2>{LETTERS})\.?{_S}(?P<day2>\d{{1,2}}){_YEAR.format(2)}"
    rf"|(?P<year3>\d{{4}})\.?{_S}(?P<word3>{LETTERS})\.?{_S}(?P<day3>\d{{1,2}})\.?))"
)
_WITHOUT_WEEKDAY = _DATE.replace(rf"(?:{LETTERS}\.?,?{_S})?(?:", "(?:", 1)
"""Behind a clock, a word before the date could be half of the day."""
_HEADS = {
    (opened, early): around(_WITHOUT_WEEKDAY if early else _DATE, opened=opened, early=early, loose=False)
    for opened in (True, False)
    for early in (True, False)
}
_ONLY_DATE = re.compile(_DATE)


@cache
def _months() -> dict[str, dict[str, int]]:
    """The words for months, long and short, and which month each is by language."""
    found: dict[str, dict[str, int]] = {}
    for language in _LANGUAGES:
        for widths in Locale(language).months.values():
            for width in ("wide", "abbreviated"):
                for number, name in widths[width].items():
                    for word in re.findall(LETTERS, str(name).casefold()):
                        found.setdefault(word, {}).setdefault(language, number)
    return found


def named_head_of(line: str) -> Head | None:
    """The head with a named month this line begins with; None for a line that begins like none."""
    opened = line[:LONGEST_HEAD].lstrip(MARKS).startswith("[")
    for early in (False, True):
        found = _HEADS[opened, early].match(line, 0, LONGEST_HEAD)
        if found is not None and _parts(found)[1] in _months():
            return _without_commas(headed(found, early=early, year=NAMED, between=("", "")))
    return None


def _without_commas(head: Head | None) -> Head | None:
    """A comma stands behind a year, and not where there is none: both are heads of the same chat."""
    if head is None:
        return None
    lead, tail = (text.replace(",", "") for text in (head.shape.lead, head.shape.tail))
    return head._replace(shape=head.shape._replace(lead=lead.strip(), tail=tail.strip()))


def head_in(line: str, shape: Shape | None, *, loose: bool) -> Head | None:
    """The head this line begins with, looked for as it is written in a chat whose heads have this shape."""
    return named_head_of(line) if shape and shape.year == NAMED else head_of(line, loose=loose)


def _parts(found: re.Match[str]) -> tuple[int, str, int]:
    """Day, word for the month and year; nought for no year."""
    groups = found.groupdict()
    day, word, year = ([groups[f"{part}{way}"] for way in "123"] for part in ("day", "word", "year"))
    one = next(number for number, each in enumerate(day) if each)
    return int(day[one]), word[one].casefold(), int(year[one] or 0)


class NamedDates:
    """The dates of one chat with its months as words; what the words mean is told by all of them together."""

    def __init__(self) -> None:
        self._words: dict[str, None] = {}
        self._last = 0
        self.years: set[int] = set()
        self.yearless = False
        self.turns = False
        """Whether the days without a year go over the end of one, so that they cannot all be of the same."""
        self.year = 0
        """The year of those without one, once it is known."""

    def learn(self, written: str) -> Three:
        """One more date, in the order of the file; what it is as far as can be told yet."""
        day, word, year = _read(written)
        self._words[word] = None
        month = self._month(word)
        if year:
            self.years.add(year)
        else:
            self.yearless = True
            self.turns = self.turns or month < self._last - 1
            self._last = month or self._last
        return day, month, year

    def three(self, written: str) -> Three:
        """Day, month and year."""
        day, word, year = _read(written)
        return day, self._month(word), year or self.year

    def _month(self, word: str) -> int:
        """The month of a word by those languages that have all words of this chat, or as many as they can."""
        here = _months().get(word, {})
        spoken = {one: sum(one in _months().get(other, {}) for other in self._words) for one in here}
        most = max(spoken.values(), default=0)
        months = {month for one, month in here.items() if spoken[one] == most}
        return months.pop() if len(months) == 1 else 0


def _read(written: str) -> tuple[int, str, int]:
    found = _ONLY_DATE.fullmatch(plain(written))
    return _parts(found) if found else (0, "", 0)

"""A date and time written out in words, as pages made for people have them, in the languages Babel knows months of."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

from daybook.intake.half_words import LETTERS, half_beside
from daybook.intake.whatsapp.halves import hour_of

_LANGUAGES = (
    "en", "cy", "ga", "gd", "pl", "ro", "pt", "es", "fr", "de", "it", "nl", "da", "sv", "nb", "fi", "cs", "sk", "hu",
    "hr", "sl", "lt", "lv", "et", "sq", "tr", "el", "bg", "uk", "ru", "sr", "id", "ms", "vi", "fil", "sw", "so", "af",
    "ar", "ur", "fa", "ps", "hi", "bn", "pa", "gu", "mr", "ta", "te", "ml", "kn", "ne", "si", "he", "am", "ti", "ka",
    "hy",
)  # fmt: skip
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?![\d:.]\d)\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?)?", re.IGNORECASE
)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_SIGNS = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_WORD = re.compile(LETTERS)
_NUMBER = re.compile(r"\d+")
_LONGEST = 120
_HALF = 12


@cache
def _months() -> dict[str, int]:
    """Month names and short forms in lower case; a word that is one month here and another there is left out."""
    found: dict[str, set[int]] = {}
    for language in _LANGUAGES:
        try:
            months = Locale(language).months
        except UnknownLocaleError:
            continue
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    for word in _WORD.findall(str(name).lower()):
                        found.setdefault(word, set()).add(number)
    return {word: min(numbers) for word, numbers in found.items() if len(numbers) == 1 and len(word) > 1}


def written(text: str) -> str:
    """ISO 8601 of such a text, "" where it is not certain.

    Without an offset, since these pages do not say where their clock hangs; with +00:00 where "UTC" or "GMT" is
    written there. A date in numbers alone is only read where it begins with the year.
    """
    if len(text) > _LONGEST:
        return ""
    clock = _clock(text)
    day = _day(_CLOCK.sub(" ", text))
    if not clock or not day:
        return ""
    try:
        moment = datetime(*day, *clock)  # noqa: DTZ001 - the clock on a wall nobody named
    except ValueError:
        return ""
    if re.search(r"\b(?:UTC|GMT)\b(?!\s*[+-])", text):
        moment = moment.replace(tzinfo=UTC)
    return moment.isoformat(timespec="seconds")


def _clock(text: str) -> tuple[int, int, int] | None:
    found = list(_CLOCK.finditer(text))
    if len(found) != 1:
        return None
    hour, minute, second, half = found[0].groups()
    number: int | None = int(hour)
    if half:
        if not 1 <= int(hour) <= _HALF:
            return None
        number = int(hour) % _HALF + (_HALF if half[0].lower() == "p" else 0)
    elif int(hour) <= _HALF and (word := half_beside(text, *found[0].span())):
        number = hour_of(int(hour), word)
    return None if number is None else (number, int(minute), int(second or 0))


def _day(text: str) -> tuple[int, int, int] | None:
    iso = _ISO.search(text) or _SIGNS.search(text)
    if iso:
        return int(iso[1]), int(iso[2]), int(iso[3])
    months = {number for word in _WORD.findall(text.lower()) if (number := _months().get(word))}
    numbers = _NUMBER.findall(text)
    years = [int(one) for one in numbers if len(one) == 4]  # noqa: PLR2004
    days = [int(one) for one in numbers if len(one) <= 2]  # noqa: PLR2004
    if len(months) != 1 or len(years) != 1 or len(days) != 1:
        return None
    return years[0], months.pop(), days[0]

"""Phone numbers inside what she typed ("07700 900123, after nine")."""

from __future__ import annotations

import re

ON_NO_LIST = ("999", "112", "18000")
"""In an emergency these come first and are on no card (W3, W36): everybody can know them by heart."""
FEWEST = 7
"""Digits of a number that anybody could have. A shorter one says by itself what it is."""
_NUMBER = re.compile(r"(?<![\w+])\(?\+?\d[\d ().\u2010-\u2013-]*\d(?!\w)|(?<![\w+])\d(?!\w)")


def numbers_in(text: str) -> list[str]:
    """Every phone number in a text, as it is written there, without those that are on no list; in order."""
    found = [_tidy(match[0]) for match in _NUMBER.finditer(text)]
    return [number for number in found if digits(number) not in ON_NO_LIST and len(digits(number)) >= 3]  # noqa: PLR2004


def digits(number: str) -> str:
    """The digits of a number alone."""
    return "".join(sign for sign in number if sign.isdecimal())


def _tidy(number: str) -> str:
    return " ".join(re.sub(r"[.\u2010-\u2013]", "-", number).split())

"""Money as whole pence: from what was typed, and back into words."""

from __future__ import annotations

import re

_POUNDS = re.compile(r"(?:£|gbp)?\s*(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{2}))?(?:\s*(?:£|gbp|pounds?))?")
_PENCE = re.compile(r"(\d+)\s*p(?:ence)?")
LARGEST = 100_000_000_000
"""In pence, as every amount here."""


class NotAnAmountError(ValueError):
    """Write the money in pounds, like 20 or 12.50, or leave it empty."""


class TooMuchError(ValueError):
    """This is more money than fits here. Look at the number again, or write it in words in another box."""


def pence_of(text: str) -> int | None:
    """The amount that was typed, in pence; None for nothing. Raises NotAnAmountError or TooMuchError.

    "20", "£1,200", "12.50" and "50p" are amounts. "1.234" and "12,5" are not: in them a mark can mean two things.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    if found := _PENCE.fullmatch(typed):
        pence = int(found[1])
    elif found := _POUNDS.fullmatch(typed):
        pence = int(found[1].replace(",", "")) * 100 + int(found[2] or 0)
    else:
        raise NotAnAmountError
    if pence > LARGEST:
        raise TooMuchError
    return pence


def pounds(pence: int) -> str:
    """An amount as one reads it: "£20", "£1,200", "£12.50"; "minus £6" in a word below nought."""
    whole, rest = divmod(abs(pence), 100)
    return f"{'minus ' if pence < 0 else ''}£{whole:,}" + (f".{rest:02}" if rest else "")


def typed_pounds(pence: int | None) -> str:
    """An amount as it stands in a form; "" for None. `pence_of` reads it back."""
    return "" if pence is None else pounds(pence).replace("£", "")

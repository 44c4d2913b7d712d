"""Phone numbers as people and files write them: one number in two spellings is one."""

from __future__ import annotations

_DIGITS = 9
"""The last digits of a number, which the code of a country does not change: "+44 7700 900123" and "07700 900123"."""
_FEWEST_DIGITS = 7


def number_end(text: str) -> str:
    """The end of a phone number, the same for every spelling of it; "" for what has too few digits to be one."""
    digits = "".join(str(int(one)) for one in text if one.isdecimal())
    return digits[-_DIGITS:] if len(digits) >= _FEWEST_DIGITS else ""

"""The name of a file that came with a mail, so that it can be shown and can lead nowhere."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 150
_FOLDERS = re.compile(r"[\\/]")
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_JOINER = "\N{ZERO WIDTH JOINER}"


def harmless(name: str) -> str:
    """The last part of `name`, without marks that are not seen or turn the direction of writing; at most LONGEST long.

    "../../evil.png" is "evil.png"; ".." and a name of nothing else is "". The name as written stays in the original.
    """
    last = _FOLDERS.split(name)[-1]
    seen = "".join(letter for letter in last if unicodedata.category(letter) not in _UNSEEN or letter == _JOINER)
    seen = seen.strip()
    if not seen.strip(". "):
        return ""
    if len(seen) > LONGEST:
        stem, dot, ending = seen.rpartition(".")
        seen = stem[: LONGEST - 20] + dot + ending[:19] if dot else seen[:LONGEST]
    return seen

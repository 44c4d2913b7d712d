"""A sentence with what goes into it kept apart, so that it can be put into another language before it is filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence: its words with `%(name)s` in them, and the values. A tuple is a list of names, "a, b and c".

    `%(person)s` and `%(Person)s` stand for the person harming her and are given when it is said.
    """

    words: str
    values: Mapping[str, Value] = field(default_factory=dict)

    def said(
        self, person: Mapping[str, str], speak: Callable[[str], str] = lambda words: words, both: str = "%s and %s"
    ) -> str:
        """The sentence in words. `speak` translates, `person` gives the words for the person harming her."""
        filled = {name: value if isinstance(value, str) else joined(value, both) for name, value in self.values.items()}
        return speak(self.words) % {**person, **filled}


def joined(names: Iterable[str], both: str = "%s and %s") -> str:
    """Names as one says them: "a, b and c"."""
    *rest, last = [*names] or [""]
    return both % (", ".join(rest), last) if rest else last

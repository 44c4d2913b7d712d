"""What stands on a card, side by side, and what stays off it with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from daybook.domain.card.numbers import FEWEST, digits, numbers_in
from daybook.domain.card.telling import telling_word, true_name_in
from daybook.domain.said import Said

Look = Literal["card", "disguised"]
LOOKS: tuple[Look, ...] = ("card", "disguised")
On = Look | Literal["heart", ""]
"""Where a number is carried: on one of the cards, in her head, or nowhere."""
LONGEST = 28
"""Letters of a name that fit beside a number on a card of 85.6 mm."""
ROWS: dict[tuple[Look, bool, int], int] = {
    ("card", False, 0): 6,
    ("card", True, 0): 6,
    ("card", True, 1): 6,
    ("disguised", False, 0): 4,
    ("disguised", True, 0): 0,
    ("disguised", True, 1): 6,
}
"""How many numbers fit, by look, folded or not, and side. The first side of a folded disguised card has none."""
TITLES = ("Coffee card", "Bread and buns", "Nails")
"""What a disguised card is called where she chose nothing, or a name that tells; the first that fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A number she may carry. `key` is what it is chosen by, `name` what it truly is, `called` its name on a card."""

    key: str
    name: str
    number: str
    called: str = ""
    on: On = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card."""

    name: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One card: what it is called (a disguised one only), its one or two sides, and what stays off, by entry's key."""

    look: Look
    title: str = ""
    sides: tuple[tuple[Row, ...], ...] = ()
    off: tuple[tuple[str, Said], ...] = ()
    warned: tuple[tuple[str, Said], ...] = field(default=())

    @property
    def is_empty(self) -> bool:
        """Whether there is no number on it."""
        return not any(self.sides)

    @property
    def folded(self) -> bool:
        """Whether it has two sides."""
        return len(self.sides) > 1


def card(entries: Sequence[Entry], look: Look, *, title: str = "", folded: bool, true_names: Iterable[str]) -> Card:
    """The card of this look. A disguised one holds none of `true_names`, nor a true name of an entry."""
    known = (*true_names, *(entry.name for entry in entries))
    rows: list[Row] = []
    off: list[tuple[str, Said]] = []
    warned: list[tuple[str, Said]] = []
    room = sum(most for (whose, fold, _side), most in ROWS.items() if (whose, fold) == (look, folded))
    for entry in entries:
        if entry.on != look:
            continue
        numbers = numbers_in(entry.number)
        why = _why_off(entry.called, numbers, known) if look == "disguised" else _why_not_plain(numbers)
        if why is None and len(rows) + len(numbers) > room:
            why = Said("There is no more room on this card.")
        if why:
            off.append((entry.key, why))
            continue
        rows += [Row(_short(entry.called or entry.name), number) for number in numbers]
        word = telling_word(entry.called or entry.name) if look == "card" else ""
        if word:
            said = Said("“%(word)s” says what this card is for. A duller name says less.", {"word": word})
            warned.append((entry.key, said))
    sides = _sides(rows, look, folded=folded)
    called = _title(title, known) if look == "disguised" else ""
    return Card(look=look, title=called, sides=sides, off=tuple(off), warned=tuple(warned))


def _why_not_plain(numbers: Sequence[str]) -> Said | None:
    if not numbers:
        return Said("There is no number here that belongs on a card. 999 comes first and is on none.")
    return None


def _why_off(called: str, numbers: Sequence[str], true_names: Sequence[str]) -> Said | None:
    """Rule *under another name* (X23): a dull name that is nobody's true name, no telling word, no telling number."""
    if not numbers:
        return _why_not_plain(numbers)
    if any(len(digits(number)) < FEWEST for number in numbers):
        return Said("A short number says by itself what it is. It is easy to learn by heart.")
    return why_not_called(called, true_names)


def why_not_called(called: str, true_names: Sequence[str]) -> Said | None:
    """Why this name or title may not stand on a disguised card; None where it may."""
    if not called.strip():
        return Said("Choose a dull name for it: the dentist, a shop, a first name.")
    for shown in (called, _short(called)):  # what is left of a long name is a name too
        if part := true_name_in(shown, true_names):
            return Said("“%(word)s” is part of a true name. Choose another one.", {"word": part})
        if word := telling_word(shown):
            return Said("“%(word)s” could say what this card is for. Choose a duller name.", {"word": word})
    return None


def why_not_titled(title: str, true_names: Sequence[str]) -> Said | None:
    """Why what she called a disguised card may not stand on it; None where it may, and for no words at all."""
    return why_not_called(title, true_names) if title.strip() else None


def _title(wanted: str, true_names: Sequence[str]) -> str:
    for title in (wanted, *TITLES):
        if title.strip() and why_not_called(title, true_names) is None:
            return _short(title)
    return ""


def _sides(rows: Sequence[Row], look: Look, *, folded: bool) -> tuple[tuple[Row, ...], ...]:
    most = ROWS[look, True, 0]
    if not folded or 0 < len(rows) <= most:
        return (tuple(rows),)
    return tuple(rows[:most]), tuple(rows[most:])


def _short(name: str) -> str:
    """A name on one line, cut between words where it is too long for a card."""
    line = " ".join(name.split())
    if len(line) <= LONGEST:
        return line
    cut = line[:LONGEST]
    return cut.rsplit(" ", 1)[0] if " " in cut else cut

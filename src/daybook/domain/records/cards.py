"""The cards she carries: which numbers are on them beside those of her people, and what the dull one is called."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class CardNumber:
    """A number that is not that of a person in her list: of a service (`source` is its id) or her own entry.

    `name` is what it truly is and stays in the notebook where `called`, the name for the card, is another. `on` says
    which card: "card", "disguised" or "" for none now.
    """

    id: str
    name: str
    number: str
    source: str = ""
    called: str = ""
    on: str = "card"


@record("cards.1", listed=False, name="Cards to carry", serves=("W3", "X23"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """Her choices for the cards. What is on one of a person stands with that person (`carry`, `carry_as`)."""

    numbers: tuple[CardNumber, ...] = ()
    title: str = ""
    folded: bool = False

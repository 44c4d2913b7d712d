"""One line of the day: what it is, why, what to think of first, and the traits its place follows from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from daybook.domain.said import Said

Moment = Literal["before", "hour", "door", "way", "night", "week"]
Trait = Literal[
    "talks", "hides", "sends", "looks", "saves", "noticed", "begins", "people", "takes", "stops", "changes", "goes",
    "under-way", "away", "later",
]  # fmt: skip
"""What a line does, as far as the order goes.

talks: with a helpline or worker. hides: protects from being noticed. sends: a call, message or talk leaves her.
looks: changes nothing. saves: keeps proof. noticed: could be noticed. begins: opens the last hour. people: is about
somebody coming along. takes: something is packed. stops: ends the packing. changes: something is switched off, left
behind or changed. goes: leaving the home. under-way, away, later: once she has left, arrived, settled.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the day. `about` is one of TOPICS; `rests` are ledger and uk-facts ids.

    `hers` is True for what she wrote herself, then `words` holds her words as they are.
    """

    id: str
    about: str
    words: Said
    why: Said = Said("")  # noqa: RUF009  (frozen, and its values are never written to)
    cautions: tuple[Said, ...] = ()
    traits: frozenset[Trait] = frozenset()
    rests: tuple[str, ...] = ()
    hers: bool = False
    moment: Moment | None = None


TOPICS: dict[str, str] = {
    "talk": "Talking",
    "out": "When",
    "how": "The way",
    "things": "Bag",
    "children": "Children",
    "pets": "Pets",
    "medicine": "Medicine",
    "devices": "Devices",
    "told": "Telling",
    "home": "Home",
    "night": "First night",
    "week": "First week",
    "own": "Yours",
}


def line(
    id: str,  # noqa: A002  (as the field is called)
    about: str,
    words: Said,
    why: Said,
    *traits: Trait,
    rests: tuple[str, ...],
    caution: Said | tuple[Said, ...] = (),
) -> Line:
    """A line in the order one reads it: what, why, traits, sources, and what to think of first."""
    return Line(
        id=id,
        about=about,
        words=words,
        why=why,
        cautions=caution if isinstance(caution, tuple) else (caution,),
        traits=frozenset(traits),
        rests=rests,
    )

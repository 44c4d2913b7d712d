"""What she has and wants in money, what leaving could cost, and which ideas are not for her."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One thing that could cost: the code of a line of `domain/money/lines.py`, or "" with her own `name`.

    `pence` is None while it is not known: that is never the same as nothing. `aside` leaves it out for now.
    """

    line: str = ""
    name: str = ""
    pence: int | None = None
    aside: bool = False


@record("money.1", listed=False, name="Your money", serves=("W8", "W17"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """What there is one of: cash on her, a weekly amount, what it is for, the costs, and what she put aside.

    Amounts are in pence. `aside` holds ideas that are not for her, as "rule record". A cost that gets a further field
    needs a new code: an older copy would drop it in silence.
    """

    on_her: int | None = described(
        "Cash you always have on you",
        FieldKind.AMOUNT,
        hint="For a ride, a call, a meal. A few pounds are a start.",
        main=True,
    )
    weekly: int | None = described(
        "A weekly amount you think you can put by",
        FieldKind.AMOUNT,
        hint="So small that nobody would miss it. You can leave out any week.",
        main=True,
    )
    wanted: int | None = described(
        "How much would you like to have put by?",
        FieldKind.AMOUNT,
        hint="Any amount. It can change, and there is no date for it.",
        main=True,
    )
    costs: tuple[Cost, ...] = ()
    aside: tuple[str, ...] = ()

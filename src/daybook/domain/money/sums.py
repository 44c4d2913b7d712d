"""A sum over what she typed, with how much is left out of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What is known added up, in pence; over how many amounts; and how many are not known and so not in it.

    Where nothing is known there is no sum: `pence` is then 0 and means nothing. Ask `is_known` first.
    """

    pence: int = 0
    known: int = 0
    unknown: int = 0

    @property
    def is_known(self) -> bool:
        """Whether at least one amount is in it."""
        return self.known > 0


def summed(amounts: Iterable[int | None]) -> Sum:
    """The sum of the amounts that are there. Nought pounds is an amount; None is not, and is only counted."""
    found = [*amounts]
    known = [amount for amount in found if amount is not None]
    return Sum(pence=sum(known), known=len(known), unknown=len(found) - len(known))

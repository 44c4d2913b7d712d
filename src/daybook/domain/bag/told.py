"""What her answers say that matters to a bag: who lives with her, what is shared, and the ages of the children."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

CARRIED = 4
"""Up to this age a child may have to be carried: one arm is then not free (W7)."""

OLDEST = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What she told elsewhere; `ages` in the order of her answers.

    `cloud`: accounts or a cloud the person harming her may open; `car`: one they use, or that may tell where it is;
    `work`: they work at the same place.
    """

    together: bool = False
    cloud: bool = False
    car: bool = False
    work: bool = False
    ages: tuple[int, ...] = ()

    @property
    def carried(self) -> bool:
        """Whether a child of hers may be carried."""
        return any(age <= CARRIED for age in self.ages)


def told_by(facts: Collection[str], ages: Sequence[int]) -> Told:
    """What the facts of her plan say, on the careful side (docs/packs.md: "not sure" gives the careful fact)."""
    return Told(
        together="lives_with_them" in facts,
        cloud=bool({"accounts_exposed", "shared_cloud", "family_group"} & set(facts)),
        car=bool({"car_shared", "connected_car"} & set(facts)),
        work="works_with_them" in facts,
        ages=tuple(ages),
    )

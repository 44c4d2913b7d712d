"""What her answers say that matters to codes and to people: who looks at her phone, who pays, what listens at home."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What she told elsewhere. `seen`: whether the person harming her looks at her phone; "unsaid" before she said.

    `bill` that they pay for it, `shared` that its account is shared, `ears` that speakers or cameras may be about.
    """

    seen: Literal["yes", "no", "unsaid"] = "unsaid"
    bill: bool = False
    shared: bool = False
    ears: bool = False
    together: bool = False
    no_phone: bool = False
    deaf: bool = False


def told_by(facts: Collection[str]) -> Told:
    """What the facts of her plan say.

    `device_exposed` is given by "they look at it", "they set it up" and also by "not sure" (docs/packs.md): the careful
    side. Without it and without `device_private` or `device_borrowed` nothing was said, and nothing is assumed.
    """
    seen: Literal["yes", "no", "unsaid"] = "unsaid"
    if "device_exposed" in facts:
        seen = "yes"
    elif "device_private" in facts:
        seen = "no"
    return Told(
        seen=seen,
        bill="phone_contract_theirs" in facts,
        shared=bool({"accounts_exposed", "shared_cloud", "family_group"} & set(facts)),
        ears="smart_home" in facts,
        together="lives_with_them" in facts,
        no_phone="no_phone" in facts,
        deaf="is_deaf" in facts,
    )

"""Plain reminders about the bag as a whole: its weight, a child on one arm, and what a phone in it may tell."""

from __future__ import annotations

from daybook.domain.bag.told import Told
from daybook.domain.said import Said


def reminders(told: Told) -> list[Said]:
    """What is worth trying once, by what she told (W7, W11, W14): nothing here is a rule."""
    found = []
    if told.carried:
        found.append(Said("Can you lift it with a child on one arm? Try it once. If not, take something out."))
    else:
        found.append(Said("Can you lift it with one hand, and walk fast? Try it once. If not, take something out."))
    if len(told.ages) > 1:
        found.append(Said("With more than one child, both hands may be full. A small rucksack leaves them free."))
    found.append(Said("If you have to choose: people first, then medicine and papers. All else can be got again."))
    return found

"""How to try a way out, with the ages of children in mind."""

from __future__ import annotations

from daybook.domain.said import Said

ANYONE = (
    Said("Go through it in your mind first: from where you sleep, and from where you sit in the evening."),
    Said("Walk it with the bins, the washing or the pram, once by day and once in the dark."),
    Said("Try each lock and handle as you pass, so that your hands know it."),
)
"""From the plan's own action on ways out (`ways-out-living`; W6, R15)."""

BANDS: tuple[tuple[int, int, Said], ...] = (
    (0, 4, Said("Under five: they are carried or held by the hand. Try the way with a child on one arm.")),
    (
        5,
        10,
        Said("Five to ten: make it a fire drill. Their place, the way, the meeting place, and nobody goes back in."),
    ),
    (
        11,
        15,
        Said("Eleven to fifteen: they can go alone, and call 999 from outside. Looking after others is not their job."),
    ),
    (16, 17, Said("Sixteen and seventeen: plan it with them. They go out too; they do not stay to step in.")),
)
"""What a child of this age can do (W4, W6, X24): never step in, never fetch, go and call."""

QUIET = Said(
    "Children may tell of it. A fire drill is a reason that needs no other. "
    "If a walk would be noticed, in your mind is enough."
)


def prompts(ages: tuple[int, ...]) -> list[Said]:
    """What to think of when trying a way out: for anyone, then for each age there is."""
    found = list(ANYONE)
    found += [said for first, last, said in BANDS if any(first <= age <= last for age in ages)]
    return [*found, QUIET] if any(age < 18 for age in ages) else found  # noqa: PLR2004

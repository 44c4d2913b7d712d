"""What may help a child of an age to know, and what is not for a child to carry.

Rests on the ledger's R15, W4 and W28, the correction X24 (never step in), T09 (the child's devices, no spying), V01 and
V06 (note a child's own words, never record or question), and on the plan's own actions on children, in their words.
"""

from __future__ import annotations

from daybook.domain.children.age import Words
from daybook.domain.said import Said

_KNOW: dict[Words, tuple[Said, ...]] = {
    "others": (
        Said("A small child learns by games: when it is loud, we go to the bear cave."),
        Said("Their own first and last name is enough for now."),
        Said("A grown-up sorts it out. The child only goes away from the noise."),
    ),
    "first": (
        Said("When grown-ups fight, you go away and stay away. That is how you help."),
        Said("It is not your fault, and you cannot stop it."),
        Said("Whom you may go to: one neighbour, one teacher, by name."),
    ),
    "young": (
        Said("When grown-ups fight, you go away and stay away. That is how you help."),
        Said("It is not your fault. You can love somebody and still go away from a fight."),
        Said("Which place, which neighbour, and that nobody goes back in."),
        Said("You can always tell a teacher, or ring Childline."),
    ),
    "older": (
        Said("Your job is to get away and call. It is never your job to stop it."),
        Said("It is not your fault. You can love us both."),
        Said("Which neighbour or shop, and the word that means: go now."),
        Said("Whom you can talk to who is not part of it: a teacher, Childline, another grown-up."),
    ),
    "teen": (
        Said("Get out and call. Do not stand between us."),
        Said("What the plan is for you: where to meet, which word to send, and where help of your own is."),
        Said("None of it is yours to fix. You can love us both."),
    ),
}
"""From the plan's actions on going away and never stepping in, by age, and on somebody to talk to (R15, W4, X24)."""

_PRIVATE: dict[Words, Said] = {
    "others": Said("A small child may be safer not knowing the name of the street."),
    "first": Said("If somebody asks where we live: ask at home. That is no lie, and it is enough."),
    "young": Said("Our address is private, like a PIN. If somebody asks: ask at home. If it slips out, tell me."),
    "older": Said("The street, the school, our times and who visits are private, also in photos, games and posts."),
    "teen": Said("The street, the school, our times and who visits are private, also in photos, games and posts."),
}
"""W28: the few things that matter, an answer for when somebody asks, and that a slip is never the child's fault."""

_CARRY = (
    Said("A day you plan, where you may go, and this notebook. A child cannot be the guard of a secret."),
    Said("Watching over you, or over brothers and sisters."),
    Said("Messages between grown-ups, also about money or visits."),
    Said("Lying for you. “Ask at home” is enough."),
    Said("Looking, listening or recording at the other home."),
)
_LATER = (
    Said("What was done to you, in its details. They can know that it was wrong, and that it was not their doing."),
    Said("Choosing between you, or answers practised for a worker or a court."),
)
ALWAYS = Said("If a child tells you something, listen, and do not ask again and again. Later, write down the words.")
"""V01, V06 and the plan's action on noting contact: what children say freely can be noted; asking can hurt them."""


def to_know(words: Words | None, *, apart: bool) -> list[Said]:
    """What may help to know at this age; about the address where she lives apart. Nothing without an age."""
    if words is None:
        return []
    return [*_KNOW[words], *([_PRIVATE[words]] if apart else [])]


def not_to_carry(words: Words | None) -> list[Said]:
    """What is not for a child to know or carry (T09, W28 and the plan's cautions for children); more with age."""
    if words in ("older", "teen", "young"):
        return [*_CARRY, *_LATER]
    return list(_CARRY)

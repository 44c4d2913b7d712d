"""What to think of before a card is shown to a child, and how to practise it as a game.

Rests on X24 and the plan's actions on calling, by age: it is her choice, a child may tell of it, nobody rings 999 to
try it out, and a child who knows the card has no task. The game for a small child is that of the plan (W4, W6). W28:
a card with an address can reach the other home in a bag.
"""

from __future__ import annotations

from daybook.domain.children.age import Words
from daybook.domain.said import Said

CHOICE = Said("It is your choice if and when to show it. Not every child is helped by it. It can wait.")
MAY_TELL = Said(
    "A child may tell {person}, or show the card. It fits a fire or a fall as well, so you can say it is for those."
)
_BAG = Said("Before a visit, look that the card is not in a bag or pocket.")
_PHONE = Said("On paper or aloud is safer than on the child's phone, which {person} may see.")
_ADDRESS = Said("A card with an address can be found. It can be learned, and then put away or torn up.")

_GAME: dict[Words, tuple[Said, ...]] = {
    "others": (
        Said("Choose one place, and make it a game: when it is loud, we go to the bear cave."),
        Said("Practise their own first and last name."),
        Said("Be ready to carry a small one: shoes, a coat and a blanket by the door, as if for walks."),
        Said("Give the game a name that fits fire or thunder. Small children repeat games aloud."),
    ),
    "first": (
        Said("Play it with a toy phone: you are the voice, the child says the name and where we live."),
        Said("Sing the address, or clap it. Two minutes are enough."),
        Said("Show the 9 on the phone, and stop before the last one. Never ring 999 to try it out."),
        Said("Practise going away first. That comes before any call."),
    ),
    "young": (
        Said("Play it: you are the operator, the child answers. Change places."),
        Said("Show how to reach the call from a locked phone, and stop before the last key."),
        Said("Never ring 999 to try it out."),
        Said("Say: you will never be in trouble for calling, and never for not calling."),
    ),
    "older": (
        Said("Go through it once, aloud, with you as the operator: first with words, then with taps for yes and no."),
        Said("Show how to reach the call from a locked phone, and stop before the last key. Never ring 999 to try it."),
        Said("Ask what the child is afraid of. Listen more than you explain."),
    ),
    "teen": (
        Said("Go through it together, and let your teenager change what does not fit."),
        Said("Agree a word to text, and one place to meet."),
        Said("Never ring 999 to try it out."),
    ),
}


def before(words: Words, *, contact: bool, has_address: bool) -> list[Said]:
    """What to think of before a child sees it, what matters most first. `contact`: the child goes to the other home."""
    found = [CHOICE, MAY_TELL]
    if has_address:
        found.append(_ADDRESS)
    if contact:
        found.append(_BAG)
    if words in ("older", "teen"):
        found.append(_PHONE)
    return found


def game(words: Words) -> tuple[Said, ...]:
    """How to practise it with a child of this age."""
    return _GAME[words]

"""One line of an order: its words exactly as they stand, and what she says it covers."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

COVERS = (
    ("violence", "Violence, or a threat of it"),
    ("harass", "Harassing, frightening, following or watching"),
    ("call", "Calls"),
    ("text", "Text messages"),
    ("message", "Messages in an app, or e-mail"),
    ("mail", "Letters, parcels, notes or gifts"),
    ("third", "Anything through somebody else"),
    ("social", "Social media"),
    ("near", "Coming near"),
    ("home", "Coming to the home, or its street"),
    ("school", "Coming to school or nursery"),
    ("work", "Coming to work or college"),
    ("place", "Coming to another place it names"),
    ("property", "Damaging or taking things"),
    ("children", "Contact with the children, or taking them"),
    ("times", "Times and places of contact with the children"),
)
PROTECTS = (
    ("me", "Me"),
    ("children", "The children"),
    ("others", "Somebody else"),
)
HOW_NEAR = (
    ("enter", "Not go in"),
    ("outside", "Not be in the street or outside"),
    ("distance", "Not come nearer than a distance"),
    ("unsure", "It does not say, or I am not sure"),
)
ARREST = (
    ("yes", "Yes"),
    ("no", "No"),
    ("unsure", "I do not know"),
)


@record(
    "order-term.1",
    name="A line of an order",
    plural="Lines of orders",
    start="Add a line of an order",
    title_field="words",
    order=61,
    serves=("W30", "W32", "W35"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class OrderTerm:
    """A line of an order. Its words are copied, never put into others; what it covers is hers to say."""

    order: tuple[str, ...] = described(
        "Of which order?", FieldKind.RECORDS, of="order.1", required=True, hint="Choose any."
    )
    number: str = described("Its number on the paper", FieldKind.LINE, hint="Like 2, or 3(b).", main=True)
    words: str = described(
        "The words, exactly as they stand", FieldKind.TEXT, hint="Copy them, also where they are hard.", required=True
    )
    covers: tuple[str, ...] = described(
        "What does this line cover?",
        FieldKind.CHOICES,
        options=COVERS,
        hint="Tick what it says, and what it clearly means. A solicitor can look at it with you.",
        main=True,
    )
    protects: tuple[str, ...] = described(
        "Whom does it protect?", FieldKind.CHOICES, options=PROTECTS, hint="Leave it empty where it says nobody."
    )
    people: tuple[str, ...] = described(
        "Their names, as you write them",
        FieldKind.PEOPLE,
        hint="One on each line. So what you wrote down about them is found.",
    )
    places: tuple[str, ...] = described(
        "The places, as you write them",
        FieldKind.PEOPLE,
        hint="One on each line, by the words you use: “the school gate”, “our road”, “Mum's house”.",
    )
    how_near: str = described("How near is too near?", FieldKind.CHOICE, options=HOW_NEAR)
    distance: str = described(
        "The distance, in the words of the paper", FieldKind.LINE, hint="Like “within 100 metres”."
    )
    arrest: str = described("Does a power of arrest go with this line?", FieldKind.CHOICE, options=ARREST)

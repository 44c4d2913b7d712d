"""The confidential things a letter can say: each is left out unless she releases it to the reader of that letter.

Rests on W20 (decide whom to tell what), W22 and W23 (school and work never give out address or number), W26 (the
address never on papers) and W29 (what an electoral office is shown).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One confidential thing. `id` is its placeholder; `words` name it, `reveals` says what a letter with it tells.

    `ask` is how she is asked for it where it is not known yet; empty for what only her record can give.
    """

    id: str
    words: str
    reveals: str
    ask: str = ""


THINGS: dict[str, Thing] = {
    thing.id: thing
    for thing in (
        Thing(
            id="person_name",
            words="The name of the person harming you",
            reveals="The reader learns who it is.",
            ask="Their name, as the reader could know it",
        ),
        Thing(
            id="phone",
            words="Your phone number",
            reveals="The reader can ring you, and anybody who sees the letter has the number.",
            ask="A number that is safe to ring",
        ),
        Thing(
            id="email",
            words="Your e-mail address",
            reveals="The reader can write to you, and anybody who sees the letter has the address.",
            ask="An e-mail address that nobody else reads",
        ),
        Thing(
            id="address",
            words="Where you live now",
            reveals="Anybody who reads or files this letter learns where you live.",
            ask="Your address now",
        ),
        Thing(
            id="old_address",
            words="The address they have of you",
            reveals="It helps them find your file. It also says where you lived.",
            ask="The address they know",
        ),
        Thing(
            id="children",
            words="The children's names",
            reveals="The reader learns their names.",
            ask="The children's names, and their class if you like",
        ),
        Thing(
            id="school",
            words="The children's school or nursery",
            reveals="The reader learns where the children are by day.",
            ask="The name of the school or nursery",
        ),
        Thing(
            id="work",
            words="Where you work or study",
            reveals="The reader learns where you are by day.",
            ask="The name of the place",
        ),
        Thing(
            id="collectors",
            words="Who may collect the children",
            reveals="The reader learns who helps you.",
            ask="Who may collect them",
        ),
        Thing(
            id="password",
            words="The password for collecting the children",
            reveals="Anybody who sees the letter knows the password. You could say it aloud instead.",
            ask="A password that the person harming you would not guess",
        ),
        Thing(
            id="order",
            words="Which court order you have",
            reveals="The reader learns that there is an order, and of what kind.",
            ask="What the order is called",
        ),
        Thing(
            id="order_details",
            words="The court, the number and the dates of the order",
            reveals="With these an order can be found. A court can be near to where you live.",
            ask="The court, its number, the date it was made, handed over and ends",
        ),
        Thing(
            id="police",
            words="Your police reference",
            reveals="The reader learns that the police know.",
            ask="The reference the police gave you",
        ),
        Thing(
            id="calls",
            words="Your talks with the police, from your record",
            reveals="The reader sees on which days you spoke with the police.",
        ),
        Thing(
            id="plan",
            words="What you plan",
            reveals="Anybody who sees the letter knows what you plan. A plan to leave is safest with few people.",
            ask="What the reader needs to know of it",
        ),
    )
}

OPEN = frozenset({"dear", "me", "today"})
"""What every letter may say: how the reader is called, the name below it, and the day."""

READERS = (
    ("school", "School or nursery"),
    ("work", "Employer"),
    ("college", "College or university"),
    ("health", "GP, nurse or midwife"),
    ("landlord", "Landlord or housing association"),
    ("council", "Council or benefits office"),
    ("phone", "Phone company"),
    ("utility", "Power, water, bank or another company"),
    ("police", "Police"),
    ("electoral", "Electoral registration office"),
)
"""Who a letter can be to, in the order they are offered."""

ROLE_OF = {
    "school": ("school",),
    "work": ("work",),
    "college": ("college",),
    "health": ("health",),
    "landlord": ("housing",),
    "council": ("housing", "social-worker"),
    "police": ("police",),
}
"""The roles of her people that a reader may have."""

KNOWN_TO = {"school": ("school",), "work": ("work",), "college": ("work",)}
"""What a reader knows by being that reader."""

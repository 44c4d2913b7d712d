"""What leaving, or having left, can cost: one line for each, and the things of the plan that ask for it.

No line names an amount. Amounts are hers to type; what is known to be free, or to cost, is said in the words of the
statement of the guidance that a line names, with the day it was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that can cost. `actions` are the things of the plan that lead to it, `statements` what is known of it.

    `always` stands from the start, before she answered anything; never where one of `not_when` holds.
    """

    code: str
    words: str
    hint: str
    actions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    always: bool = False
    not_when: tuple[str, ...] = ()


GONE = ("has_left", "stayed_home", "wants_to_stay")
"""Facts of who is not about to go: the way there and a first night are then no line of the list."""
LINES: tuple[Line, ...] = (
    Line(
        code="way",
        words="The way there",
        hint="A bus, a train, a taxi, fuel. Twice, if the first try fails.",
        actions=("first-place", "leave-today", "free-travel-to-refuge", "choose-the-time"),
        statements=("P23",),
        always=True,
        not_when=GONE,
    ),
    Line(
        code="night",
        words="The first night",
        hint="Friends, a refuge, the council or a room: each costs something else. A helpline can say what is open.",
        actions=("first-place", "leave-today"),
        always=True,
        not_when=GONE,
    ),
    Line(
        code="food",
        words="Food for the first days",
        hint="Also for anybody who comes with you.",
        actions=("first-place", "leave-today", "pack-money"),
        always=True,
        not_when=GONE,
    ),
    Line(
        code="phone",
        words="A phone that works",
        hint="Credit, a cable, or another phone.",
        actions=("second-phone", "phone-on-the-day", "new-phone-after", "no-phone-plan"),
        statements=("P12",),
        always=True,
    ),
    Line(
        code="home",
        words="A place to live: deposit and first rent",
        hint="With friends or in a refuge it may not be needed. A housing adviser can say what help there is.",
        actions=(
            "first-place",
            "homeless-help-england",
            "homeless-help-wales",
            "homeless-help-scotland",
            "homeless-help-northern-ireland",
        ),
        statements=("P27",),
    ),
    Line(
        code="papers",
        words="New copies of papers",
        hint="For what stays behind. Ask your worker if a fund or a charity pays the fees.",
        actions=("replace-lost-papers", "pack-identity", "pack-children-papers"),
        always=True,
    ),
    Line(
        code="things",
        words="Things that stay behind",
        hint="Clothes, bedding, a kettle. Your worker may know who gives such things.",
        actions=("one-trip", "pack-things", "get-things-back", "belongings-collected"),
    ),
    Line(
        code="children",
        words="For the children",
        hint="Nappies, clothes, school things, a way to school.",
        actions=("pack-children-things", "children-on-the-day", "children-when-you-leave"),
    ),
    Line(
        code="medicine",
        words="Medicine and glasses",
        hint="For the days until there is a new doctor or chemist.",
        actions=("pack-medicine", "medication-spare"),
    ),
    Line(
        code="pets",
        words="For a pet",
        hint="A place for it, a box, food. Ask who could look after it for a while.",
        actions=("pets-when-leaving",),
    ),
    Line(code="car", words="The car", hint="Fuel, a spare key.", actions=("car-ready-own",)),
    Line(
        code="post",
        words="Sending post on",
        hint="Ask how the old address is told.",
        actions=("post-from-old-home",),
        statements=("P11",),
    ),
    Line(
        code="locks",
        words="Locks and a safer home",
        hint="A sanctuary scheme may do some of it. Ask before anything is changed.",
        actions=("sanctuary-england", "sanctuary-elsewhere", "locks-owned", "locks-rented", "keys-and-codes"),
        statements=("P30", "P31"),
    ),
    Line(
        code="advice",
        words="A solicitor or a court",
        hint="Ask first what legal aid pays, and what is free.",
        actions=(
            "legal-aid-ew",
            "ask-non-molestation-ew",
            "ask-occupation-ew",
            "ask-order-ni",
            "ask-order-scotland",
            "visa-advice-before-applying",
        ),
        statements=("P34", "O01", "O03", "O23"),
    ),
    Line(
        code="maintenance",
        words="Asking for child maintenance",
        hint="To claim, wait or not claim is your choice.",
        actions=("child-maintenance-choice",),
        statements=("P19",),
    ),
)
BY_CODE: dict[str, Line] = {line.code: line for line in LINES}

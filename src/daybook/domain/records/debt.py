"""A debt: who is owed, in whose name, and whose idea it was."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

WHOSE = (
    ("mine", "My name alone"),
    ("joint", "My name together with {person}"),
    ("theirs", "{Their} name alone"),
    ("unsure", "I am not sure"),
)
IDEA = (
    ("mine", "Mine"),
    ("both", "We both wanted it"),
    ("pressed", "I was pressed, or afraid to say no"),
    ("unknown", "I did not know of it"),
    ("signed", "Somebody used my name or signed for me"),
    ("unsure", "I am not sure"),
)
FOR = (
    ("home", "Rent or mortgage"),
    ("council", "Council tax or rates"),
    ("fuel", "Gas, electricity or water"),
    ("court", "A court fine"),
    ("loan", "A loan or an overdraft"),
    ("card", "A credit or store card"),
    ("contract", "A phone, a car or something paid by the month"),
    ("benefits", "Benefits paid too much"),
    ("person", "A person"),
    ("other", "Something else"),
)
POST = (
    ("safe", "Where only I open it"),
    ("shared", "Where {person} could open it"),
    ("none", "I get no letters about it"),
    ("unsure", "I am not sure"),
)
OVER = (("over", "Paid, written off, or no longer asked for"),)


@record(
    "debt.1",
    name="A debt",
    plural="Debts",
    start="Add a debt",
    title_field="owed",
    order=82,
    serves=("R12", "W17", "X21"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One debt as she knows it. `amount` is in pence and stays empty while it is not known."""

    owed: str = described(
        "Who is owed?", FieldKind.LINE, hint="A bank, a shop, a person. A word of your own is fine.", required=True
    )
    amount: int | None = described(
        "How much, as far as you know?",
        FieldKind.AMOUNT,
        hint="If you do not know, leave it empty. It then counts as not known, never as nothing.",
        main=True,
    )
    whose: str = described("In whose name is it?", FieldKind.CHOICE, options=WHOSE, main=True)
    idea: str = described(
        "Whose idea was it?",
        FieldKind.CHOICE,
        options=IDEA,
        hint="Debts are often made under pressure. That is nothing to be ashamed of.",
        main=True,
    )
    what: str = described("What is it for?", FieldKind.CHOICE, options=FOR)
    began: Happened = described("When did it begin?", FieldKind.WHEN, hint="Only as much as you know.")
    how: str = described(
        "What was said or done to get it?",
        FieldKind.TEXT,
        hint="In your words: who filled it in, what would have happened if you had said no.",
    )
    letters: tuple[Attachment, ...] = described(
        "Letters and papers", FieldKind.FILES, hint="Photograph every page. The paper can stay where it is."
    )
    post: str = described("Where do its letters go?", FieldKind.CHOICE, options=POST)
    asked: str = described("Who have you asked, and what did they say?", FieldKind.TEXT)
    over: str = described("Is it over?", FieldKind.CHOICE, options=OVER)

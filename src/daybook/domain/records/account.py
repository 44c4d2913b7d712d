"""An account at a bank or elsewhere: whose it is, and who sees what of it."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

WHOSE = (
    ("mine", "Mine alone"),
    ("joint", "Joint: with {person}"),
    ("other", "Mine and somebody else's"),
    ("theirs", "In the name of {person}"),
    ("unsure", "I am not sure"),
)
SEES = (
    ("statements", "The statements"),
    ("alerts", "Alerts on a phone, or e-mails from the bank"),
    ("login", "The app or the login: {they} {v:know/knows} the code or password"),
    ("card", "{They_have} a card for it"),
    ("nothing", "Nothing, as far as I know"),
    ("unsure", "I am not sure"),
)
POST = (
    ("safe", "Where only I open it"),
    ("shared", "Where {person} could open it"),
    ("none", "There is no post on paper"),
    ("unsure", "I am not sure"),
)
APP = (
    ("own", "On a device only I use"),
    ("seen", "On a device {person} uses or looks at"),
    ("none", "It has no app, or I do not use it"),
    ("unsure", "I am not sure"),
)
THROUGH = (
    ("pay", "My pay"),
    ("benefits", "Benefits"),
    ("maintenance", "Child maintenance"),
    ("home", "Rent or mortgage"),
    ("bills", "Other bills"),
)
CARDS = (
    ("hers", "I have a card for it"),
    ("saved", "A card is saved in a shop, taxi, food or travel account"),
    ("wallet", "A card is in the wallet of a phone"),
)
OVER = (("over", "Closed, or no longer used"),)


@record(
    "account.1",
    name="An account",
    plural="Accounts",
    start="Add an account",
    title_field="name",
    order=81,
    serves=("W17", "W25", "X21"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One account as she knows it. There is no number in it, and no bank is asked anything."""

    name: str = described(
        "What do you call this account?",
        FieldKind.LINE,
        hint="The bank, or a word of your own. No number is needed here.",
        required=True,
    )
    whose: str = described("Whose is it?", FieldKind.CHOICE, options=WHOSE, main=True)
    sees: tuple[str, ...] = described(
        "What of it can {person} see, or might {they}?",
        FieldKind.CHOICES,
        options=SEES,
        hint="Tick all that fit. “Not sure” is an answer.",
        main=True,
    )
    post: str = described("Where do its letters and cards go?", FieldKind.CHOICE, options=POST, main=True)
    app: str = described("Where is its app?", FieldKind.CHOICE, options=APP)
    through: tuple[str, ...] = described("What goes through it?", FieldKind.CHOICES, options=THROUGH)
    cards: tuple[str, ...] = described("Its cards", FieldKind.CHOICES, options=CARDS)
    papers: tuple[Attachment, ...] = described(
        "Copies of statements and letters",
        FieldKind.FILES,
        hint="Photos of paper, or files from the bank. Use a safer device, and look whether a cloud keeps them.",
    )
    note: str = described("Anything else about it", FieldKind.TEXT, hint="Who you asked, and what they said.")
    over: str = described("Is it still in use?", FieldKind.CHOICE, options=OVER)

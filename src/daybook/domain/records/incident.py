"""Something that happened, in the words of the person it happened to."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

CHILDREN = (
    ("none", "No children were there"),
    ("saw", "Children saw or heard it"),
    ("nearby", "Children were in the home or nearby"),
    ("hurt", "A child was hurt or threatened"),
    ("not-sure", "Not sure"),
)

REPORTED = (
    ("nobody", "Nobody yet"),
    ("police", "Police"),
    ("health", "GP, hospital or midwife"),
    ("worker", "Support worker or helpline"),
    ("solicitor", "Solicitor or court"),
    ("school", "School or nursery"),
    ("someone-else", "Someone else"),
)

STOPPED = (
    ("way", "The way out was blocked or locked"),
    ("held", "I was held"),
    ("phone", "My phone was taken, or a call was ended"),
    ("things", "Keys, bag, money or papers were taken"),
    ("threat", "I was told what would happen if I did"),
    ("followed", "I was followed"),
    ("no", "No"),
    ("not-sure", "Not sure"),
)
ALSO = (
    ("child", "A child was threatened or hurt"),
    ("pet", "A pet or another animal was threatened or hurt"),
    ("others", "Family, a friend or somebody new was threatened or hurt"),
    ("themselves", "{Person} spoke of hurting {themself}"),
    ("home", "The home or my things were threatened or broken"),
)


@record(
    "incident.1",
    name="Something that happened",
    plural="What happened",
    start="Write down something that happened",
    title_field="account",
    dated_by="happened",
    order=10,
    serves=("R12", "W33", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that happened, in her words. `happened` is only as exact as her memory is."""

    account: str = described(
        "What happened?",
        FieldKind.TEXT,
        hint="In your own words, in any order: what was done, what was said. Exact words, if you remember them.",
        required=True,
    )
    happened: Happened = described(
        "When did it happen?",
        FieldKind.WHEN,
        hint="Only as much as you know. A year alone is fine. So is “I do not know”.",
    )
    where: str = described("Where were you?", FieldKind.LINE, hint="A room, a street, on the phone, online.")
    felt: str = described(
        "How did it make you feel?", FieldKind.TEXT, hint="Then, or now. It is part of what happened."
    )
    before: str = described(
        "What happened just before?", FieldKind.TEXT, hint="If you remember. Nothing you did is a reason for it."
    )
    exact_words: str = described(
        "The exact words",
        FieldKind.TEXT,
        hint="Who said them, and the words as they were said, also if they were rude. Only those you are sure of.",
    )
    there: tuple[str, ...] = described(
        "Who else was there, or saw or heard it?", FieldKind.PEOPLE, hint="One person on each line."
    )
    children: tuple[str, ...] = described("Were children there?", FieldKind.CHOICES, options=CHILDREN)
    also: tuple[str, ...] = described(
        "Was anyone else, or an animal, threatened or hurt?", FieldKind.CHOICES, options=ALSO
    )
    stopped: tuple[str, ...] = described(
        "Were you stopped from leaving, or from calling somebody?", FieldKind.CHOICES, options=STOPPED
    )
    injuries: str = described(
        "Was anyone hurt? Was anything damaged?",
        FieldKind.TEXT,
        hint="Where it hurt, what it looked like, what was broken. Photos can be added below.",
    )
    after: str = described("What did you do afterwards?", FieldKind.TEXT, hint="Then, or in the days after.")
    reported: tuple[str, ...] = described("Who has been told?", FieldKind.CHOICES, options=REPORTED)
    reported_details: str = described(
        "Who you told, and what they said",
        FieldKind.TEXT,
        hint="Names, station, surgery, and the day, if you know them.",
    )
    reference: str = described(
        "Reference number", FieldKind.LINE, hint="Crime reference, log number or case number, as it was given to you."
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries does it belong with?",
        FieldKind.RECORDS,
        of=ANY_DATED,
        hint="The one before it on the same evening, an injury, a call.",
    )
    files: tuple[Attachment, ...] = described(
        "Photos and files",
        FieldKind.FILES,
        hint="Kept exactly as they are, locked inside this notebook. The copy on your device stays there.",
    )

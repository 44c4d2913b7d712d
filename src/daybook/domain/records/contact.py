"""A talk with police, a GP, a helpline, a school: who, when and what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

WITH = (
    ("police", "Police"),
    ("health", "GP, hospital or midwife"),
    ("helpline", "Helpline"),
    ("worker", "Support worker"),
    ("school", "School, nursery or college"),
    ("solicitor", "Solicitor or court"),
    ("housing", "Council or landlord"),
    ("someone-else", "Someone else"),
)

HOW = (
    ("999", "I rang 999"),
    ("101", "I rang 101"),
    ("rang", "I rang another number"),
    ("online", "Online, or by e-mail or text"),
    ("went", "I went there"),
    ("came", "They came to me"),
    ("others", "Somebody else rang or wrote to them"),
    ("they", "They rang or wrote to me"),
)
KEPT = (
    ("notes", "They wrote it in their notes"),
    ("statement", "They took a statement"),
    ("photos", "They took photos"),
    ("camera", "An officer wore a camera"),
    ("paper", "They gave me a letter or a paper"),
    ("no", "No"),
    ("not-sure", "Not sure"),
)


@record(
    "contact.1",
    name="A call or a meeting",
    plural="Calls and meetings",
    start="Note a call or a meeting",
    title_field="said",
    dated_by="happened",
    order=20,
    serves=("R7", "R8", "W32", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A talk with somebody whose job it is to help: who, when, what was said, and the reference number."""

    whom: str = described("Who was it with?", FieldKind.CHOICE, options=WITH)
    name: str = described("Their name, number or station", FieldKind.LINE, hint="As much as you know.")
    happened: Happened = described("When was it?", FieldKind.WHEN, hint="Only as much as you know.")
    said: str = described(
        "What was said, and what will they do?",
        FieldKind.TEXT,
        hint="What you told them, what they told you, and what happens next.",
        required=True,
    )
    reference: str = described("Reference number", FieldKind.LINE, hint="As it was given to you.")
    how: str = described("How did you reach each other?", FieldKind.CHOICE, options=HOW)
    place: str = described(
        "Where, or which station, surgery, hospital or office?", FieldKind.LINE, hint="The ward or the team too."
    )
    told: str = described(
        "What did you tell them?", FieldKind.TEXT, hint="Whether you said how it happened, and who did it."
    )
    found: str = described(
        "What did they look at, find or give you?",
        FieldKind.TEXT,
        hint="At a doctor's: what was examined, what was said of it, what you were given.",
    )
    written_down: tuple[str, ...] = described("Did they write it down?", FieldKind.CHOICES, options=KEPT)
    outcome: str = described(
        "What came of it?", FieldKind.TEXT, hint="You can add this later: what was done, or that nothing was."
    )
    next_day: dt.date | None = described(
        "Is there a next day?", FieldKind.DAY, hint="When they said they would ring, or you go again."
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries is it about?", FieldKind.RECORDS, of=ANY_DATED, hint="What happened, an injury."
    )
    files: tuple[Attachment, ...] = described(
        "Letters and files", FieldKind.FILES, hint="A letter, a card, a photo of the form."
    )

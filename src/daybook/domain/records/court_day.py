"""A day in court, to come or past: where, when, who comes along, and what was decided."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.kinds import record

MEET = (
    ("there", "At the court"),
    ("video", "By video"),
    ("phone", "By phone"),
    ("unsure", "I do not know yet"),
)
ASKED = (
    ("beside", "Somebody to sit beside me"),
    ("apart", "Another room to wait in"),
    ("way", "Another way in, or another time to come"),
    ("screen", "A screen, so that I am not looked at"),
    ("video", "To take part by video"),
    ("interpreter", "An interpreter"),
    ("access", "Help with hearing, seeing, moving or reading"),
)


@record(
    "court-day.1",
    name="A day in court",
    plural="Days in court",
    start="Note a day in court",
    title_field="what",
    dated_by="day",
    order=26,
    serves=("R12", "W30"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class CourtDay:
    """One day in court. `day` may be still to come, and is then what her timeline begins with."""

    what: str = described(
        "What is it?",
        FieldKind.LINE,
        hint="Like “first hearing about the children”, as the letter says it.",
        required=True,
    )
    day: dt.date | None = described("Which day?", FieldKind.DAY, main=True)
    clock: str = described("At what time?", FieldKind.CLOCK, hint="As in the letter.", main=True)
    court: str = described("Which court, and which room?", FieldKind.LINE, main=True)
    meet: str = described("How will it be?", FieldKind.CHOICE, options=MEET)
    number: str = described("Case number", FieldKind.LINE, hint="As it stands on the letter.")
    asked: tuple[str, ...] = described(
        "What have you asked the court for?",
        FieldKind.CHOICES,
        options=ASKED,
        private=True,
        hint="A court can be asked before the day. A solicitor or a support worker can ask for you.",
    )
    whom: tuple[str, ...] = described(
        "Who comes with you?", FieldKind.PEOPLE, hint="One person on each line.", private=True
    )
    bring: str = described(
        "What to bring, or to say", FieldKind.TEXT, hint="Only for you: no paper shows it.", private=True
    )
    came: str = described(
        "How was it?", FieldKind.TEXT, hint="Afterwards, from memory: what was said, what happened in the corridor."
    )
    decided: str = described("What was decided, and what happens next?", FieldKind.TEXT)
    linked: tuple[str, ...] = described("Which of your other entries is it about?", FieldKind.RECORDS, of=ANY_DATED)
    files: tuple[Attachment, ...] = described(
        "Letters and files", FieldKind.FILES, hint="The letter with the day on it, an order, your own notes."
    )

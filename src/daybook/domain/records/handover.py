"""The children going or coming back, or a call with them: what was agreed, what happened, what was said."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

WAYS = (
    ("go", "The children went"),
    ("back", "The children came back"),
    ("visit", "A visit with somebody there"),
    ("call", "A call or a video call"),
    ("other", "Something else"),
)
CAME = (
    ("agreed", "As agreed"),
    ("late", "Late"),
    ("early", "Early"),
    ("nobody", "Nobody came"),
    ("kept", "The children were not brought back"),
    ("changed", "The plan was changed at the last minute"),
    ("place", "Another place than agreed"),
    ("person", "Another person than agreed"),
)
FOLLOWED = (
    ("no", "No"),
    ("maybe", "Perhaps"),
    ("yes", "Yes"),
)


@record(
    "handover.1",
    name="A handover",
    plural="Handovers",
    start="Note a handover of the children",
    title_field="what",
    dated_by="happened",
    order=30,
    serves=("R11", "R12", "W33", "W35"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One handover, visit or call, in her words. How late it was is worked out only from times she is sure of."""

    what: str = described(
        "What happened?",
        FieldKind.TEXT,
        hint="A few words are enough: “on time”, “an hour late, no message”. A quiet one counts too.",
        required=True,
    )
    happened: Happened = described("When was it?", FieldKind.WHEN, hint="Only as much as you know.")
    way: str = described("What was it?", FieldKind.CHOICE, options=WAYS, main=True)
    planned_time: str = described(
        "What time was agreed?", FieldKind.CLOCK, hint="Like 17:00 or 5 pm. Leave it empty if none was.", main=True
    )
    planned_day: dt.date | None = described(
        "Which day was agreed, if it was another one?", FieldKind.DAY, hint="Leave it empty for the same day."
    )
    came: tuple[str, ...] = described("How did it go?", FieldKind.CHOICES, options=CAME)
    late: str = described("How late, in your own words?", FieldKind.LINE, hint="Like “about half an hour”.")
    said: str = described(
        "What was said?", FieldKind.TEXT, hint="Exact words, if you remember them, and who said them."
    )
    children: tuple[str, ...] = described("Which children were there?", FieldKind.PEOPLE, hint="One on each line.")
    there: tuple[str, ...] = described("Who else was there?", FieldKind.PEOPLE, hint="One person on each line.")
    where: str = described("Where was it?", FieldKind.LINE, hint="School gate, car park, contact centre, on the phone.")
    followed: str = described("Were you followed, or waited for?", FieldKind.CHOICE, options=FOLLOWED)
    followed_how: str = described("What made you think so?", FieldKind.TEXT)
    children_were: str = described(
        "How were the children, before and after?",
        FieldKind.TEXT,
        hint="What you saw, and what they said of themselves, in their words. No need to ask them.",
    )
    came_back_with: str = described(
        "What came back with them, or did not?",
        FieldKind.TEXT,
        hint="Clothes, medicine, a new toy, a phone or a watch that can show where you are.",
    )
    files: tuple[Attachment, ...] = described(
        "Photos and files",
        FieldKind.FILES,
        hint="Messages about this handover, a photo of a place. Kept exactly as they are.",
    )

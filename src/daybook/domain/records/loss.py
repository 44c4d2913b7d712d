"""Something broken, taken or paid for because of the abuse: what, when, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record

SORT = (
    ("broken", "It was broken or damaged"),
    ("taken", "It was taken, hidden or thrown away"),
    ("paid", "I had to pay for something"),
    ("pay", "I lost pay or work"),
    ("debt", "A debt was made in my name"),
    ("other", "Something else"),
)


@record(
    "loss.1",
    name="Something broken, taken or paid for",
    plural="Broken, taken or paid for",
    start="Write down something broken, taken or paid for",
    title_field="what",
    dated_by="happened",
    order=16,
    serves=("R12", "W33"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing that was damaged or taken, or one cost. Costs are never added up here."""

    what: str = described(
        "What was it?",
        FieldKind.TEXT,
        hint="Like “the lower panel of the bathroom door”, or “a taxi to the hospital”.",
        required=True,
    )
    happened: Happened = described("When was it?", FieldKind.WHEN, hint="Only as much as you know.")
    sort: str = described("What happened to it?", FieldKind.CHOICE, options=SORT, main=True)
    amount: int | None = described(
        "What did it cost?",
        FieldKind.AMOUNT,
        hint="To mend, to replace, or as paid. Leave it empty if not known.",
        main=True,
    )
    whose: str = described("Whose was it?", FieldKind.LINE, hint="Mine, a child's, the landlord's, shared.")
    how: str = described("How did it happen?", FieldKind.TEXT, hint="What was done, and what was said.")
    there: tuple[str, ...] = described("Who saw or heard it?", FieldKind.PEOPLE, hint="One person on each line.")
    mended: str = described(
        "Was it mended, replaced or paid back?",
        FieldKind.TEXT,
        hint="By whom, and who was told: landlord, insurer, police.",
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries does it belong with?", FieldKind.RECORDS, of=ANY_DATED
    )
    files: tuple[Attachment, ...] = described(
        "Photos and files",
        FieldKind.FILES,
        hint="The damage from far and from near, with a ruler or a coin beside it; a receipt or a bill.",
    )

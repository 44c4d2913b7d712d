"""Something that happens again and again, in her words; it has no dates, and none are made of it."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record


@record(
    "pattern.1",
    name="Something that keeps happening",
    plural="What keeps happening",
    start="Write down something that keeps happening",
    title_field="account",
    dated_by="happened",
    order=12,
    serves=("R12",),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern. `happened` holds only her words: it stands among what has no date, on the screen and on paper."""

    account: str = described(
        "What keeps happening?",
        FieldKind.TEXT,
        hint="In your own words: what is done, what is said, how it goes each time.",
        required=True,
    )
    happened: Happened = described(
        "How often, and since when?",
        FieldKind.WHEN,
        hint="In your words, like “most Fridays since the spring”. It stays these words: no dates are made of it.",
        only_words=True,
    )
    last: str = described("When was the last time, as far as you know?", FieldKind.LINE, hint="In your words.")
    rules: str = described(
        "What are you not to do, or made to do?",
        FieldKind.TEXT,
        hint="Rules you live by, what you ask leave for, what is checked.",
    )
    otherwise: str = described("What happens if you do it differently?", FieldKind.TEXT)
    changed: str = described(
        "What do you do, or no longer do, because of it?",
        FieldKind.TEXT,
        hint="People you no longer see, places you leave out, how you sleep.",
    )
    felt: str = described("How does it make you feel?", FieldKind.TEXT)
    there: tuple[str, ...] = described("Who has seen or heard it?", FieldKind.PEOPLE, hint="One person on each line.")
    linked: tuple[str, ...] = described("Which single times have you written down?", FieldKind.RECORDS, of=ANY_DATED)
    files: tuple[Attachment, ...] = described(
        "Photos and files",
        FieldKind.FILES,
        hint="Kept exactly as they are, locked inside this notebook.",
    )

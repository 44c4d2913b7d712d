"""A photo, a recording or a paper that she keeps for itself, with what she says of it."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.attachment import Attachment
from daybook.domain.fields import ANY_DATED, FieldKind, described
from daybook.domain.happened import Happened
from daybook.domain.kinds import record


@record(
    "kept-file.1",
    name="A photo, recording or paper",
    plural="Photos, recordings and papers",
    start="Keep a photo, a recording or a paper",
    title_field="name",
    dated_by="happened",
    order=45,
    serves=("R12", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """Files kept as they came: one, or those that belong together, such as a live photo with its film.

    What a file says of itself is never put into `happened`: that is hers. `came_with` names the file brought in and
    the number of the message it came with ("… 41"), "" for one she brought by itself.
    """

    name: str = described("What do you call it?", FieldKind.LINE, main=True)
    files: tuple[Attachment, ...] = described(
        "The file",
        FieldKind.FILES,
        hint="Kept exactly as it is, locked inside this notebook. The copy on your device stays there.",
        main=True,
    )
    happened: Happened = described(
        "When was it made?",
        FieldKind.WHEN,
        hint="Only as much as you know. What the file itself says is shown beside it, and never filled in here.",
    )
    shows: str = described(
        "What does it show?", FieldKind.TEXT, hint="Who or what can be seen or heard, and where it was.", main=True
    )
    said: str = described(
        "The words in it, typed by you",
        FieldKind.TEXT,
        hint="For a voice note, a film or a letter: as you hear or read it. What you are not sure of, leave out.",
    )
    device: str = described(
        "From whose phone or account?",
        FieldKind.LINE,
        hint="Mine, my sister's, an old tablet. Leave it empty if you like.",
    )
    obtained: str = described(
        "How did you get it, and when?",
        FieldKind.TEXT,
        hint="I took it myself. It was sent to me. A few words are enough.",
    )
    linked: tuple[str, ...] = described(
        "Which of your other entries does it belong with?", FieldKind.RECORDS, of=ANY_DATED
    )
    came_with: str = described("The message it came with", FieldKind.GIVEN)

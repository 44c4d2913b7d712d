"""The words a machine read in a picture of hers: always marked as that, and never in the place of what she says."""

from __future__ import annotations

from dataclasses import dataclass, field

from daybook.domain.attachment import Attachment
from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record
from daybook.domain.seen import Chat, Seen


@record(
    "machine-text.1",
    name="Words read by the machine in a picture, may be wrong",
    plural="Words read by the machine in pictures",
    title_field="text",
    listed=False,
    serves=("R12", "W34"),
)
@dataclass(frozen=True, slots=True, kw_only=True)
class MachineText:
    """What was read in one sealed file, by which program and version. It was read when it was first written.

    `file` is the picture or paper, `of` the record it belonged to. `pages` keeps each line with its place, as it was
    read, and is never changed; `hers` is what she says stands there. `chat` is what looks like messages, and `became`
    the record of the file brought in that holds those she checked. `trouble` is the sentence for one that could not
    be read.
    """

    text: str = described("The words, as the machine read them", FieldKind.TEXT)
    hers: str = described("The words as you say they are", FieldKind.TEXT)
    file: tuple[Attachment, ...] = described("The picture they stand in", FieldKind.FILES)
    of: str = ""
    program: str = ""
    pages: tuple[Seen, ...] = ()
    chat: Chat = field(default_factory=Chat)
    became: str = ""
    trouble: str = ""

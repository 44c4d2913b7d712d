"""Who a name or a number in a file is: she says it once, and it is never decided for her."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.fields import FieldKind, described
from daybook.domain.kinds import record

THEM, THROUGH, ME, OTHER = "them", "through", "me", "other"
WHO = (
    (THEM, "The person harming me"),
    (THROUGH, "Somebody who writes or rings for that person"),
    (ME, "Me"),
    (OTHER, "Somebody else"),
)


@record("sender.1", name="Who a sender is", plural="Who senders are", title_field="sender", listed=False)
@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who `sender`, as the file brought in as record `source` writes it, is. Empty until she says it."""

    source: str
    sender: str
    who: str = described("Who is it?", FieldKind.CHOICE, options=WHO)

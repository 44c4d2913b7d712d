"""Whether bytes begin like the head of a mail."""

from __future__ import annotations

from daybook.intake.mail.head import NAME

_OF_MAIL = frozenset(
    b"received return-path delivered-to from to cc bcc date subject message-id mime-version reply-to sender "
    b"dkim-signature x-unsent content-type envelope-to x-received authentication-results".split()
)
_SURE = frozenset(b"received return-path message-id from date mime-version delivered-to".split())
ENOUGH = 2


def begins_like_mail(head: bytes) -> bool:
    """Whether lines of a head stand here, at least two of them a mail's, one of them hardly anything else's.

    A page a browser saved as mail is none.
    """
    found: set[bytes] = set()
    begun, whole = b"", head.rpartition(b"\n")[0] or head
    for line in whole.split(b"\n"):
        if not line.strip() and begun:
            break
        if line[:1] in (b" ", b"\t") and begun:
            continue
        if line.startswith((b"From ", b">From ")):
            begun = begun or line
            continue
        name = NAME.match(line)
        if not name:
            break
        begun = line
        found.add(name[1].lower())
        if name[1].lower() == b"snapshot-content-location" or b"<Saved by " in line:
            return False
    return len(found & _OF_MAIL) >= ENOUGH and bool(found & _SURE)

"""The claims of any file."""

from __future__ import annotations

from typing import BinaryIO

from daybook.intake.claims.claim import Claim
from daybook.intake.claims.papers import claims_of_paper
from daybook.intake.claims.pictures import FORMS, claims_of_picture
from daybook.intake.claims.recordings import claims_of_recording


def claims_of(file: BinaryIO, media: str) -> tuple[Claim, ...]:
    """What this file says of itself; nothing for a kind of file that says nothing, and nothing is ever guessed.

    `file` is binary and seekable, `media` what its bytes are ("image/jpeg"). Each claim is given once, and a claim
    changes nothing that she says. Not read: XMP, the notes of a camera's maker, what is written into the sound or the
    pixels. Raises CannotReadError for a file that is broken or locked, and for a picture over `pictures.MOST_BYTES`.
    """
    if media in FORMS:
        found = claims_of_picture(file, media)
    elif media.startswith(("video/", "audio/")):
        found = claims_of_recording(file)
    elif media == "application/pdf":
        found = claims_of_paper(file)
    else:
        return ()
    return tuple(dict.fromkeys(found))

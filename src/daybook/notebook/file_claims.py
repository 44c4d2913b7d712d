"""What a kept file says of itself, read anew each time; it is never written into a record of hers."""

from __future__ import annotations

from daybook.domain.attachment import Attachment
from daybook.intake.claims import Claim, claims_of
from daybook.notebook.notebook import Notebook


def file_claims(notebook: Notebook, attachment: Attachment) -> tuple[Claim, ...]:
    """The claims of a file she added. Raises CannotReadError, MissingFileError and DamagedError."""
    with notebook.open_file(attachment.blob) as plain:
        return claims_of(plain, attachment.media)

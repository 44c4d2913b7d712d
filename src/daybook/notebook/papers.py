"""Papers made from one notebook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from daybook.domain.attachment import Attachment
from daybook.export.chronology import chronology
from daybook.export.gallery import Gone
from daybook.export.paper import PaperError
from daybook.export.pictures import NotAPictureError
from daybook.export.words import PaperWords
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.her_words import her_words_of
from daybook.notebook.notebook import Notebook, dated_kinds
from daybook.notebook.quoting import quoted_from

__all__ = ["PaperError", "chronology_of"]

LONGEST = 1400
"""Pixels on the longest side of a printed picture: about 250 to the inch where it is printed largest."""


def chronology_of(
    notebook: Notebook,
    *,
    kinds: Sequence[str] = (),
    by: str = "",
    words: PaperWords | None = None,
    made: datetime | None = None,
) -> bytes:
    """The chronology as PDF: every record of these kinds (all dated ones by default), with its changes and pictures.

    `by` is the name to put on it, or nothing. Nothing is written to a disk.
    A file that is missing or damaged is said, in its place and on the first page. Raises PaperError.
    """

    def picture(attachment: Attachment) -> bytes | Gone | None:
        try:
            if not attachment.is_picture:
                notebook.open_file(attachment.blob).close()
                return None
            return notebook.picture(attachment, LONGEST).jpeg
        except NotAPictureError:
            return None
        except (MissingFileError, DamagedError):
            return Gone()

    speech = words or PaperWords()
    return chronology(
        notebook.histories(kinds or dated_kinds()),
        words=speech,
        picture=picture,
        made=made or datetime.now(UTC),
        by=by,
        lost=notebook.lost_pages,
        said=her_words_of(notebook, name=False),
        quoted=quoted_from(notebook, speech.out_of),
    )

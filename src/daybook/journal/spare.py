"""Two copies of the header are kept, so that one torn or lost copy does not lock her out."""

from __future__ import annotations

from daybook.journal.errors import DamagedError
from daybook.journal.header import Header
from daybook.journal.store import Store

COPIES = 2


def best_header(store: Store) -> tuple[Header, bool]:
    """The first whole copy, and whether some copy is lost, torn or different and should be written again.

    The first copy decides: it is replaced first, so the other may still be the one before a change of
    passphrase. Raises DamagedError when no copy is whole, NewerVersionError, NoNotebookError, MissingPartError.
    """
    copies = store.headers()
    for stored in copies:
        try:
            header = Header.parse(stored)
        except DamagedError:
            continue
        return header, len(copies) < COPIES or any(other != stored for other in copies)
    raise DamagedError("its first page")

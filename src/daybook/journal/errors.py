"""What can be wrong with a notebook on a disk, each in one sentence.

JournalError
├── LockedError            used after it was locked
├── WrongPassphraseError
├── ExistsAlreadyError     will not start a notebook over another
├── NoNotebookError        nothing here
├── MissingPartError       a part of it is gone
│   └── MissingFileError   a photo or file is gone
├── DamagedError           changed or torn, with its place
│   ├── PageDamagedError   one page does not fit
│   └── PagesLostError     pages are gone from the end
├── NewerVersionError
├── ConflictError          somebody else wrote this page first
├── PageTooLongError
└── StoreError             the disk says no
    ├── ReadOnlyError
    ├── DiskFullError
    ├── DiskFaultError
    └── AlreadyOpenError
"""

from __future__ import annotations

import inspect


class JournalError(Exception):
    """Something is wrong with the notebook. Nothing you wrote was changed."""

    def __str__(self) -> str:
        sentence = inspect.cleandoc(type(self).__doc__ or "").replace("\n", " ")
        return sentence.format(**vars(self))


class LockedError(JournalError):
    """The notebook is locked. Open it again with your passphrase; everything you saved is still there."""


class WrongPassphraseError(JournalError):
    """That does not open the notebook. Check each word and try again; nothing is lost by trying."""


class ExistsAlreadyError(JournalError):
    """There is a notebook here already. Open it, or choose another place for a new one."""


class NoNotebookError(JournalError):
    """There is no notebook here. Check the place, plug in the stick it is on, or start a new one."""


class MissingPartError(JournalError):
    """A part of this notebook is gone ({part}). Change nothing here, and open a backup or ask for help."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class MissingFileError(MissingPartError):
    """This photo or file is gone from the notebook ({part}). Everything else is there; look in a backup for it."""


class DamagedError(JournalError):
    """The notebook was changed or damaged at {place}. Change nothing here, and open a backup or ask for help."""

    def __init__(self, place: str) -> None:
        super().__init__(place)
        self.place = place


class PageDamagedError(DamagedError):
    """The notebook was changed or damaged at {place}. A backup may be whole; what is left of this one can be opened."""


class PagesLostError(DamagedError):
    """Pages are gone from the end: there were {known}, now there are {found}. An older copy may hold them."""

    def __init__(self, *, known: int, found: int) -> None:
        super().__init__(f"page {found + 1}")
        self.known = known
        self.found = found


class NewerVersionError(JournalError):
    """This notebook was made by a newer Daybook. Open it with that one; this one leaves it as it is."""


class ConflictError(JournalError):
    """Something else was saved at the same moment, so this was not saved yet. Save it again."""


class PageTooLongError(JournalError):
    """This is too long for one page. Save it in two parts, or add it as a file."""


class StoreError(JournalError):
    """The notebook cannot be read or written where it is kept. Check the disk or stick, then try again."""


class ReadOnlyError(StoreError):
    """Daybook may not write here, so nothing can be saved. Unlock the stick or choose another place."""


class DiskFullError(StoreError):
    """The disk is full, so this was not saved. What was saved before is safe; make room, then save again."""


class DiskFaultError(StoreError):
    """The disk did not answer as it should, so this may not be saved. Close Daybook, check the disk, open it again."""


class AlreadyOpenError(StoreError):
    """This notebook is already open on this computer. Use the window that is open, or close it first."""

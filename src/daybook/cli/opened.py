"""An open notebook for a command: asked for its passphrase, closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from daybook.cli.passphrase import FAILED, read_passphrase, refuse
from daybook.cli.process import harden
from daybook.journal.errors import JournalError, NoNotebookError, WrongPassphraseError

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook


@contextmanager
def opened(folder: Path, passphrase_file: str | None, *, what_is_left: bool = False) -> Iterator[Notebook]:
    """The notebook in this folder; ends with one sentence where there is none, or where something cannot be read.

    `what_is_left` opens it although pages are damaged or gone.
    """
    from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (starting the screens does without)

    harden()
    if not Notebook.exists(folder):
        refuse(str(NoNotebookError()))
    passphrase = read_passphrase(passphrase_file)
    try:
        notebook = Notebook.unlock(folder, passphrase, what_is_left=what_is_left)
    except WrongPassphraseError as error:
        refuse(str(error))
    except JournalError as error:
        refuse(str(error), FAILED)
    try:
        yield notebook
    except JournalError as error:
        refuse(str(error), FAILED)
    finally:
        notebook.close()

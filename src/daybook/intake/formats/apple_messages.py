"""The database of messages of an iPhone's backup (`sms.db`) or of a Mac (`chat.db`), as Apple's programs keep it.

Messages have instants; older rows count seconds since 2001 and newer ones nanoseconds. Words that stand only in an
archived object are read out of it; what an edited message said before is kept beside it. The files that went with
messages lie elsewhere in a backup, so they are named and not there. The database is opened in memory, never on a disk.

Bounds: a database of up to 512 MiB, held twice for a moment. The place of a message is the number of its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from daybook.intake.apple.database import DamagedDatabaseError, Database, holds
from daybook.intake.apple.rows import Rows
from daybook.intake.format import Answers, Found
from daybook.intake.message import Message, Place, Skipped

ORDER = 15
_PEOPLE = 1_000
_LOG = (
    "The newest messages may be missing: they can stand in a second file whose name ends in “-wal”. "
    "Open it on the computer it came from and quit Messages there first, or make a new backup."
)
_BREAKS = "From here on this database is damaged, so what followed could not be read."


class AppleMessages:
    """The format; see the module."""

    id = "apple-messages"
    name = "Messages from an iPhone backup or a Mac"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """Whether it is a database with the table that joins chats and messages."""
        return holds(file, b"chat_message_join")

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """Whose numbers and addresses are in it."""
        database = Database(file)
        try:
            people = [one for one in Rows(database, 0).people.values() if one]
        finally:
            database.close()
        return Found(
            format=self.id,
            name=self.name,
            people=tuple(islice(dict.fromkeys(people), _PEOPLE)),
            notes=(_LOG,) if database.has_log else (),
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """Every message in the order in which it was stored."""
        size = file.seek(0, 2)
        database = Database(file)
        try:
            yield from Rows(database, size).messages()
        except DamagedDatabaseError:
            yield Skipped(place=Place(0, size), why=_BREAKS)
        finally:
            database.close()


format = AppleMessages()  # noqa: A001 - the name every format has

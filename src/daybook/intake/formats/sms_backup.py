"""Text messages and calls of an Android phone, as "SMS Backup & Restore" and those like it write them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.coding import Coding
from daybook.intake.format import HEAD, Answers, Found
from daybook.intake.message import Message, Skipped
from daybook.intake.sms.backup import Backup

ORDER = 20
_LOOKED_AT = 5_000
_TAIL = 4_096
_ROOT = re.compile(rb"<(?:!DOCTYPE\s+)?(?:smses|calls)[\s/>]", re.IGNORECASE)


class SmsBackup:
    """Backups of text messages and call logs in XML. Memory: two blocks of 1 MiB and one message, pictures not held."""

    id = "sms-backup"
    name = "Text messages or calls from an Android phone"

    def is_one(self, file: BinaryIO, name: str) -> bool:
        """Whether its first tag is that of such a backup; also with a DOCTYPE, which `look` refuses in words."""
        del name
        coding = Coding(file.read(HEAD))
        head = next(coding.blocks(file), b"")[:HEAD].lstrip()
        return head.startswith(b"<") and _ROOT.search(head) is not None

    def look(self, file: BinaryIO, name: str) -> Found:
        """The people of its first messages and what its head and end say. There is nothing to ask."""
        del name
        backup = Backup(file)
        people: dict[str, None] = {}
        only_null = False
        for one in itertools.islice(backup, _LOOKED_AT):
            if isinstance(one, Message):
                people.update(dict.fromkeys(who for who in (one.sender, *one.to) if who))
                only_null = only_null or one.text == "null"
        return Found(
            format=self.id,
            name="Calls from an Android phone" if backup.root == "calls" else "Text messages from an Android phone",
            people=tuple(people),
            notes=tuple(self._notes(file, backup, only_null=only_null)),
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every message and call in the order of the file; at the end, whether its own count agrees."""
        del name, answers
        return iter(Backup(file))

    def _notes(self, file: BinaryIO, backup: Backup, *, only_null: bool) -> Iterator[str]:
        told = backup.says.get("count", "")
        if told.isascii() and told.isdigit() and len(told) < 12:  # noqa: PLR2004
            yield f"The file says that it holds {int(told):,}."
        file.seek(max(0, file.seek(0, 2) - _TAIL))
        if f"</{backup.root}".encode() not in file.read(_TAIL).replace(b"\0", b""):
            yield "The end of this file is missing, as if a copy had been broken off. What is there can be read."
        if backup.root == "smses":
            yield "Newer chat messages (RCS) are often not in such a backup. Look on the phone for what is missing."
        if only_null:
            yield "Some messages hold only the word “null”. It may have been sent, or stand for an empty message."


format = SmsBackup()  # noqa: A001

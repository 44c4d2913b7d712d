"""A Facebook Messenger or Instagram download as JSON: the whole zip, one `message_1.json`, or the encrypted chats' own.

Seen in public code and issues, July 2018 to 2026. `timestamp_ms` is UTC. Text is encoded twice in the older shape and
whole in the newer, so it is repaired string by string. There are no types since about 2024, so what an entry is follows
from its fields; nothing is told from its words: a threat that contains "liked a message" is a message like any other.
Files run from the newest to the oldest and so do the messages in them; both are turned round.

Bounds: 16 bytes for each message of one conversation, one block of 32 MiB, the names in a zip.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from daybook.intake.downloads.given import Shelf
from daybook.intake.downloads.json_pieces import ELEMENT_LIMIT
from daybook.intake.downloads.json_values import decoded, fields
from daybook.intake.downloads.leftover import also, left_over
from daybook.intake.downloads.oldest_first import read_pieces
from daybook.intake.downloads.parts import DamagedPartError, Download
from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.meta.conversations import HEAD, Conversation, conversations, is_thread
from daybook.intake.meta.element import message
from daybook.intake.meta.thread import Thread, people_of

ORDER = 40
NO_MESSAGE = "This is not a message in a shape that is known, so it was left as it is."
TOO_LONG = "This message is longer than eight million bytes, so it was left as it is."
DAMAGED = "This file inside the zip is damaged, so what is here could not be read."


class MetaChat:
    """The format; see the module."""

    id = "meta-json"
    name = "A Facebook Messenger or Instagram download"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002
        """As `Format.is_one`."""
        try:
            download = Download(file)
            if not download.is_zip:
                return is_thread(download.parts[0].head(HEAD))
            return any(is_thread(part.head(HEAD)) for one in conversations(download, "json") for part in one.parts[:1])
        except CannotReadError:
            return False

    def look(self, file: BinaryIO, name: str) -> Found:  # noqa: ARG002
        """As `Format.look`."""
        download = Download(file)
        found = conversations(download, "json")
        people = dict.fromkeys(one for chat in found for one in people_of(chat.parts[-1]))
        notes = [f"{len(found):,} chats."] if len(found) > 1 else []
        if not download.is_zip:
            notes.append("Photos and other files are not in this file. The whole zip has them.")
        return Found(format=self.id, name=self.name, people=tuple(people), notes=tuple(notes))

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:  # noqa: ARG002
        """As `Format.read`: chat by chat, each from its oldest message on."""
        download = Download(file)
        found = conversations(download, "json")
        shelf = Shelf(download.parts)
        for conversation in found:
            yield from _conversation(download, conversation, shelf)
        yield from left_over(download, shelf, [part for one in found for part in one.parts])


def _conversation(download: Download, conversation: Conversation, shelf: Shelf) -> Iterator[Message | Skipped]:
    threads = []
    for part in conversation.parts:
        download.count(part)
        threads.append(Thread(part).walk().finish())
    threads.sort(key=lambda one: max(one.first, one.last))
    title = next((one.title for one in reversed(threads) if one.title), "")
    people = tuple(dict.fromkeys(name for one in threads for name in one.people))
    before = ""
    for thread in threads:
        for one in _thread(thread, title, people, shelf):
            if isinstance(one, Message) and one.sent:
                yield also(one, "out-of-order") if one.sent < before else one
                before = max(before, one.sent)
            else:
                yield one


def _thread(thread: Thread, title: str, people: tuple[str, ...], shelf: Shelf) -> Iterator[Message | Skipped]:
    part = thread.part
    at = len(thread.places) and thread.places.starts[0]
    try:
        for at, end, raw in read_pieces(part, thread.places, turned=thread.is_newest_first, limit=ELEMENT_LIMIT):
            place = Place(at, end, part.name)
            value = decoded(raw) if raw is not None else None
            if value is None or not fields(value[0]):
                yield Skipped(place=place, why=TOO_LONG if raw is None else NO_MESSAGE)
                continue
            one = message(fields(value[0]), place, chat=title, people=people, shelf=shelf)
            yield also(one, "mended") if value[1] else one
    except DamagedPartError:
        yield Skipped(place=Place(at, part.size, part.name), why=DAMAGED)
    yield from thread.skipped


format = MetaChat()  # noqa: A001 - the name every format has

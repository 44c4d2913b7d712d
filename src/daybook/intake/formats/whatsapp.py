"""A chat exported from WhatsApp: a text, or a zip with the text and what was sent in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from daybook.intake.format import HEAD, Answers, CannotReadError, Found, Question
from daybook.intake.message import Message, Place, Skipped
from daybook.intake.run import Run, one_by_one
from daybook.intake.western import SAVED_AGAIN, WESTERN
from daybook.intake.whatsapp.asking import answered, questions
from daybook.intake.whatsapp.chat import Chat
from daybook.intake.whatsapp.learn import Learned, NotAChatError, learn
from daybook.intake.whatsapp.letters import encoding_of
from daybook.intake.whatsapp.marks import MARKS
from daybook.intake.whatsapp.packed import UNNAMED, Packed, is_zip, unpack
from daybook.intake.whatsapp.sample import heads_in

ORDER = 65  # after all that begin with words of their own: a mail can quote a chat
_MOST_PEOPLE, _SOON = 50, 200
_MAIL = re.compile(r"[A-Za-z][A-Za-z-]{1,40}: [^\n]*\r?\n(?:[A-Za-z][A-Za-z-]{1,40}: |[ \t])")
_CUT_AT = 40_000
_TITLE = re.compile(
    r"(?:WhatsApp[- ]?(?:Chatt?|samtale|Sohbeti|keskustelu)"
    r"|(?:Chat|Conversa|Czat|Obrolan|Konverzace|Чат)(?: de| do| no)? WhatsApp"
    r"|(?:Discussion|Conversation|Conversație) WhatsApp)"
    r"(?: - | with | mit | con | com | avec | met | med | cu | z | dengan | s uživatelem "
    r"| \u0441 контактом | \u0441 )(.+)",
    re.IGNORECASE,
)
_FORGED = (
    "A line typed inside a message can look like a message of somebody else, and nothing in the file tells them apart. "
    "Where it matters, compare it with the phone."
)
_CUT_OFF = "An export holds about 40,000 messages at most. Older ones may be left out: compare with the phone."
_OTHER_HEADS = (
    "Some lines look like messages of another export. They were kept inside the message they stand in, and marked."
)


class WhatsApp:
    """A chat exported from WhatsApp on Android or on an iPhone, in any language, as text or with its files as a zip."""

    id = "whatsapp"
    name = "A WhatsApp chat"

    def is_one(self, file: BinaryIO, name: str) -> bool:  # noqa: ARG002 - the content decides
        """Whether this is one, by the heads of its lines."""
        try:
            if is_zip(file):
                return bool(unpack(file).chats)
            file.seek(0)
            return _is_text_of_a_chat(file.read(HEAD))
        except CannotReadError:
            return False

    def look(self, file: BinaryIO, name: str) -> Found:
        """Who is in it and what is open. Raises CannotReadError."""
        asked: list[Question] = []
        people: list[str] = []
        notes = [_FORGED]
        for number, learned in enumerate(_each(file, name)):
            asked += questions(learned, _suffix(number))
            people += learned.people
            notes += [_OTHER_HEADS] if learned.other_shapes else []
            notes += [SAVED_AGAIN] if learned.encoding == WESTERN else []
            notes += [_CUT_OFF] if learned.whole and _CUT_AT - 100 <= learned.count <= _CUT_AT + 100 else []
        return Found(
            format=self.id,
            name=self.name,
            questions=tuple(asked),
            people=tuple(dict.fromkeys(people))[:_MOST_PEOPLE],
            notes=tuple(dict.fromkeys(notes)),
        )

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        """Every message with its place. Raises CannotReadError."""
        return one_by_one(self.runs(file, name, answers))

    def runs(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped | Run]:
        """The same, many messages at once. Raises CannotReadError."""
        if is_zip(file):
            yield from _read_packed(unpack(file), name, answers)
            return
        learned, zone = answered(learn(file, _title(name)), answers)
        file.seek(0)
        yield from Chat(learned, {}, "", _title(name), zone).runs(file)


def _is_text_of_a_chat(head: bytes) -> bool:
    """Whether a message begins soon: not in a mail or a page that only quotes a chat somewhere."""
    text = head.decode(encoding_of(head), "replace")
    begins = text[:200].lstrip(MARKS + " \r\n")
    if begins.startswith(("<", "{", "From ")) or _MAIL.match(begins):
        return False
    return bool(heads_in(text, _SOON)[0])


def _suffix(number: int) -> str:
    return f"-{number + 1}" if number else ""


def _title(name: str) -> str:
    """Whose chat it is, where the file's name says so."""
    found = _TITLE.fullmatch(PurePath(name).stem)
    return found[1] if found else ""


def _each(file: BinaryIO, name: str) -> Iterator[Learned]:
    """What there is to learn of each chat in the file."""
    if not is_zip(file):
        yield learn(file, _title(name))
        return
    packed = unpack(file)
    if not packed.chats:
        raise NotAChatError
    for part in packed.chats:
        with packed.text(part) as opened:
            yield learn(opened, _title(part) or _title(name))


def _read_packed(packed: Packed, name: str, answers: Answers) -> Iterator[Message | Skipped | Run]:
    if not packed.chats:
        raise NotAChatError
    yield from packed.skipped
    named = set(packed.chats)
    for number, part in enumerate(packed.chats):
        title = _title(part) or _title(name)
        with packed.text(part) as opened:
            learned, zone = answered(learn(opened, title), answers, _suffix(number))
        chat = Chat(learned, packed.parts, part, title, zone)
        with packed.text(part) as opened:
            yield from chat.runs(opened)
        named |= chat.named
    for part in dict.fromkeys(packed.parts.values()):
        if part not in named:
            yield Skipped(place=Place(0, 0, part), why=UNNAMED)


format = WhatsApp()  # noqa: A001 - the contract's name

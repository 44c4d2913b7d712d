"""Files that were sealed as they arrived and are looked at before anything is kept: what each one is."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from daybook.domain.records.source import Source
from daybook.intake import format as intake
from daybook.intake.format import Answers, CannotReadError, Format, Found
from daybook.intake.message import Message

if TYPE_CHECKING:
    from daybook.domain.attachment import Attachment
    from daybook.journal.openfile import OpenFile
    from daybook.notebook.notebook import Notebook

SAMPLES = 3
_FEW = 2_000
"""So many parts of a file are looked through for a sample."""
_UNKNOWN = "Nothing here can read what is in this file. It can be kept as it is, sealed, with its fingerprint."


class NoOfferError(LookupError):
    """That file is not waiting any more. Choose it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that waits for her yes: what it is, how its first messages read, and the file itself.

    `readings` gives, for every answer to every question, the first messages as they read then. `sentence` says why
    nothing in it can be read; then `format` is "". `before` is the record of the same file, brought in earlier.
    """

    key: str
    file: Attachment
    format: str = ""
    found: Found | None = None
    samples: tuple[Message, ...] = ()
    readings: tuple[tuple[str, str, tuple[Message, ...]], ...] = ()
    sentence: str = ""
    before: str = ""


class Offers:
    """The files that wait, in memory: what she does not say yes to is thrown away, at the latest at the next start."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._waiting: dict[str, Offer] = {}

    def add(self, file: Attachment) -> Offer:
        """Look at a sealed file. Whatever is wrong with it, it can be kept as it is."""
        offer = _looked_at(self._notebook, secrets.token_hex(16), file)
        self._waiting[offer.key] = offer
        return offer

    def all(self) -> list[Offer]:
        """Those that wait, the first one first."""
        return list(self._waiting.values())

    def get(self, key: str) -> Offer:
        """One that waits. Raises NoOfferError."""
        if key not in self._waiting:
            raise NoOfferError
        return self._waiting[key]

    def take(self, key: str) -> Offer:
        """One that waits no more, because it is kept. Raises NoOfferError."""
        offer = self.get(key)
        del self._waiting[key]
        return offer

    def drop(self, key: str) -> None:
        """Throw one away, with its sealed bytes. One that is gone already is fine."""
        offer = self._waiting.pop(key, None)
        if offer:
            self._notebook.throw_away(offer.file.blob)

    def close(self) -> None:
        """The notebook is being locked: what was not kept is removed at the next start."""
        self._waiting.clear()


def format_of(name: str) -> Format | None:
    """The format with this id, if this copy of the program has it."""
    return next((one for one in intake.formats() if one.id == name), None)


def _looked_at(notebook: Notebook, key: str, file: Attachment) -> Offer:
    before = next((one.record for one in notebook.timeline(["source.1"]) if _is_same(one.body, file)), "")
    with notebook.open_file(file.blob) as plain:
        try:
            one = intake.recognise(plain, file.name)
            if one is None:
                return Offer(key=key, file=file, sentence=_UNKNOWN, before=before)
            found = one.look(plain, file.name)
            samples = _first(one, plain, file.name, {})
            readings = tuple(
                (question.id, value, _first(one, plain, file.name, {question.id: value}))
                for question in found.questions
                for value, _words in question.options
            )
        except CannotReadError as error:
            return Offer(key=key, file=file, sentence=str(error) or (type(error).__doc__ or ""), before=before)
    return Offer(key=key, file=file, format=one.id, found=found, samples=samples, readings=readings, before=before)


def _first(one: Format, plain: OpenFile, name: str, answers: Answers) -> tuple[Message, ...]:
    """The first few messages that say something, as they read with these answers."""
    plain.seek(0)
    parts = islice(one.read(plain, name, answers), _FEW)
    said = (part for part in parts if isinstance(part, Message) and part.kind != "system")
    return tuple(islice(said, SAMPLES))


def _is_same(source: Source, file: Attachment) -> bool:
    return any(original.sha256 == file.sha256 for original in source.original)


def right_answers(found: Found | None, told: Answers) -> Answers:
    """Of what was told, what answers a question of this file with one of its own answers."""
    options = {question.id: {value for value, _ in question.options} for question in found.questions} if found else {}
    return {name: value for name, value in told.items() if value in options.get(name, ())}

"""Files that were sealed as they arrived and are looked at before anything is kept: what each one is."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from daybook.domain.records.source import Source
from daybook.domain.sentence import sentence
from daybook.intake import format as intake
from daybook.intake.format import Answers, CannotReadError, Format, Found
from daybook.intake.message import Message
from daybook.notebook.file_claims import file_claims
from daybook.notebook.kept_files import LIVE, keep_files, pairs_of, what_it_is

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daybook.domain.attachment import Attachment
    from daybook.intake.claims import Claim
    from daybook.journal.openfile import OpenFile
    from daybook.notebook.notebook import Notebook

SAMPLES = 3
_FEW = 2_000
"""So many parts of a file are looked through for a sample."""
_UNKNOWN = "Nothing here can read what is in this file. It can be kept as it is, sealed, with its fingerprint."
_EMPTY = "This file is empty. Perhaps it was not copied whole: look at it where it came from."


class NoOfferError(LookupError):
    """That file is not waiting any more. Choose it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A file that waits for her yes: what it is, how its first messages read, and the file itself.

    `readings` gives, for every answer to every question, the first messages as they read then. `sentence` says why
    nothing in it can be read; then `format` is "". `before` is the record of the same file, brought in earlier.
    For a photo, recording or paper `thing` says what it is, `claims` what it says of itself, and `also` is the film
    of a live photo.
    """

    key: str
    file: Attachment
    format: str = ""
    found: Found | None = None
    samples: tuple[Message, ...] = ()
    readings: tuple[tuple[str, str, tuple[Message, ...]], ...] = ()
    sentence: str = ""
    before: str = ""
    thing: str = ""
    claims: tuple[Claim, ...] = ()
    also: tuple[Attachment, ...] = ()

    @property
    def files(self) -> tuple[Attachment, ...]:
        """All files of it."""
        return (self.file, *self.also)

    @property
    def name(self) -> str:
        """What it is called until she says otherwise."""
        return PurePosixPath(self.file.name).name

    @property
    def is_open(self) -> bool:
        """Whether it asks something that nothing in the file makes likely."""
        return any(not question.likely for question in self.found.questions) if self.found else False


class Offers:
    """The files that wait, in memory: what she does not say yes to is thrown away, at the latest at the next start."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._waiting: dict[str, Offer] = {}

    def add(self, file: Attachment, *also: Attachment) -> Offer:
        """Look at a sealed file. Whatever is wrong with it, it can be kept as it is."""
        offer = replace(_looked_at(self._notebook, secrets.token_hex(16), file), also=also)
        if also:
            offer = replace(offer, thing=LIVE)
        self._waiting[offer.key] = offer
        return offer

    def add_all(self, files: Sequence[Attachment]) -> list[Offer]:
        """Look at several sealed files that came at once. The picture and the film of a live photo are one offer."""
        return [self.add(*together) for together in pairs_of(self._notebook, files)]

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
        for file in offer.files if offer else ():
            self._notebook.throw_away(file.blob)

    def close(self) -> None:
        """The notebook is being locked: what was not kept is removed at the next start."""
        self._waiting.clear()


def keep_thing(notebook: Notebook, key: str, *, name: str = "", device: str = "", obtained: str = "") -> str:
    """Keep the photo, recording or paper that waits under this key, as an entry of her record. Raises NoOfferError."""
    offers = notebook.beside(Offers)
    offer = offers.get(key)
    saved = keep_files(notebook, offer.files, key=key, name=name or offer.name, device=device, obtained=obtained)
    offers.take(key)
    return saved.record


def format_of(name: str) -> Format | None:
    """The format with this id, if this copy of the program has it."""
    return next((one for one in intake.formats() if one.id == name), None)


def _looked_at(notebook: Notebook, key: str, file: Attachment) -> Offer:
    before = _before(notebook, file)
    with notebook.open_file(file.blob) as plain:
        try:
            one = intake.recognise(plain, file.name)
            if one is None:
                return _as_it_is(notebook, Offer(key=key, file=file, before=before))
            found = one.look(plain, file.name)
            samples = _first(one, plain, file.name, {})
            readings = tuple(
                (question.id, value, _first(one, plain, file.name, {question.id: value}))
                for question in found.questions
                for value, _words in question.options
            )
        except CannotReadError as error:
            return Offer(key=key, file=file, sentence=sentence(error), before=before)
    return Offer(key=key, file=file, format=one.id, found=found, samples=samples, readings=readings, before=before)


def _as_it_is(notebook: Notebook, offer: Offer) -> Offer:
    """What a file is that holds no messages, and what it says of itself."""
    claims: tuple[Claim, ...] = ()
    wrong = ""
    try:
        claims = file_claims(notebook, offer.file)
    except CannotReadError as error:
        wrong = "" if offer.file.is_picture else sentence(error)  # a picture is tried to be shown, and that says more
    thing = what_it_is(offer.file, claims)
    if not thing:
        wrong = _UNKNOWN if offer.file.size else _EMPTY
    return replace(offer, thing=thing, claims=claims, sentence=wrong)


def _first(one: Format, plain: OpenFile, name: str, answers: Answers) -> tuple[Message, ...]:
    """The first few messages that say something, as they read with these answers."""
    plain.seek(0)
    parts = islice(one.read(plain, name, answers), _FEW)
    said = (part for part in parts if isinstance(part, Message) and part.kind != "system")
    return tuple(islice(said, SAMPLES))


def _before(notebook: Notebook, file: Attachment) -> str:
    """The record of the same file, brought in earlier; "" for none."""
    for one in notebook.timeline(["source.1", "kept-file.1"]):
        kept = one.body.original if isinstance(one.body, Source) else one.body.files
        if any(original.sha256 == file.sha256 for original in kept):
            return one.record
    return ""


def right_answers(found: Found | None, told: Answers) -> Answers:
    """Of what was told, what answers a question of this file with one of its own answers."""
    options = {question.id: {value for value, _ in question.options} for question in found.questions} if found else {}
    return {name: value for name, value in told.items() if value in options.get(name, ())}

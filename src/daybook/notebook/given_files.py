"""The files that went with messages: what each is, how to look at it, and how to keep a copy of its own."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from daybook.domain.sentence import sentence
from daybook.export.media import HEAD, media_of
from daybook.export.pictures import MOST_BYTES, NotAPictureError, picture
from daybook.export.pictures import Picture as Shown
from daybook.intake.claims import Claim, claims_of
from daybook.intake.format import CannotReadError, TooBigInsideError
from daybook.intake.inside import Inside
from daybook.journal.errors import JournalError
from daybook.notebook.messages import HerMessage, NoSuchMessageError, Pick, listed, message, source_of
from daybook.readmodel.kept import Key
from daybook.readmodel.wanted import Wanted

if TYPE_CHECKING:
    from daybook.intake.message import Given
    from daybook.journal.openfile import OpenFile
    from daybook.notebook.notebook import Notebook

Looks = Literal["picture", "film", "sound", "file"]
MOST_LOOKED_INTO = 64 << 20
"""Bytes of a file that is read whole to see what it says of itself."""
_KEPT_OPEN = 4
_LOOKED_THROUGH = 200
_ENDINGS: dict[str, Looks] = {
    **dict.fromkeys(("jpg", "jpeg", "png", "webp", "gif", "heic", "heif", "avif", "bmp"), "picture"),
    **dict.fromkeys(("mp4", "mov", "3gp", "webm", "mkv", "avi", "m4v"), "film"),
    **dict.fromkeys(("opus", "ogg", "oga", "m4a", "amr", "aac", "mp3", "wav", "caf"), "sound"),
}


class Insides:
    """The originals that files were asked out of lately, held open until the notebook is locked."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._turn = threading.Lock()
        self._open: dict[str, tuple[OpenFile, Inside]] = {}

    def of(self, blob: str) -> Inside:
        """What lies inside this original. Raises what opening it raises."""
        with self._turn:
            if blob not in self._open:
                plain = self._notebook.open_file(blob)
                try:
                    self._open[blob] = plain, Inside(plain)
                except BaseException:
                    plain.close()
                    raise
                while len(self._open) > _KEPT_OPEN:
                    self._open.pop(next(iter(self._open)))  # closed when nobody reads from it any more
            return self._open[blob][1]

    def close(self) -> None:
        """The notebook is being locked: the journal takes the keys, and reading on ends with LockedError."""
        self._open.clear()


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFile:
    """A file that went with a message: the `at`-th of them. `size` is None for one that is not in the export.

    What it `looks` like is told by its name and by what the export says; only opening it shows what it is.
    """

    pick: Pick
    at: int
    name: str
    looks: Looks
    size: int | None
    trouble: str = ""


def files_of(notebook: Notebook, her: HerMessage) -> list[GivenFile]:
    """The files that went with a message, in their order. Nothing of them is read."""
    return [_described(notebook, her, at, given) for at, given in enumerate(her.more.attachments)]


def _described(notebook: Notebook, her: HerMessage, at: int, given: Given) -> GivenFile:
    size, trouble = None, ""
    try:
        size = _inside(notebook, her.kept.source).size(given)
    except (CannotReadError, JournalError) as error:
        trouble = sentence(error)
    return GivenFile(pick=her.pick, at=at, name=given.name, looks=looks_like(given), size=size, trouble=trouble)


def looks_like(given: Given) -> Looks:
    """What a file seems to be, by what the export says and else by its name."""
    kind = given.media.partition("/")[0]
    if kind in ("image", "video", "audio"):
        return {"image": "picture", "video": "film", "audio": "sound"}[kind]  # type: ignore[return-value]
    return _ENDINGS.get((given.part or given.name).rpartition(".")[2].lower(), "file")


def given_of(notebook: Notebook, pick: Pick, at: int) -> tuple[HerMessage, Given]:
    """A message, and the `at`-th file that went with it. Raises NoSuchMessageError."""
    her = message(notebook, pick)
    if not 0 <= at < len(her.more.attachments):
        raise NoSuchMessageError
    return her, her.more.attachments[at]


def pieces_of(notebook: Notebook, source: str, given: Given) -> Iterator[bytes]:
    """Its bytes, a block at a time. Raises NotInExportError, CannotReadError, and what the journal raises."""
    inside = _inside(notebook, source)
    if inside.is_zip:  # it sees to several readers by itself
        yield from inside.pieces(given)
        return
    with notebook.open_file(_original(notebook, source)) as plain:
        yield from Inside(plain).pieces(given)


def picture_of(notebook: Notebook, source: str, given: Given, longest: int) -> Shown:
    """A fresh, smaller picture of it, with nothing of the file in it but pixels. Raises NotAPictureError as well."""
    size = _inside(notebook, source).size(given)
    if size is not None and size > MOST_BYTES:
        raise NotAPictureError
    pieces = pieces_of(notebook, source, given)
    head = next(pieces, b"")
    if not media_of(head[:HEAD], "").startswith("image/"):
        raise NotAPictureError
    return picture(b"".join(_at_most(MOST_BYTES, head, pieces)), longest)


def _at_most(most: int, head: bytes, pieces: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    size = len(head)
    for piece in pieces:
        size += len(piece)
        if size > most:
            raise TooBigInsideError
        yield piece


def claims_of_given(notebook: Notebook, source: str, given: Given) -> tuple[str, tuple[Claim, ...]]:
    """What it is by its bytes ("image/jpeg"), and what it says of itself. Raises CannotReadError for one too large."""
    pieces = pieces_of(notebook, source, given)
    head = next(pieces, b"")
    media = media_of(head[:HEAD], given.name)
    if not media.startswith(("image/", "audio/", "video/")) and media != "application/pdf":
        return media, ()
    return media, claims_of(io.BytesIO(b"".join(_at_most(MOST_LOOKED_INTO, head, pieces))), media)


def _inside(notebook: Notebook, source: str) -> Inside:
    return notebook.beside(Insides).of(_original(notebook, source))


def _original(notebook: Notebook, source: str) -> str:
    return source_of(notebook, source).original[0].blob


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """Some of the pictures of one file she brought in, each with its message; `after` leads on, None at the end."""

    pictures: tuple[tuple[HerMessage, GivenFile], ...]
    after: Key | None = None


def wall(notebook: Notebook, source: str, beyond: Key | None = None, *, most: int = 24, through: int = 20_000) -> Wall:
    """The pictures of a file that are in it, the oldest first, from `beyond` on; at least `most` where there are more.

    It looks through so many messages at a time, and then leads on from there. A message is never cut in two: those
    that came with one message stand on one page. Raises NoSuchRecordError.
    """
    source_of(notebook, source)
    found: list[tuple[HerMessage, GivenFile]] = []
    what = Wanted(with_more=True)
    for _round in range(max(1, through // _LOOKED_THROUGH)):
        leaf = listed(notebook, what, source=source, newest=False, beyond=beyond, most=_LOOKED_THROUGH)
        for her in leaf.messages:
            found += [(her, one) for one in files_of(notebook, her) if one.looks == "picture" and one.size is not None]
            if len(found) >= most:
                is_last = her is leaf.messages[-1] and leaf.after is None
                return Wall(pictures=tuple(found), after=None if is_last else her.kept.key)
        beyond = leaf.after
        if beyond is None:
            break
    return Wall(pictures=tuple(found), after=beyond)

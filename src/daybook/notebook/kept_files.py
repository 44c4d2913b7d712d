"""Photos, recordings and papers kept for themselves: what each is, and which two are one live photo."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from daybook.domain.records.kept_file import KeptFile
from daybook.domain.said import Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daybook.domain.attachment import Attachment
    from daybook.domain.revision import Revision
    from daybook.intake.claims import Claim
    from daybook.notebook.notebook import Notebook

_MOST_COMPARED = 64 << 20
"""Bytes of a photo or a film that are looked through for what makes them a pair; a live photo's film is far shorter."""
_IS_PAIR = b"com.apple.quicktime.content.identifier"
_IDENTIFIER = re.compile(rb"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}")
_MAKER = b"Apple iOS"
_OF_A_SCREEN = re.compile(r"screen[ _-]?(?:shot|cap|recording)|bildschirmfoto|capture d.?.cran", re.IGNORECASE)
_DOCUMENTS = ("application/msword", "application/rtf", "text/rtf")
_OFFICE = ("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.")
LIVE = Said("A live photo: the picture and its short film, kept together").words
SCREENSHOT, PHOTO, PICTURE = Said("A screenshot").words, Said("A photo").words, Said("A picture").words
RECORDING, FILM = Said("A recording or voice note").words, Said("A film").words
OLDER_PHONE = Said("A film, or a voice note of an older phone").words
PDF, DOCUMENT = Said("A paper (PDF)").words, Said("A document").words


def what_it_is(file: Attachment, claims: Sequence[Claim] = ()) -> str:
    """What a file is by its bytes, in a few words; "" for one that is not kept for itself: a text, or nothing known.

    That it is a screenshot is only said where it says so of itself or by its name.
    """
    said = {claim.name for claim in claims}
    match file.media.partition("/")[0]:
        case "image":
            screen = any(claim.name == "describes" and claim.written.casefold() == "screenshot" for claim in claims)
            if screen or ("device" not in said and _OF_A_SCREEN.search(file.name)):
                return SCREENSHOT
            return PHOTO if said & {"device", "place"} else PICTURE
        case "audio":
            return RECORDING
        case "video":
            return OLDER_PHONE if file.media == "video/3gpp" else FILM
    if file.media == "application/pdf":
        return PDF
    return DOCUMENT if file.media in _DOCUMENTS or file.media.startswith(_OFFICE) else ""


def pairs_of(notebook: Notebook, files: Sequence[Attachment]) -> list[tuple[Attachment, ...]]:
    """The files in their order, the film of a live photo right behind its picture.

    Two are one where the film's own identifier stands in the picture too. Where one of them carries none, two with
    the same name but for its ending are one.
    """
    films = {file.blob: file for file in files if file.media in ("video/quicktime", "video/mp4")}
    photos = [file for file in files if file.media in ("image/heic", "image/jpeg")]
    if not films or not photos:
        return [(file,) for file in files]
    marks = {file.blob: _marks(notebook, file) for file in (*photos, *films.values())}
    film_of: dict[str, Attachment] = {}
    for is_one in (_is_marked, _is_named):
        for photo in photos:
            free = [film for film in films.values() if film not in film_of.values()]
            found = [film for film in free if is_one(photo, film, marks)] if photo.blob not in film_of else []
            if len(found) == 1:
                film_of[photo.blob] = found[0]
    behind = {film.blob for film in film_of.values()}
    alone = (file for file in files if file.blob not in behind)
    return [(file, film_of[file.blob]) if file.blob in film_of else (file,) for file in alone]


def _marks(notebook: Notebook, file: Attachment) -> frozenset[bytes]:
    """What could make it one of a pair: the identifiers in it, and whether its maker writes such."""
    if file.size > _MOST_COMPARED:
        return frozenset()
    with notebook.open_file(file.blob) as opened:
        plain = opened.read()
    if file.media.startswith("video/"):
        return frozenset(_IDENTIFIER.findall(plain) if _IS_PAIR in plain else ())
    return frozenset([*_IDENTIFIER.findall(plain), *([_MAKER] if _MAKER in plain else [])])


def _is_marked(photo: Attachment, film: Attachment, marks: dict[str, frozenset[bytes]]) -> bool:
    return bool(marks[photo.blob] & marks[film.blob])


def _is_named(photo: Attachment, film: Attachment, marks: dict[str, frozenset[bytes]]) -> bool:
    other = marks[film.blob] and _MAKER in marks[photo.blob]
    same = PurePosixPath(photo.name).stem.casefold() == PurePosixPath(film.name).stem.casefold()
    return same and not other


def keep_files(
    notebook: Notebook,
    files: Iterable[Attachment],
    *,
    key: str = "",
    name: str = "",
    device: str = "",
    obtained: str = "",
) -> Revision:
    """Keep files for themselves, as one entry of her record."""
    kept = tuple(files)
    body = KeptFile(name=name or PurePosixPath(kept[0].name).name, files=kept, device=device, obtained=obtained)
    return notebook.save(body, key=key)


def message_of(body: KeptFile) -> tuple[str, int] | None:
    """The message it came with: the record of the file brought in, and the number there; None for none."""
    source, _space, number = body.came_with.partition(" ")
    return (source, int(number)) if number.isdecimal() else None

"""Photos and files of a record or a draft: small, large, and the original to take away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.kinds import kind_of
from daybook.export.pictures import NotAPictureError
from daybook.intake.format import CannotReadError
from daybook.journal.errors import MissingFileError
from daybook.notebook.file_claims import file_claims
from daybook.web.claim_words import ClaimLine, claim_lines
from daybook.web.forms import file_fields
from daybook.web.here import notebook
from daybook.web.i18n import N_

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.journal.openfile import OpenFile

views = Blueprint("file", __name__, url_prefix="/file")
SIZES = {"small": 320, "large": 1600}
"""The longest side in pixels."""
_BLOCK = 1 << 18
_PICTURES = re.compile(r"\.(?:jpe?g|png|gif|webp|hei[cf]|bmp|tiff?)$", re.IGNORECASE)
"""How the names of pictures end."""
_CANNOT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" width="160" height="160">'
    b'<path fill="#8a8f98" fill-opacity=".18" d="M0 0h80v80H0z"/>'
    b'<path fill="none" stroke="#757a83" stroke-width="3" d="M26 16h20l10 10v38H26zM46 16v10h10'
    b'M35 40l12 12m0-12L35 52"/></svg>'
)
_ENDINGS = {
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/heic": "heic",
    "image/webp": "webp",
    "image/gif": "gif",
    "application/pdf": "pdf",
    "text/plain": "txt",
    "audio/mp4": "m4a",
    "audio/mpeg": "mp3",
    "audio/wav": "wav",
    "audio/amr": "amr",
    "audio/ogg": "ogg",
    "video/mp4": "mp4",
    "video/quicktime": "mov",
    "video/3gpp": "3gp",
}


@views.app_template_test("named_as_picture")
def named_as_picture(file: Attachment) -> bool:
    """Whether its name is that of a picture, whatever is in it."""
    return bool(_PICTURES.search(file.name))


def cannot_show() -> Response:
    """The sign that stands for a picture that cannot be shown."""
    return Response(_CANNOT, mimetype="image/svg+xml")


def ending_of(media: str) -> str:
    """The ending of a copy outside."""
    return _ENDINGS.get(media, "bin")


@views.get("/picture")
def picture() -> ResponseReturnValue:
    """A fresh JPEG without anything the camera wrote into it; a plain sign where it cannot be shown."""
    try:
        shown = notebook().picture(_asked_for(), SIZES[request.args["size"]])
    except NotAPictureError:
        return cannot_show()
    return Response(shown.jpeg, mimetype="image/jpeg")


@views.get("/page")
def page() -> ResponseReturnValue:
    """One file on a page of its own: the picture, what it is, and what to know before taking the original away."""
    file = _asked_for()
    cannot = ""
    if file.is_picture:
        try:
            notebook().picture(file, SIZES["small"])
        except NotAPictureError as error:
            cannot = type(error).__doc__ or ""
    is_saved = bool(request.args.get("record"))
    claims, silent = _claims(file)
    return render_template(
        "record/file.html",
        file=file,
        cannot=cannot,
        owner=request.args,
        is_saved=is_saved,
        claims=claims,
        silent=silent,
    )


@views.get("/original")
def original() -> ResponseReturnValue:
    """The file exactly as she gave it, byte for byte, under a name that says nothing."""
    file = _asked_for()
    plain = notebook().open_file(file.blob)
    name = f"file.{ending_of(file.media)}"
    answer = Response(_pieces(plain), mimetype="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Length"] = str(file.size)
    answer.call_on_close(plain.close)
    return answer


def _claims(file: Attachment) -> tuple[list[ClaimLine], str]:
    """What the file says of itself, and a sentence where that could not be read."""
    try:
        return claim_lines(file_claims(notebook(), file)), ""
    except CannotReadError:
        return [], N_("What this file says of itself could not be read.")


def _pieces(plain: OpenFile) -> Iterator[bytes]:
    while piece := plain.read(_BLOCK):
        yield piece


def _asked_for() -> Attachment:
    """The file of a record (any version of it) or of a draft that this address is for. Raises MissingFileError."""
    blob = request.args.get("blob", "")
    for file in _files_of(request.args.get("record", ""), request.args.get("key", "")):
        if file.blob == blob:
            return file
    raise MissingFileError(blob)


def _files_of(record: str, key: str) -> Iterator[Attachment]:
    if record:
        for revision in reversed(notebook().history(record)):
            for name in file_fields(kind_of(revision.kind)):
                yield from getattr(revision.body, name)
    elif draft := notebook().drafts.get(key):
        for files in draft.files.values():
            yield from files

"""The files that went with messages: seen beside them, on a page of their own, all pictures of a file together."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from flask import Blueprint, Response, render_template, request

from daybook.domain.sentence import sentence
from daybook.export.media import HEAD, media_of
from daybook.export.pictures import NotAPictureError
from daybook.intake.format import CannotReadError
from daybook.intake.inside import NotInExportError
from daybook.journal.errors import JournalError, LockedError
from daybook.notebook import given_copies, given_files
from daybook.notebook.messages import NoSuchMessageError, source_of
from daybook.notebook.quoting import begin_incident
from daybook.readmodel.kept import Key
from daybook.web.addresses import go
from daybook.web.claim_words import claim_lines
from daybook.web.here import notebook, say
from daybook.web.i18n import N_, _
from daybook.web.views.file import SIZES, cannot_show, ending_of

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.intake.message import Given
    from daybook.notebook.given_files import GivenFile
    from daybook.notebook.messages import HerMessage
    from daybook.web.claim_words import ClaimLine

views = Blueprint("given", __name__, url_prefix="/given")
_LOOKS = {
    "picture": N_("A picture"),
    "film": N_("A film"),
    "sound": N_("A recording"),
    "file": N_("A file"),
}


@views.app_template_filter("given_files")
def given_files_of(her: HerMessage) -> list[GivenFile]:
    """The files that went with a message, for its place in a list."""
    return given_files.files_of(notebook(), her) if her.more.attachments else []


def _asked_for() -> tuple[HerMessage, Given, int]:
    number, at = request.args.get("number", ""), request.args.get("at", "")
    if not (number.isdecimal() and at.isdecimal()):
        raise NoSuchMessageError
    her, given = given_files.given_of(notebook(), (request.args.get("source", ""), int(number)), int(at))
    return her, given, int(at)


@views.get("/picture")
def picture() -> ResponseReturnValue:
    """A fresh JPEG of a picture that went with a message; a plain sign where it cannot be shown."""
    her, given, _at = _asked_for()
    try:
        shown = given_files.picture_of(notebook(), her.kept.source, given, SIZES[request.args["size"]])
    except LockedError:
        raise
    except (NotAPictureError, CannotReadError, NotInExportError, JournalError):
        return cannot_show()
    return Response(shown.jpeg, mimetype="image/jpeg")


@views.get("/page")
def page() -> ResponseReturnValue:
    """One of them: what it is, which message it came with, what it says of itself, and what she can do with it."""
    her, given, at = _asked_for()
    one = given_files.files_of(notebook(), her)[at]
    media, claims, silent = _claims(her, given) if one.size is not None else ("", [], one.trouble)
    return render_template(
        "given/page.html",
        her=her,
        one=one,
        media=media,
        claims=claims,
        silent=silent,
        what=_(_LOOKS[one.looks]),
        source=source_of(notebook(), her.kept.source),
        kept=given_copies.copies_of(notebook(), *her.pick),
    )


def _claims(her: HerMessage, given: Given) -> tuple[str, list[ClaimLine], str]:
    try:
        media, claims = given_files.claims_of_given(notebook(), her.kept.source, given)
    except LockedError:
        raise
    except (CannotReadError, JournalError) as error:
        return "", [], sentence(error)
    return media, claim_lines(claims), ""


@views.get("/original")
def original() -> ResponseReturnValue:
    """The file exactly as it lies in the export, under a name that says nothing."""
    her, given, _at = _asked_for()
    pieces = given_files.pieces_of(notebook(), her.kept.source, given)
    first = next(pieces, b"")  # what is wrong with it is said on a page, not in the middle of a download
    answer = Response(chain([first], pieces), mimetype="application/octet-stream")
    name = f"file.{ending_of(media_of(first[:HEAD], given.name))}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@views.post("/keep")
def keep() -> ResponseReturnValue:
    """Keep a copy of it in her record, or begin an incident with the message it came with."""
    her, given, at = _asked_for()
    if request.form.get("do") == "incident":
        return go("record.new", key=begin_incident(notebook(), [her.pick], along=True))
    saved = given_copies.keep_given(notebook(), her, given, at)
    say(_("A copy is in your record now. The file it came in stays as it is."))
    return go("record.show", record=saved.record)


@views.get("/wall")
def wall() -> ResponseReturnValue:
    """Every picture of one file she brought in, the oldest first, a page at a time."""
    source, beyond = request.args.get("source", ""), None
    if request.args.get("number", "").isdecimal():
        beyond = Key(request.args.get("at", ""), source, int(request.args["number"]))
    shown = given_files.wall(notebook(), source, beyond)
    file = source_of(notebook(), source)
    return render_template("given/wall.html", source=file, record=source, shown=shown, is_first=beyond is None)

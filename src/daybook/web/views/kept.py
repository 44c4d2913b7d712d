"""A photo, recording or paper she keeps for itself: what she says of it, and beside it what the file says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.domain.records.kept_file import KeptFile
from daybook.intake.format import CannotReadError
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.file_claims import file_claims
from daybook.notebook.kept_files import message_of, what_it_is
from daybook.notebook.notebook import NoSuchRecordError
from daybook.web.claim_words import claim_lines
from daybook.web.dates import later_words
from daybook.web.here import notebook
from daybook.web.i18n import N_
from daybook.web.linked import told
from daybook.web.shown import shown_fields

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.web.claim_words import ClaimLine

views = Blueprint("kept", __name__, url_prefix="/kept")
_IN_HEAD = ("name", "files", "happened", "came_with")


@views.get("/show")
def show() -> ResponseReturnValue:
    """One of them. Raises NoSuchRecordError."""
    history = notebook().history(request.args.get("record", ""))
    latest, first = history[-1], history[0]
    body = latest.body
    if not isinstance(body, KeptFile):
        raise NoSuchRecordError
    return render_template(
        "kept/show.html",
        latest=latest,
        first=first,
        body=body,
        files=[(file, *_looked_into(file)) for file in body.files],
        fields=[field for field in shown_fields(body) if field.name not in _IN_HEAD],
        later=later_words(body.happened, first.written),
        pointing=[told(found) for found in notebook().linked_to(latest.record)],
        message=message_of(body),
    )


def _looked_into(file: Attachment) -> tuple[str, list[ClaimLine], str]:
    """What it is, what it says of itself, and a sentence where that cannot be read."""
    try:
        claims = file_claims(notebook(), file)
    except CannotReadError:
        return what_it_is(file), [], N_("What this file says of itself could not be read.")
    except (DamagedError, MissingFileError) as error:
        return what_it_is(file), [], str(error)
    return what_it_is(file, claims), claim_lines(claims), ""

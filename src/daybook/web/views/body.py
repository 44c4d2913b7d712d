"""The outline of a body with marks on it, as a picture for the form and the page of an injury."""

from __future__ import annotations

from flask import Blueprint, Response, request

from daybook.domain.body.drawing import drawing
from daybook.domain.body.mark import View, typed_marks
from daybook.web.body_drawing import SIDES, SIZE, kept_marks, parts_of

views = Blueprint("body", __name__, url_prefix="/body")
views.add_app_template_global(lambda: SIDES, "body_sides")
views.add_app_template_global(lambda: SIZE, "body_size")
views.add_app_template_filter(kept_marks, "kept_marks")
views.add_app_template_filter(parts_of, "parts_of")


@views.get("/picture")
def picture() -> Response:
    """The figure from one side, with the marks a form or a record holds."""
    marks = enumerate(typed_marks(request.args.getlist("marks")), start=1)
    view: View = "back" if request.args.get("view") == "back" else "front"
    return Response(drawing(view, marks), mimetype="image/svg+xml")

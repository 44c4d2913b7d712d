"""Reading a file once more: with another answer of hers, or because a part of its messages cannot be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.intake.format import Found
from daybook.notebook import reading_again
from daybook.notebook.messages import source_of, sources
from daybook.notebook.offers import right_answers
from daybook.notebook.reading_again import ReadingAgain
from daybook.web.addresses import go
from daybook.web.here import notebook, say
from daybook.web.i18n import _

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.notebook.reading import Progress

views = Blueprint("again", __name__, url_prefix="/again")


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How it stands with reading a file again: how far it is, if it waits, what is damaged, if it asks something.

    `trouble` says why what was there before stayed.
    """

    progress: Progress | None
    waits: bool
    damaged: int
    trouble: str

    @property
    def running(self) -> bool:
        """Whether it is being read again right now."""
        return bool(self.progress and self.progress.running)


def again_of(record: str) -> Again:
    """How it stands with a file; new books that are whole have taken the place of the old ones by then."""
    notebook().beside(ReadingAgain).settle(record)
    begun = reading_again.anew_of(notebook(), record)
    return Again(
        progress=notebook().beside(ReadingAgain).progress(record),
        waits=reading_again.waits(notebook(), record),
        damaged=sum(book.messages for book in reading_again.damaged_books(notebook(), record)),
        trouble=begun.body.trouble if begun and begun.body.done else "",
    )


@views.app_template_global("files_with_damage")
def files_with_damage() -> list[tuple[str, str]]:
    """The files, by record and name, of which a part was met that cannot be opened."""
    found = reading_again.damage_met(notebook())
    files = sources(notebook()) if found else {}
    return [(record, files[record].name) for record in found]


@views.get("/ask")
def ask() -> ResponseReturnValue:
    """What a file left open, with the answers it was read with."""
    record = request.args.get("record", "")
    source = source_of(notebook(), record)
    asked = reading_again.asked_of(notebook(), record)
    return render_template("bring/answers.html", record=record, source=source, asked=asked)


@views.post("/answer")
def answer() -> ResponseReturnValue:
    """Read a file again with these answers; those it was read with already change nothing."""
    record = request.args.get("record", "")
    source = source_of(notebook(), record)
    questions = reading_again.asked_of(notebook(), record).questions
    told = {question.id: request.form.get(f"answer.{question.id}", "") for question in questions}
    answers = right_answers(Found(format=source.format, name=source.what, questions=questions), told)
    if answers == source.answers:
        say(_("It is read with these answers already."))
        return go("bring.show", record=record)
    return _begin(record, answers)


@views.post("/read")
def read() -> ResponseReturnValue:
    """Read a file again as it is, go on with that, or stop it."""
    record = request.args.get("record", "")
    source_of(notebook(), record)
    if request.form.get("do") == "stop":
        notebook().beside(ReadingAgain).stop(record)
        notebook().beside(ReadingAgain).wait(record, 2)
        return go("bring.show", record=record)
    return _begin(record, None)


def _begin(record: str, answers: dict[str, str] | None) -> ResponseReturnValue:
    notebook().beside(ReadingAgain).go_on(record, answers)
    notebook().beside(ReadingAgain).wait(record, 0.5)  # a short file is read by the time its page is shown
    return go("bring.show", record=record)

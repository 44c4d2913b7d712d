"""Words in her pictures: how far the reading is, what was read beside its picture, and screenshots as messages."""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING

from flask import Blueprint, Response, make_response, render_template, request

from daybook.intake.format import CannotReadError
from daybook.journal.errors import JournalError
from daybook.notebook.notebook import NoSuchRecordError
from daybook.web.addresses import go
from daybook.web.desk import ClosedError
from daybook.web.drafts import keep_typed
from daybook.web.here import desk, notebook, say
from daybook.web.i18n import _, ngettext
from daybook.web.views.file import cannot_show

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flask.typing import ResponseReturnValue

    from daybook.domain.attachment import Attachment
    from daybook.domain.revision import Revision
    from daybook.notebook.checking import SeenIn
    from daybook.notebook.messages import HerMessage
    from daybook.notebook.notebook import Notebook
    from daybook.notebook.seeing import Unread

views = Blueprint("seen", __name__, url_prefix="/seen")
_AGAIN = 3
"""Seconds until a page that shows progress is asked for again."""
_WATCHED = 5 * 60
"""Seconds for which it does so: asking counts as being there, and it is to lock by itself all the same."""
_A_PAGE = 50
_KEEPS = frozenset({"bring.keep", "bring.keep_all", "record.save"})
"""After these there may be new pictures: they are read in the background."""
_UNLOCKS = "front.unlock"
_A_WHILE = 6.0
"""Seconds after unlocking until what was left unread is looked for: her first pages come before it."""


@views.after_app_request
def begin(answer: Response) -> Response:
    """Words in new pictures are read by themselves, and so is what was left; no page waits for it."""
    if request.endpoint == _UNLOCKS:
        _resume()
    if request.method == "POST" and request.endpoint in _KEEPS and desk().is_open:
        of_record = request.endpoint == "record.save"
        if not of_record or "kept" in request.form or any(request.files.values()):
            _begin()
    return answer


def _resume() -> None:
    with contextlib.suppress(ClosedError):
        later = threading.Timer(_A_WHILE, _go_on, [desk().notebook])
        later.daemon = True
        later.start()


def _go_on(opened: Notebook) -> None:
    """Read what was left unread; where nothing was, no process is begun. Nothing happens once it is locked."""
    from daybook.notebook.seeing import Seeing  # noqa: PLC0415  (not needed to start)

    with contextlib.suppress(JournalError):
        opened.beside(Seeing).begin()


def _begin() -> None:
    from daybook.notebook.seeing import Seeing  # noqa: PLC0415  (not needed to start)

    notebook().beside(Seeing).begin()


@views.get("/")
def index() -> ResponseReturnValue:
    """How far the reading is, screenshots that look like messages, and the words that were read."""
    from daybook.notebook.checking import waiting  # noqa: PLC0415  (not needed to start)
    from daybook.notebook.seeing import Seeing, unread  # noqa: PLC0415

    sight = notebook().beside(Seeing).sight
    chats = {name: [notebook().latest(each) for each in records] for name, records in waiting(notebook()).items()}
    read = [each for each in notebook().timeline(["machine-text.1"]) if each.body.text or each.body.trouble][::-1]
    left = [] if sight.running else unread(notebook())
    page = render_template(
        "seen/index.html", sight=sight, chats=chats, read=read[:_A_PAGE], more=len(read) > _A_PAGE, left=len(left)
    )
    return _again(page, running=sight.running)


def _again(page: str, *, running: bool) -> Response:
    answer: Response = make_response(page)
    begun = int(request.args.get("begun", "0")) or int(time.monotonic())
    if running and time.monotonic() - begun < _WATCHED:
        answer.headers["Refresh"] = str(_AGAIN)
    return answer


@views.post("/all")
def all() -> ResponseReturnValue:  # noqa: A001  (read as seen.all)
    """Read every picture that was not read yet."""
    _begin()
    return go("seen.index", begun=int(time.monotonic()))


@views.post("/one")
def one() -> ResponseReturnValue:
    """Read the words in this one file."""
    from daybook.notebook.seeing import Seeing, words_of  # noqa: PLC0415

    asked = _asked_for()
    seeing = notebook().beside(Seeing)
    seeing.begin(only=asked)
    seeing.wait(0.3)
    found = words_of(notebook(), asked.file)
    if found:
        return go("seen.show", record=found.record)
    return go("file.page", record=asked.record, blob=asked.file.blob)


def _asked_for() -> Unread:
    """The file of a record that is asked for. Raises MissingFileError, NoSuchRecordError."""
    from daybook.domain.attachment import attachments_of  # noqa: PLC0415
    from daybook.journal.errors import MissingFileError  # noqa: PLC0415
    from daybook.notebook.seeing import Unread  # noqa: PLC0415

    record, blob = request.args.get("record", ""), request.args.get("blob", "")
    for revision in reversed(notebook().history(record)):
        for file in attachments_of(revision.body):
            if file.blob == blob:
                return Unread(record=record, file=file)
    raise MissingFileError(blob)


@views.app_template_global("words_read")
def words_read(file: Attachment) -> Revision | None:
    """What was read in a file, for its page; None where it was not read."""
    from daybook.notebook.seeing import words_of  # noqa: PLC0415

    return words_of(notebook(), file)


@views.app_template_global("is_being_read")
def is_being_read(file: Attachment) -> bool:
    """Whether a file is being read right now, or waits for it."""
    from daybook.notebook.seeing import Seeing  # noqa: PLC0415

    return notebook().beside(Seeing).has(file)


@views.app_template_global("seen_in")
def seen_in(her: HerMessage) -> SeenIn | None:
    """Where in a picture a message was read; None for one of another kind of file."""
    from daybook.notebook.checking import seen_in  # noqa: PLC0415

    return seen_in(notebook(), her.kept, her.more)


@views.app_template_test("with_words")
def with_words(file: Attachment) -> bool:
    """Whether words can be looked for in a file."""
    from daybook.notebook.seeing import can_be_read  # noqa: PLC0415

    return can_be_read(file)


@views.get("/show")
def show() -> ResponseReturnValue:
    """What was read in one picture, beside it, and what she says stands there."""
    latest = _words(request.args.get("record", ""))
    draft = notebook().drafts.get(_key("words", latest.record))
    return render_template(
        "seen/show.html",
        latest=latest,
        body=latest.body,
        first=notebook().history(latest.record)[0],
        typed="".join(draft.typed.get("hers", [])) if draft else latest.body.hers or latest.body.text,
        key=_key("words", latest.record),
    )


def _words(record: str) -> Revision:
    latest = notebook().latest(record)
    if latest.kind != "machine-text.1":
        raise NoSuchRecordError
    return latest


def _key(what: str, record: str) -> str:
    return f"machine-text.1 {what} {record}"


@views.post("/say")
def told() -> ResponseReturnValue:
    """Keep what she says stands there; what the machine read stays to be seen."""
    from daybook.notebook.checking import say_otherwise  # noqa: PLC0415

    record = request.args.get("record", "")
    words = request.form.get("hers", "").replace("\r\n", "\n").strip("\n")
    latest = _words(record)
    say_otherwise(notebook(), record, "" if words == latest.body.text else words)
    notebook().drafts.remove(_key("words", record))
    say(_("Saved."))
    return go("seen.show", record=record)


@views.get("/again")
def again() -> ResponseReturnValue:
    """The form something was typed in and not saved."""
    what, _space, record = request.args.get("about", "").partition(" ")
    if what == "words":
        return go("seen.show", record=record)
    draft = notebook().drafts.get(_key("check", record))
    return go("seen.check", each=draft.typed.get("records", []) if draft else [record])


@views.post("/choose")
def choose() -> ResponseReturnValue:
    """The pictures that are ticked belong together: look at them as one chat."""
    records = request.form.getlist("each")
    if not records:
        say(_("Tick one picture or more."))
        return go("seen.index")
    return go("seen.check", each=records)


@views.get("/check")
def check() -> ResponseReturnValue:
    """These look like messages: each in a form, beside its piece of the picture."""
    from daybook.notebook.checking import offered  # noqa: PLC0415
    from daybook.web import seen_form  # noqa: PLC0415

    these = offered(notebook(), request.args.getlist("each"))
    key = _key("check", these.records[0])
    draft = notebook().drafts.get(key)
    typed: Mapping[str, list[str]] = draft.typed if draft and draft.typed.get("records") == [*these.records] else {}
    chat, owner = seen_form.about(typed) if typed else (these.chat, "")
    return render_template(
        "seen/check.html",
        these=these,
        rows=seen_form.rows_of(notebook(), these, typed),
        days=seen_form.days_of(these, typed),
        chat=chat,
        owner=owner,
        key=key,
        files=[
            (number + 1, these.records[of], these.pictures[of].file[0]) for number, of in enumerate(these.run.order)
        ],
    )


@views.post("/accept")
def accept() -> ResponseReturnValue:
    """Keep the ticked ones as messages."""
    from daybook.notebook import checking  # noqa: PLC0415
    from daybook.web import seen_form  # noqa: PLC0415

    records = request.form.getlist("records")
    these = checking.offered(notebook(), records)
    typed = {name: request.form.getlist(name) for name in request.form}
    try:
        checked = seen_form.checked_of(notebook(), these, typed)
        chat, _owner = seen_form.about(typed)
        source = checking.accept(notebook(), these, checked, chat=chat)
    except (seen_form.NotLikeThatError, checking.NothingTickedError) as error:
        keep_typed()
        say(_(str(error) or (type(error).__doc__ or "").strip()))
        return go("seen.check", each=records)
    notebook().drafts.remove(_key("check", these.records[0]))
    say(ngettext("%(num)s message is kept.", "%(num)s messages are kept.", len(checked)))
    return go("messages.index", source=source, order="oldest")


@views.get("/piece")
def piece() -> ResponseReturnValue:
    """The piece of a picture in which one message stands."""
    from daybook.notebook.checking import cut_out  # noqa: PLC0415

    try:
        jpeg = cut_out(notebook(), request.args.get("record", ""), int(request.args.get("number", "0")))
    except CannotReadError:
        return cannot_show()
    return Response(jpeg, mimetype="image/jpeg")

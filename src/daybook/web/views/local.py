"""Local services: add a list that somebody she trusts wrote, see what is there, take one out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from flask import Blueprint, render_template, request

from daybook.guide.local_file import LARGEST, read_local
from daybook.notebook import ready
from daybook.notebook.local_services import add_list, lists_of, take_out
from daybook.web.addresses import go
from daybook.web.dates import written_words
from daybook.web.drafts import new_key
from daybook.web.here import notebook, say
from daybook.web.i18n import _
from daybook.web.uploads import sealed_files

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

    from daybook.guide.finding import Finding

views = Blueprint("local", __name__, url_prefix="/local")
MOST = 10
"""How many mistakes are said at once: more than that nobody reads on a phone."""


@views.get("/")
def index() -> ResponseReturnValue:
    """The lists that are there, and a way to add one."""
    lists = [(revision, written_words(revision.written)) for revision in lists_of(notebook())]
    return render_template("directory/local.html", lists=lists, key=new_key())


@views.post("/add")
def add() -> ResponseReturnValue:
    """Read a list and seal it; with one mistake in it nothing is added, and each mistake is said."""
    files = sealed_files("file")
    if not files:
        say(_("No file was chosen. Choose one first."))
        return go("local.index")
    with notebook().open_file(files[0].blob) as plain:
        head = plain.read(LARGEST + 1)
    today = datetime.now().astimezone().date()
    entries, findings = read_local(head, files[0].name, ready.pack(), today)
    if not entries:
        say(_("Nothing was added. There is something to put right in the file:"))
        _say_each([finding for finding in findings if finding.level == "error"])
        return go("local.index")
    add_list(notebook(), entries, key=request.form.get("key", ""))
    say(_("Added. The services show under “Who can help”, and only in this notebook."))
    _say_each(findings)
    return go("local.index")


def _say_each(findings: list[Finding]) -> None:
    for finding in findings[:MOST]:
        line = _("Line %(line)s: %(sentence)s", line=finding.line, sentence=finding.sentence)
        say(line if finding.line else finding.sentence)
    if len(findings) > MOST:
        say(_("There is more after these."))


@views.post("/<record>/out")
def out(record: str) -> ResponseReturnValue:
    """Take a list out."""
    take_out(notebook(), record)
    say(_("Taken out. It no longer shows under “Who can help”."))
    return go("local.index")

"""`daybook search`: words in everything a notebook holds, entries and messages, in one list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
import msgspec

from daybook.cli.damage import say_damage
from daybook.cli.export import at_folder
from daybook.cli.opened import opened
from daybook.cli.passphrase import passphrase_file

if TYPE_CHECKING:
    from datetime import datetime

    from daybook.domain.revision import Revision
    from daybook.notebook.finding import Hit, Question
    from daybook.notebook.messages import HerMessage
    from daybook.notebook.notebook import Notebook

_LONGEST = 160
_DAYS = click.DateTime(["%Y-%m-%d"])
SPANS = ("since", "before", "during", "after")


@click.command(
    epilog="\b\nExample:\n"
    '  daybook search --at /media/usb/notes "came to the school" --json\n'
    '  daybook search --at /media/usb/notes school --order "Non-molestation order" --span since'
)
@at_folder
@click.argument("words", default="")
@click.option("--person", default="", metavar="NAME", help="Messages they sent, and entries with their name.")
@click.option("--kind", default="", help="One kind of entry (incident.1), messages, or one kind of these (call).")
@click.option("--since", type=_DAYS, help="From this day on: 2024-03-31.")
@click.option("--until", type=_DAYS, help="Until this day, the whole of it.")
@click.option("--order", "order", default="", metavar="NAME", help="A stretch of time that an order she holds gives.")
@click.option(
    "--span", type=click.Choice(SPANS), default="since", show_default=True, help="Which, from when it was given."
)
@click.option("--tag", default="", help="Only messages marked as this (threat), or with any mark (*).")
@click.option("--sort", type=click.Choice(("newest", "oldest", "closest")), default="newest", show_default=True)
@click.option("--json", "wants_json", is_flag=True, help="Print every finding as JSON Lines.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="At most so many.")
@passphrase_file
def search(
    *,
    folder: Path,
    words: str,
    order: str,
    span: str,
    most: int,
    passphrase_file: str | None,
    wants_json: bool,
    **by: Any,  # noqa: ANN401  (the options that a question has under the same names)
) -> None:
    """Find entries and messages that hold all these words. "In quotes" finds exactly that.

    What is found is printed: mind who can see the screen, and where the output goes.
    """
    from daybook.notebook.finding import find  # noqa: PLC0415  (starting the screens does without)

    _check(by)
    with opened(folder, passphrase_file) as notebook:
        question = _question(notebook, words, order, span, by)
        if question.is_empty:
            raise click.UsageError("Say what to look for: words, or one of the options.")
        answer = find(notebook, question, most=most)
        for hit in answer.hits:
            told = _told(notebook, hit)
            click.echo(msgspec.json.encode(told).decode() if wants_json else _line(told))
        say_damage(notebook)
        if answer.is_close:
            click.echo("Nothing holds exactly these words. Shown with one letter different.", err=True)
        if not wants_json:
            click.echo(_how_many(answer.found, len(answer.hits)), err=True)
        if answer.undated:
            click.echo(f"{answer.undated} more may belong here: their dates are not known.", err=True)


def _check(by: dict[str, Any]) -> None:
    """Ends with a sentence for a kind or a mark that does not exist: "nothing found" would sound like an answer."""
    from daybook.domain.records.message_mark import TAGS  # noqa: PLC0415
    from daybook.intake.message import Kind  # noqa: PLC0415
    from daybook.notebook.finding import ANY_MARK, MESSAGES, searched_kinds  # noqa: PLC0415

    for name, there in (
        ("kind", [MESSAGES, *get_args(Kind), *searched_kinds()]),
        ("tag", [ANY_MARK, *(code for code, _words in TAGS)]),
    ):
        if by[name] and by[name] not in there:
            raise click.UsageError(f"There is no {name} called {by[name]}. There is: {', '.join(there)}.")


def _question(notebook: Notebook, words: str, order: str, span: str, by: dict[str, Any]) -> Question:
    from daybook.notebook.finding import Question, day_after  # noqa: PLC0415

    since: datetime | None = by.pop("since")
    until: datetime | None = by.pop("until")
    first, last = since.date().isoformat() if since else "", day_after(until.date()) if until else ""
    if order:
        begin, end = _of_order(notebook, order, span)
        first, last = max(first, begin), min(last or end, end or last)
    return Question(words=words, since=first, until=last, **by)


def _of_order(notebook: Notebook, name: str, span: str) -> tuple[str, str]:
    """The stretch by the order's name; from when it was given, or where that is not noted, made."""
    from daybook.notebook.order_spans import spans  # noqa: PLC0415

    found = [each for each in spans(notebook) if each.name.casefold() == name.casefold()]
    for which in (span, f"{span}-given", f"{span}-made"):
        for each in found:
            if each.which == which:
                return each.since, each.until
    raise click.UsageError("No order of this name has the days noted that this needs.")


def _told(notebook: Notebook, hit: Hit) -> dict[str, Any]:
    text = hit.excerpt.replace("\x02", "").replace("\x03", "")
    if hit.message:
        return _message(notebook, hit.message, text)
    return {**_entry(hit.record), "excerpt": text} if hit.record else {}


def _entry(revision: Revision) -> dict[str, Any]:
    from daybook.domain.kinds import kind_of  # noqa: PLC0415
    from daybook.notebook.notebook import title_of  # noqa: PLC0415

    happened = kind_of(revision.kind).when(revision.body)
    return {
        "what": "entry",
        "kind": revision.kind,
        "record": revision.record,
        "happened": str(happened) if happened else "",
        "text": title_of(revision, _LONGEST),
    }


def _message(notebook: Notebook, her: HerMessage, excerpt: str) -> dict[str, Any]:
    from daybook.notebook.messages import sources  # noqa: PLC0415

    kept = her.kept
    return {
        "what": "message",
        "file": sources(notebook)[kept.source].name,
        "record": kept.source,
        "number": kept.number,
        "sent": kept.sent,
        "sent_as_written": kept.written,
        "sender": kept.sender,
        "chat": kept.chat,
        "kind": kept.kind,
        "text": kept.text,
        "place": {"start": kept.start, "end": kept.end, "part": kept.part},
        "also": [{"record": source, "number": number} for source, number in her.also],
        "tags": list(her.mark.tags) if her.mark else [],
        "flags": list(her.more.flags),
        "excerpt": excerpt,
    }


def _line(told: dict[str, Any]) -> str:
    text = " ".join(told["excerpt"].split())
    short = text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
    if told["what"] == "entry":
        return f"{told['happened'] or '-'}  {short}  ({told['kind']})"
    return f"{told['sent'] or told['sent_as_written'] or '-'}  {told['sender']}: {short}  ({told['file']})"


def _how_many(found: int, shown: int) -> str:
    from daybook.notebook.finding import MOST_COUNTED  # noqa: PLC0415

    if not found:
        return "Nothing holds all of these words."
    said = f"more than {MOST_COUNTED:,}" if found > MOST_COUNTED else f"{found:,}"
    return f"{said} found." if found == shown else f"{said} found, {shown:,} shown."

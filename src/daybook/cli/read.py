"""`daybook read`: the messages in a file, and what could not be read, without any notebook."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from daybook.cli.passphrase import FAILED, refuse
from daybook.domain.sentence import sentence
from daybook.intake.format import Answers, CannotReadError, Format, Question, recognise
from daybook.intake.message import Message


@click.command(epilog="\b\nExample:\n  daybook read chat.txt --json --answer date-order=dmy")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "wants_json", is_flag=True, help="Print every message and every skipped part as JSON Lines.")
@click.option(
    "--answer", "told", multiple=True, metavar="QUESTION=ANSWER", help="Answer what the file leaves open; repeatable."
)
def read(file: Path, told: tuple[str, ...], *, wants_json: bool) -> None:
    """Print what is in a file of messages, without keeping anything.

    Times without an offset are those of a clock on a wall: the file does not say where. `place` counts bytes.

    Words in a picture or a scanned PDF are read by the machine, on this computer, and may be wrong: each such line has
    "machine-read" among its flags. A screenshot of a chat gives its messages, with their place in pixels in `part`
    (left,top,right,bottom); "received" stood on the left, "sent" on the right. Any other picture or page gives one line
    of kind "message" without sender or time, whose text is all that was read on it.
    """
    with file.open("rb") as opened:
        if not opened.seekable():
            refuse("What comes through a pipe can be read only once, and this looks twice. Save it in a file first.")
        found = recognise(opened, file.name) or _picture(opened, file.name)
        if found is None and not opened.read(1):
            refuse("This file is empty. Perhaps it was not copied whole: look at it where it came from.")
        if found is None:
            refuse("Nothing here can read this file. It can still be kept as it is.")
        try:
            look = found.look(opened, file.name)
            answers = _answers(look.questions, told)
            opened.seek(0)
            go_through = _printed if wants_json else _counted
            counts = go_through(found, opened, file.name, answers)
        except CannotReadError as error:
            refuse(sentence(error), FAILED)
    open_ones = [question for question in look.questions if question.id not in answers]
    if not wants_json:
        click.echo(look.name)
        for what, count in sorted(counts.items()):
            click.echo(f"  {what}: {count:,}")
        for note in look.notes:
            click.echo(f"  {note}")
    for question in open_ones:
        choices = ", ".join(f"{value} ({words})" for value, words in question.options)
        click.echo(f"{question.ask} {question.why} Say --answer {question.id}=… with one of: {choices}.", err=True)


def _picture(opened: BinaryIO, name: str) -> Format | None:
    from daybook.intake.seen.picture import picture  # noqa: PLC0415  (only for a file no format knows)

    return picture if picture.is_one(opened, name) else None


def _answers(questions: tuple[Question, ...], told: tuple[str, ...]) -> Answers:
    """What was told, checked; ends with a sentence where it does not fit a question of this file."""
    known = {question.id: {value for value, _ in question.options} for question in questions}
    answers: Answers = {}
    for one in told:
        name, _, value = one.partition("=")
        if name not in known:
            refuse("This file leaves nothing of that name open. Leave out that --answer.")
        if value not in known[name]:
            refuse(f"For {name} there is: {', '.join(sorted(known[name]))}.")
        answers[name] = value
    return answers


def _printed(found: Format, opened: BinaryIO, name: str, answers: Answers) -> Counter[str]:
    encode = msgspec.json.Encoder().encode
    counts: Counter[str] = Counter()
    with click.open_file("-", "wb") as out:
        for one in found.read(opened, name, answers):
            is_message = isinstance(one, Message)
            counts["message" if is_message else "skipped"] += 1
            out.write(encode(one if is_message else {"skipped": one}) + b"\n")
    return counts


def _counted(found: Format, opened: BinaryIO, name: str, answers: Answers) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in found.read(opened, name, answers):
        counts[one.kind if isinstance(one, Message) else "not a message, or not readable"] += 1
    return counts

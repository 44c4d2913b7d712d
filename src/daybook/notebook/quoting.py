"""An incident begun from messages: a form with their words, times and source in it, for her to go on with."""

from __future__ import annotations

import contextlib
import secrets
from typing import TYPE_CHECKING

from daybook.domain.sent_times import happened_between, on_this_clock
from daybook.intake.format import CannotReadError
from daybook.journal.errors import DamagedError, MissingFileError
from daybook.notebook.drafts import Draft
from daybook.notebook.given_copies import copy_of
from daybook.notebook.given_files import files_of
from daybook.notebook.messages import HerMessage, Pick, mark, marks, message, quoted_in, sources
from daybook.notebook.more import how_read, time_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daybook.domain.attachment import Attachment
    from daybook.domain.happened import Happened
    from daybook.domain.records.source import Source
    from daybook.notebook.notebook import Notebook


MOST_ALONG = 60
LARGEST_ALONG = 1 << 30


class NothingChosenError(ValueError):
    """No message was ticked. Tick one or more, then press it again."""


def begin_incident(notebook: Notebook, picks: Iterable[Pick], *, along: bool = False) -> str:
    """Keep an unsaved incident that quotes these messages, and say so on each; the key of its form.

    Words, names and times stand as they stand in the file; no date is filled in, because the file's clock is a claim.
    `along` also puts copies of the files that went with them into it, as far as they are there: `MOST_ALONG` files and
    `LARGEST_ALONG` bytes at most. Raises NothingChosenError, NoSuchMessageError, and what sealing raises.
    """
    chosen = sorted((message(notebook, pick) for pick in dict.fromkeys(picks)), key=lambda each: each.kept.key)
    if not chosen:
        raise NothingChosenError
    key = secrets.token_hex(16)
    account = _quotes(chosen, sources(notebook))
    files = {"files": _copies(notebook, chosen)} if along else {}
    notebook.drafts.put(Draft(kind="incident.1", key=key, typed={"account": [account]}, files=files))
    mark(notebook, [each.pick for each in chosen], key=key)
    return key


def quoted_from(notebook: Notebook, says: str) -> dict[str, list[str]]:
    """By the key of a form that was begun with messages: a line for each file they are out of.

    `says` is that line, with `file`, `numbers` and `fingerprint` to fill in; a number is that of the message's page.
    """
    numbers: dict[str, dict[str, list[int]]] = {}
    for (source, number), one in sorted(marks(notebook).items()):
        for key in one.body.quoted:
            numbers.setdefault(key, {}).setdefault(source, []).append(number + 1)
    files = sources(notebook) if numbers else {}
    return {
        key: [
            says.format(
                file=files[source].name,
                numbers=", ".join(map(str, found)),
                fingerprint=", ".join(file.sha256 for file in files[source].original),
            )
            for source, found in by_file.items()
            if source in files
        ]
        for key, by_file in numbers.items()
    }


def times_of(notebook: Notebook, key: str) -> Happened | None:
    """When the messages that this form was begun with were sent, from the first to the last; None where none tells.

    As their file says, instants on the clock of this computer. It is a claim of the file: nothing fills it in for her.
    """
    times = [each.kept.sent for each in quoted_in(notebook, key) if each.kept.sent]
    if not times:
        return None
    try:
        return happened_between(on_this_clock(times[0]), on_this_clock(times[-1]))
    except (ValueError, OverflowError):
        return None


def _copies(notebook: Notebook, chosen: Sequence[HerMessage]) -> tuple[Attachment, ...]:
    """Copies of the files that went with these messages; what is not there or cannot be read is left out."""
    found: list[Attachment] = []
    room = LARGEST_ALONG
    for each in chosen:
        for one in files_of(notebook, each):
            if one.size is None or one.size > room or len(found) == MOST_ALONG:
                continue
            with contextlib.suppress(CannotReadError, DamagedError, MissingFileError):
                found.append(copy_of(notebook, each, each.more.attachments[one.at]))
                room -= found[-1].size
    return tuple(found)


def _quotes(chosen: Sequence[HerMessage], files: dict[str, Source]) -> str:
    """The messages as they are written, file by file, with a line for her own words before them."""
    lines = ["", ""]
    for source in dict.fromkeys(each.kept.source for each in chosen):
        lines.append(f"From “{files[source].name}”:")
        lines += [_quote(each) for each in chosen if each.kept.source == source]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def _quote(each: HerMessage) -> str:
    kept = each.kept
    heading = ", ".join(part for part in (time_of(kept), kept.sender) if part)
    names = " ".join(f"[{given.name}]" for given in each.more.attachments if given.name and given.name not in kept.text)
    words = " ".join(part for part in (kept.text, names) if part)
    quoted = f"{heading}: “{words}”" if words else f"{heading}: [{kept.kind}]"
    machine = how_read(kept.more)
    return f"{quoted} ({machine})" if machine else quoted

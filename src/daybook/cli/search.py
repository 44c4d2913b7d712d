"""`daybook search`: words in everything a notebook holds, entries and messages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from daybook.cli.export import at_folder
from daybook.cli.opened import opened
from daybook.cli.passphrase import passphrase_file

if TYPE_CHECKING:
    from daybook.notebook.notebook import Notebook

_LONGEST = 100


@click.command(epilog='\b\nExample:\n  daybook search --at /media/usb/notes "came to the school" --json')
@at_folder
@click.argument("words")
@click.option("--json", "wants_json", is_flag=True, help="Print every finding as JSON Lines.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="At most so many of each.")
@passphrase_file
def search(folder: Path, words: str, most: int, passphrase_file: str | None, *, wants_json: bool) -> None:
    """Find entries and messages that hold all these words, the newest first. "In quotes" finds exactly that.

    What is found is printed: mind who can see the screen, and where the output goes.
    """
    with opened(folder, passphrase_file) as notebook:
        count = 0
        for found in (*_entries(notebook, words, most), *_messages(notebook, words, most)):
            count += 1
            click.echo(msgspec.json.encode(found).decode() if wants_json else _line(found))
        if not wants_json:
            click.echo(f"{count} found." if count else "Nothing holds all of these words.", err=True)


def _entries(notebook: Notebook, words: str, most: int) -> Iterator[dict[str, Any]]:
    from daybook.domain.kinds import kind_of  # noqa: PLC0415  (starting the screens does without)
    from daybook.notebook.notebook import title_of  # noqa: PLC0415

    for revision in notebook.search(words)[:most]:
        happened = kind_of(revision.kind).when(revision.body)
        yield {
            "what": "entry",
            "kind": revision.kind,
            "record": revision.record,
            "happened": str(happened) if happened else "",
            "text": title_of(revision, _LONGEST),
        }


def _messages(notebook: Notebook, words: str, most: int) -> Iterator[dict[str, Any]]:
    from daybook.notebook.messages import forgiven, listed, sources, wanted  # noqa: PLC0415

    files, what = sources(notebook), wanted(words)
    if not what.words.match:
        return
    leaf = listed(notebook, what, most=most)
    if not leaf.messages and (close := forgiven(notebook, what)):
        leaf = listed(notebook, close, most=most)
    for her in leaf.messages:
        kept = her.kept
        yield {
            "what": "message",
            "file": files[kept.source].name,
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
        }


def _line(found: dict[str, Any]) -> str:
    if found["what"] == "entry":
        return f"{found['happened'] or '-'}  {found['text']}"
    text = " ".join(found["text"].split())
    short = text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
    return f"{found['sent'] or found['sent_as_written'] or '-'}  {found['sender']}: {short}  ({found['file']})"

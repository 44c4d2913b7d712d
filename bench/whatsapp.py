"""A WhatsApp export of 2,000,000 messages: read to the end, and sealed and searchable, beside the fastest peer.

The peers are fetched at a pinned release into an environment that is thrown away, and read the very same file in the
same run: they are never dependencies (whatstk is under the GPL). Where none can be fetched the figures stand without a
ratio and say so. Each reading is a process of its own. A ratio of seconds is of the clock on the wall; the one of work
is of processor seconds, which other programs at the same time disturb less.
Run: python -m bench.whatsapp [MESSAGES]
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import NamedTuple

from bench.figure import Figure

MESSAGES = 2_000_000
WORDS = [
    "I",
    "you",
    "the",
    "kids",
    "money",
    "home",
    "school",
    "call",
    "late",
    "again",
    "please",
    "stop",
    "why",
    "never",
    "tonight",
    "work",
    "car",
    "keys",
    "food",
    "rent",
]
_SAID = """
spent = time.perf_counter() - wall, time.process_time() - work
from bench.figure import most_memory
print(count, *spent, most_memory())
"""
_BEGIN = "import sys, time\nwall, work = time.perf_counter(), time.process_time()\n"
PARSED = (
    """
from daybook.intake.formats.whatsapp import format
from daybook.intake.run import Run, runs_of
"""
    + _BEGIN
    + """
count = 0
with open(sys.argv[1], "rb") as file:
    for one in runs_of(format, file, "chat.txt", {}):
        count += len(one) if isinstance(one, Run) else 1
"""
    + _SAID
)
READ = (
    "from daybook.intake.formats.whatsapp import format\n"
    + _BEGIN
    + """
with open(sys.argv[1], "rb") as file:
    count = sum(1 for _ in format.read(file, "chat.txt", {}))
"""
    + _SAID
)
SEALED = (
    """
import sys, tempfile
from pathlib import Path
from daybook.crypto.derive import Cost
from daybook.domain.attachment import Attachment
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.messages import count as counted, source_of, wanted
from daybook.notebook.notebook import Notebook
from daybook.notebook.offers import Offers
folder = tempfile.TemporaryDirectory(dir=Path(sys.argv[1]).parent)
notebook = Notebook.create(Path(folder.name) / "notes", "ledger pebble lantern window", cost=Cost(memory=64 * 1024))
sealer = notebook.seal_file()
with open(sys.argv[1], "rb") as file:
    while block := file.read(1 << 20):
        sealer.write(block)
done = sealer.finish()
sealed = Attachment(blob=done.blob, name="chat.txt", media="text/plain", size=done.size, sha256=done.sha256)
offer = notebook.beside(Offers).add(sealed)
"""
    + _BEGIN
    + """
record, bringing, shown = bring_in(notebook, offer.key), notebook.beside(Bringing), 0
while (progress := bringing.progress(record)) is None or progress.running:
    bringing.wait(record, 5)
    shown = max(shown, progress.percent if progress else 0)
    print(f"{shown} %", file=sys.stderr, flush=True)
count = source_of(notebook, record).messages
assert source_of(notebook, record).done
"""
    + _SAID
    + """
sys.stdout.flush()
assert counted(notebook, wanted("tonight")) > 0
notebook.close()
"""
)
PEERS = {
    "whatstk==0.9.1": "from whatstk import WhatsAppChat\n"
    + _BEGIN
    + "count = len(WhatsAppChat.from_source(sys.argv[1], max_size=None).df)\n"
    + _SAID,
    "whatsapp-chat-exporter==0.13.1": """
from Whatsapp_Chat_Exporter.data_model import ChatCollection
from Whatsapp_Chat_Exporter.exported_handler import messages
"""
    + _BEGIN
    + "count = len(messages(sys.argv[1], ChatCollection(), True).get_chat('ExportedChat'))\n"
    + _SAID,
}


class Took(NamedTuple):
    """How many messages were read, in how many seconds of the wall and of the processor, with how many MiB."""

    messages: int
    wall: float
    work: float
    memory: float


def write_chat(path: Path, messages: int) -> None:
    """An Android export in British English: the dialect that every peer reads. The same one each time."""
    draw = random.Random(7)
    at = dt.datetime(2014, 1, 13, 8)  # noqa: DTZ001 - a clock on a wall, as exports have it
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number in range(messages):
            at += dt.timedelta(minutes=draw.choice((0, 0, 1, 2, 5)))
            text = " ".join(draw.choices(WORDS, k=draw.randint(3, 25)))
            if number % 20 == 0:
                text += "\nand this on a line of its own"
            elif number % 33 == 0:
                text = "<Media omitted>"
            elif number % 11 == 0:
                text += " 😡"
            file.write(f"{at:%d/%m/%Y, %H:%M} - {draw.choice(('Alex', 'Sam'))}: {text}\n")


def run(python: str, code: str, chat: Path, *, progress: bool = False) -> Took:
    """What one reading took, in a process of its own. `progress` lets through how far it says that it is."""
    said = None if progress else subprocess.DEVNULL
    done = subprocess.run([python, "-c", code, str(chat)], check=True, stdout=subprocess.PIPE, stderr=said, text=True)
    count, wall, work, memory = done.stdout.split()[-4:]
    return Took(int(count), float(wall), float(work), float(memory))


def _fetched(folder: Path, peer: str) -> str | None:
    """A Python with this peer in it and nothing of ours; None where it cannot be fetched."""
    made = folder / peer.partition("=")[0]
    try:
        venv.create(made, with_pip=True)
        python = str(made / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "-q", peer], check=True, capture_output=True, timeout=600)
    except (OSError, subprocess.SubprocessError):
        return None
    return python


def _fastest(folder: Path, chat: Path) -> tuple[str, Took | None]:
    """The peer that reads most messages a second, and how fast it is."""
    found = [(peer, python, code) for peer, code in PEERS.items() if (python := _fetched(folder, peer))]
    took = [(peer, run(python, code, chat)) for peer, python, code in found]
    for peer, each in took:
        rate = each.messages / each.wall
        print(f"  {peer}: {rate:,.0f} messages/s, {each.work:.0f} s of work, {each.memory:,.0f} MiB", flush=True)
    if not took:
        return "no peer could be fetched", None
    return max(took, key=lambda one: one[1].messages / one[1].wall)


def _figures(what: str, ours: Took, peer: str, theirs: Took | None) -> list[Figure]:
    rate = ours.messages / ours.wall
    if theirs is None:
        return [Figure(f"{what} (no ratio: {peer})", rate, "messages/s"), Figure(f"{what}, memory", ours.memory, "MiB")]
    their_rate, each = theirs.messages / theirs.wall, ours.work / ours.messages
    said = f"{peer}, {their_rate:,.0f} messages/s"
    return [
        Figure(what, rate, "messages/s", rate / their_rate, said),
        Figure(f"{what}, work", each * 1e6, "µs each", theirs.work / theirs.messages / each, "less than theirs"),
        Figure(f"{what}, memory", ours.memory, "MiB", ours.memory / theirs.memory, f"{peer}, {theirs.memory:,.0f} MiB"),
    ]


def figures(messages: int = MESSAGES) -> list[Figure]:
    """Messages a second parsed with offsets kept, read one by one, and sealed and searchable, beside a peer's bare
    parse; and the most memory taken."""
    with tempfile.TemporaryDirectory() as name:
        chat = Path(name) / "chat.txt"
        write_chat(chat, messages)
        ours = {
            "parsed": run(sys.executable, PARSED, chat),
            "sealed and searchable": run(sys.executable, SEALED, chat, progress=True),
            "read one by one": run(sys.executable, READ, chat),
        }
        peer, theirs = _fastest(Path(name), chat)
        return [
            figure
            for what, took in ours.items()
            for figure in _figures(f"WhatsApp, {took.messages:,} messages {what}", took, peer, theirs)
        ]


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES):
        print(figure)

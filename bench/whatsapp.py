"""A WhatsApp export of 2,000,000 messages read to the end, beside the fastest peer in an environment of its own.

The peer, whatstk, is under the GPL, so it is never a dependency: its release is fetched into a folder that is thrown
away, and it reads the very same file. Where it cannot be fetched the figure stands without a ratio and says so.
Run: python -m bench.whatsapp
"""

from __future__ import annotations

import datetime as dt
import random
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from bench.figure import Figure

MESSAGES = 2_000_000
PEER = "whatstk==0.9.1"
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
OURS = """
import resource, sys, time
from daybook.intake.formats.whatsapp import format
begun, count = time.perf_counter(), 0
with open(sys.argv[1], "rb") as file:
    for _ in format.read(file, "chat.txt", {}):
        count += 1
print(count, time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
THEIRS = """
import resource, sys, time
from whatstk import WhatsAppChat
begun = time.perf_counter()
chat = WhatsAppChat.from_source(sys.argv[1], max_size=None)
print(len(chat.df), time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


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


def _run(python: str, code: str, chat: Path) -> tuple[int, float, float]:
    """How many messages were read, in how many seconds, with how many MiB."""
    done = subprocess.run([python, "-c", code, str(chat)], check=True, capture_output=True, text=True)
    count, seconds, memory = done.stdout.split()[-3:]
    return int(count), float(seconds), float(memory)


def _peer(folder: Path) -> str | None:
    """A Python with the peer in it and nothing of ours; None where it cannot be fetched."""
    made = folder / "peer"
    try:
        venv.create(made, with_pip=True)
        python = str(made / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "-q", PEER], check=True, capture_output=True, timeout=600)
    except (OSError, subprocess.SubprocessError):
        return None
    return python


def figures(messages: int = MESSAGES) -> list[Figure]:
    """Messages a second with offsets kept, and the most memory taken, each beside the peer's."""
    with tempfile.TemporaryDirectory() as name:
        chat = Path(name) / "chat.txt"
        write_chat(chat, messages)
        peer = _peer(Path(name))
        count, seconds, memory = _run(sys.executable, OURS, chat)
        rate, what = count / seconds, f"WhatsApp, {count:,} messages"
        if peer is None:
            missing = f" (no ratio: {PEER} could not be fetched)"
            return [Figure(what + missing, rate, "messages/s"), Figure(f"{what}, memory", memory, "MiB")]
        their_count, their_seconds, their_memory = _run(peer, THEIRS, chat)
        their_rate = their_count / their_seconds
        return [
            Figure(what, rate, "messages/s", rate / their_rate, f"{PEER}, {their_rate:,.0f} messages/s"),
            Figure(f"{what}, memory", memory, "MiB", memory / their_memory, f"{PEER}, {their_memory:,.0f} MiB"),
        ]


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else MESSAGES):
        print(figure)

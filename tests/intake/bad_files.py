"""What a file can be that somebody brings by mistake or after an accident, for every format: from one good file each."""

from __future__ import annotations

import random

from tests.campaign.fuzz.seeds import kinds

TEXTS = {"whatsapp", "eml", "mbox", "vcard", "ics", "call-csv", "sms-backup", "meta-json", "meta-html", "telegram-json",
         "telegram-html", "google-chat", "google-voice", "signal", "imessage"}  # fmt: skip
READ = sorted(set(kinds()) - {"closed", "claims"})
"""The formats something is read from."""


def good(identity: str) -> tuple[str, bytes]:
    """A good file of this format and its name."""
    seed = kinds()[identity].seeds[0]
    return seed.name, seed.raw


def bad(identity: str) -> dict[str, tuple[str, bytes]]:
    """By what happened to it: its name and its bytes."""
    name, raw = good(identity)
    garbage = random.Random(identity).randbytes(5_000)
    long = b"x" * (3 << 20)
    found = {
        "empty": (name, b""),
        "cut off": (name, raw[: len(raw) * 2 // 3]),
        "cut off at once": (name, raw[:20]),
        "called something else": ("holiday.jpg", raw),
        "called nothing": ("", raw),
        "binary garbage": (name, garbage),
        "right at first and garbage after": (name, raw[: len(raw) // 3] + garbage),
        "zeros": (name, bytes(4_000)),
    }
    if identity in TEXTS:
        text = raw.decode("utf-8")
        found |= {
            "in another coding": (name, text.encode("utf-16")),
            "in no coding": (name, raw[:-20] + b"caf\xe9 \xff\xfe\x80" + raw[-20:]),
            "with one huge line": (name, raw + b"\n" + long),
            "with a huge line first": (name, long + b"\n" + raw),
        }
    return found

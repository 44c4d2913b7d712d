"""Append until the power is cut, look at what survived, and count what was lost or torn."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from typing import Any

from daybook.journal.chain import Chain, Head
from daybook.journal.errors import JournalError
from daybook.journal.keys import Keys
from daybook.journal.store import Frame
from daybook.stores import pages
from daybook.stores.pages import Pages
from tests.journal.samples import VOLUME_KEY
from tests.stores.simulated_disk import DB_PATH, SimulatedDisk, connect_to

FULL = pages._SETTINGS


def weaker(synchronous: str) -> tuple[str, ...]:
    return tuple(s.replace("synchronous = FULL", f"synchronous = {synchronous}") for s in FULL)


@dataclass
class Outcome:
    runs: int = 0
    acknowledged: int = 0
    lost: int = 0
    torn: int = 0


def cut_power(runs: int, settings: tuple[str, ...], patch: Any, seed: int = 0) -> Outcome:
    """Cut the power `runs` times, each at another step, and count acknowledged frames that did not survive."""
    outcome = Outcome()
    chain = Chain(Keys(VOLUME_KEY, 0), b"n" * 16)
    begun = _begun(settings, patch)
    for run in range(runs):
        chance = random.Random(seed + run)
        disk = SimulatedDisk(begun)
        patch.setattr(pages, "_connect", connect_to(disk, settings))
        acknowledged = _append_until_cut(disk, chain, chance)
        after = SimulatedDisk(disk.survived(chance))
        patch.setattr(pages, "_connect", connect_to(after, settings))
        _count(outcome, chain, acknowledged)
    return outcome


def _begun(settings: tuple[str, ...], patch: Any) -> dict[str, bytes]:
    disk = SimulatedDisk()
    patch.setattr(pages, "_connect", connect_to(disk, settings))
    patch.setattr(os, "open", lambda *_: -1)
    patch.setattr(os, "close", lambda _: None)
    Pages.create(DB_PATH).close()
    patch.undo()
    return {name: bytes(file.now) for name, file in disk.files.items()}


def _append_until_cut(disk: SimulatedDisk, chain: Chain, chance: random.Random) -> list[Frame]:
    """The frames whose append returned before the power went."""
    acknowledged: list[Frame] = []
    opened = None
    # Now and then a restart, so that the log is folded into the database while the power goes.
    disk.cut_after = chance.randrange(5, 140)
    try:
        opened = Pages(DB_PATH)
        head = Head()
        while True:
            frame = chain.seal(chance.randbytes(chance.choice([10, 200, 3000])), head)
            opened.append(frame)
            acknowledged.append(frame)
            head = Head(frame.place + 1, frame.tag)
            opened.put_draft(bytes(16), chance.randbytes(300))
            if chance.random() < 0.15:
                opened.close()
                opened = Pages(DB_PATH)
    except JournalError:
        return acknowledged
    finally:
        disk.off = True
        if opened is not None:
            opened.close()


def _count(outcome: Outcome, chain: Chain, acknowledged: list[Frame]) -> None:
    outcome.runs += 1
    outcome.acknowledged += len(acknowledged)
    try:
        reopened = Pages(DB_PATH)
        found = list(reopened.frames(0))
        chain.walk(found)
        reopened.close()
    except JournalError:
        outcome.torn += 1
        return
    if found[: len(acknowledged)] != acknowledged:
        outcome.lost += 1

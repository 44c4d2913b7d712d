"""Spoilt files for every format: `pytest -m campaign tests/campaign/test_fuzz.py`, with DAYBOOK_FUZZ for how many each.

A plain `make campaign` reads 20,000 of each format, about a quarter of an hour; the figure asked for is 1,000,000,
which takes some hours on one core: `DAYBOOK_FUZZ=1000000`. What fails is printed, made smaller, and saved as bytes in
the folder DAYBOOK_FUZZ_SAVED names (a folder of the test where it names none).
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from daybook.intake.format import Answers, CannotReadError, Found
from daybook.intake.message import Message, Place, Skipped
from tests.campaign.fuzz import run
from tests.campaign.fuzz.claims import READERS
from tests.campaign.fuzz.drive import chunks
from tests.campaign.fuzz.seeds import kinds
from tests.campaign.fuzz.spoil import Kind, Seed, spoilt

COUNT = int(os.environ.get("DAYBOOK_FUZZ", "20000"))


@pytest.mark.campaign
@pytest.mark.parametrize("format_id", sorted(kinds()))
def test_whatever_the_bytes_only_a_sentence_leaves(format_id: str, tmp_path: Path) -> None:
    read, faults = 0, dict[str, Any]()
    for found in chunks(format_id, 0, COUNT):
        read += found["read"]
        faults |= found["failures"]
    folder = Path(os.environ.get("DAYBOOK_FUZZ_SAVED", tmp_path))
    told = ""
    for why, fault in faults.items():
        saved = folder / f"{format_id}-{fault['number']}-{fault['name']}"
        saved.write_bytes(bytes.fromhex(fault["hex"]))
        told += f"{why}\n  input {fault['number']}, saved as {saved}\n  {fault['hex']}\n"
    assert not faults, told
    assert read == COUNT


def test_every_format_has_seeds_and_each_is_recognised() -> None:
    assert set(kinds()) == {one.id for one in READERS}
    for form in READERS:
        for seed in kinds()[form.id].seeds:
            assert form.is_one(io.BytesIO(seed.raw), seed.name)
            assert run.failure(form, seed.name, seed.raw) == ""


def test_the_same_number_gives_the_same_bytes_and_another_gives_others() -> None:
    kind = kinds()["sms-backup"]
    assert spoilt(kind, "sms-backup", 7) == spoilt(kind, "sms-backup", 7)
    assert len({spoilt(kind, "sms-backup", number)[1] for number in range(200)}) > 150


class Broken:
    """A format that is wrong on purpose in one of the ways that are looked for."""

    id = name = "broken"

    def __init__(self, fault: str) -> None:
        self.fault = fault

    def is_one(self, file: BinaryIO, name: str) -> bool:
        return True

    def look(self, file: BinaryIO, name: str) -> Found:
        return Found(format=self.id, name=self.name)

    def read(self, file: BinaryIO, name: str, answers: Answers) -> Iterator[Message | Skipped]:
        raw = file.read()
        if b"b" not in raw:
            raise CannotReadError("There is nothing here.")
        if b"\0" in raw:
            if self.fault == "raises":
                raise KeyError("x")
            while self.fault == "hangs":
                pass
            if self.fault == "fills":
                bytearray(4 * run.MEMORY)
        far = self.fault == "places" and b"\0" in raw
        yield Skipped(place=Place(0, len(raw) + far), why="\ud800" if self.fault == "letters" and b"\0" in raw else "x")


SEED = Kind((Seed("x", b"a" * 40 + b"b" + b"c" * 40),), (b"\0",))


@pytest.mark.parametrize(
    ("fault", "why"),
    [
        ("raises", "KeyError"),
        ("hangs", "TooSlow"),
        ("fills", "MemoryError"),
        ("places", "WrongAnswerError"),
        ("letters", "UnicodeEncodeError"),
    ],
)
def test_a_format_broken_on_purpose_is_caught(fault: str, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SECONDS", 0.05)
    monkeypatch.setattr(run, "MOST_FAILURES", 1)
    ended = os.fork() if fault == "fills" else 1
    if not ended:
        run.limit()
        os._exit(why in str(run.run(Broken(fault), SEED, 0, 500)["failures"]))
    if fault == "fills":
        assert os.waitstatus_to_exitcode(os.waitpid(ended, 0)[1]) == 1
        return
    with run.timed():
        (told, fault_found), *_ = run.run(Broken(fault), SEED, 0, 500)["failures"].items()
    assert told.startswith(why)
    small = bytes.fromhex(fault_found["hex"])
    assert b"\0" in small
    assert why == "TooSlow" or len(small) == 2


def test_a_format_that_is_right_is_not_blamed() -> None:
    with run.timed():
        assert run.run(Broken(""), SEED, 0, 500)["failures"] == {}

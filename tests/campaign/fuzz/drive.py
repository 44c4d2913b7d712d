"""Starts children one after another and gathers what they found; by hand: `python -m tests.campaign.fuzz.drive`.

By hand it takes the number of inputs of each format, a file to note every chunk in, and formats ("" for all); what is
noted there already is not read again. One process at a time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.campaign.fuzz.seeds import kinds
from tests.campaign.fuzz.spoil import spoilt

CHUNK, LONGEST = 20_000, 3_600


def chunks(format_id: str, first: int, count: int) -> Iterator[dict[str, Any]]:
    """What each child found. A child that died, or stood still for an hour, is a failure of the input it was at."""
    end = first + count
    while first < end:
        found = _child(format_id, first, min(CHUNK, end - first))
        yield found
        first += found["read"]


def _child(format_id: str, first: int, count: int) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile() as progress:
        progress.write(first.to_bytes(8, "little"))
        progress.flush()
        told = [sys.executable, "-m", "tests.campaign.fuzz.run", format_id, str(first), str(count), progress.name]
        try:
            ran = subprocess.run(told, capture_output=True, text=True, timeout=LONGEST, check=False)
            died = f"died with {ran.returncode}: {ran.stderr[-300:]}" if ran.returncode else ""
        except subprocess.TimeoutExpired:
            died = "stood still"
        if not died:
            found: dict[str, Any] = json.loads(ran.stdout)
            return found
        number = int.from_bytes(Path(progress.name).read_bytes(), "little")
    name, raw = spoilt(kinds()[format_id], format_id, number)
    failures = {died: {"number": number, "name": name, "hex": raw.hex()}}
    return {"format": format_id, "first": first, "read": number + 1 - first, "seconds": 0, "failures": failures}


def main(count: str, noted: str, *format_ids: str) -> None:
    """Bring every format up to `count` inputs, noting each chunk as a line of JSON in the file `noted`."""
    ledger = Path(noted)
    for format_id in format_ids or kinds():
        lines = ledger.read_text().splitlines() if ledger.exists() else []
        done = sum(one["read"] for one in map(json.loads, lines) if one["format"] == format_id)
        for found in chunks(format_id, done, int(count) - done):
            with ledger.open("a") as opened:
                opened.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

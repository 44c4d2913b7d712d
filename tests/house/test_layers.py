"""The layers hold, and nothing below the stores can reach the network, its libraries included."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

NO_SOCKETS = """
import sys

def refuse(event, args):
    if event.startswith("socket."):
        raise RuntimeError(event)

sys.addaudithook(refuse)
import daybook.crypto, daybook.domain.kinds, daybook.domain.typed, daybook.journal.journal
import daybook.readmodel.picture, daybook.export.chronology, daybook.export.pictures, daybook.guide.decide
{extra}
print("quiet")
"""


def _run(extra: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", NO_SOCKETS.format(extra=extra)], capture_output=True, text=True, check=False
    )


def test_the_contracts_hold() -> None:
    program = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


def test_nothing_below_the_stores_opens_a_socket() -> None:
    assert _run("").stdout.strip() == "quiet"


def test_the_watch_on_sockets_would_see_one() -> None:
    assert "socket.__new__" in _run("import socket; socket.socket()").stderr

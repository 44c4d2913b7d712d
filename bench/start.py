"""From the command to the first page, beside Python and Flask alone doing the same."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.figure import Figure

ALONE = """
import flask, threading
from cheroot.wsgi import Server
app = flask.Flask(__name__)
app.add_url_rule("/", view_func=lambda: "ready")
server = Server(("127.0.0.1", 0), app)
server.prepare()
print("Ready: http://127.0.0.1:%d/" % server.bind_addr[1], flush=True)
server.serve()
"""


def _first_page(command: list[str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        address = running.stdout.readline().split()[-1]
        with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(address) as page:
            page.read()
        took = time.perf_counter() - begun
        running.terminate()
    return took


def figures(times: int = 5) -> list[Figure]:
    """Seconds from the command to the first page: the middle one of several starts, after one that warms the disk."""
    with tempfile.TemporaryDirectory() as folder:
        daybook = [str(Path(sys.executable).with_name("daybook")), "--at", f"{folder}/kept", "--no-browser"]
        alone = [sys.executable, "-c", ALONE]
        ours, theirs = (
            statistics.median([_first_page(command) for _ in range(times + 1)][1:]) for command in (daybook, alone)
        )
    return [Figure("start to first page", ours, "s", ours / theirs, "Flask and cheroot alone")]

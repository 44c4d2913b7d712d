"""The command alone: one neutral line, a page, and a clean end."""

from __future__ import annotations

import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from daybook.cli import browser

LINE = re.compile(r"Ready: http://127\.0\.0\.1:(\d+)/([A-Za-z0-9_-]{20,})\n")


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "daybook", "--at", str(tmp_path / "notes"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        yield process
        if process.poll() is None:
            process.kill()


def _ask(port: int, path: str, cookie: str = "") -> tuple[int, dict[str, str], str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read().decode()
    connection.close()
    return found


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_prints_one_line_serves_only_its_own_browser_and_ends_cleanly(
    running: subprocess.Popen[str], ending: signal.Signals
) -> None:
    assert running.stdout
    found = LINE.fullmatch(running.stdout.readline())
    assert found
    port, secret = int(found[1]), found[2]
    status, headers, page = _ask(port, "/")
    assert status == 403
    assert headers["Server"] == ""
    assert "Content-Security-Policy" in headers
    status, headers, _ = _ask(port, "/" + secret)
    assert status == 303
    status, _, page = _ask(port, "/", headers["Set-Cookie"].split(";")[0])
    assert status == 203
    assert "Start a new notebook" in page
    running.send_signal(ending)
    rest, said = running.communicate(timeout=20)
    assert (running.returncode, rest, said) == (0, "", "")


def test_it_listens_on_this_machine_only(running: subprocess.Popen[str]) -> None:
    assert running.stdout
    found = LINE.fullmatch(running.stdout.readline())
    assert found
    port = int(found[1])
    listening = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = [row[1] for row in listening if row[3] == "0A" and row[1].endswith(f":{port:04X}")]
    assert ours == [f"0100007F:{port:04X}"]


def test_the_process_leaves_nothing_lying_about(tmp_path: Path) -> None:
    script = (
        "import ctypes, pathlib, resource, sys\n"
        "from daybook.cli.process import harden\n"
        "harden()\n"
        "pathlib.Path(sys.argv[1]).write_text('x')\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))\n"
    )
    made = tmp_path / "made"
    said = subprocess.run([sys.executable, "-c", script, str(made)], capture_output=True, text=True, check=True).stdout
    assert said == "(0, 0) 0\n"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "crash",
    [
        "raise ValueError(words)",
        "threading.Thread(target=lambda: {}[words]).start()",
        "class Gone:\n    def __del__(self): raise RuntimeError(words)\nGone()",
        "try:\n    {}[words]\nexcept KeyError as error:\n    raise OSError(words) from error",
    ],
)
@pytest.mark.parametrize("hardened", [True, False])
def test_an_error_nobody_expected_quotes_nobody(crash: str, *, hardened: bool) -> None:
    """Without the first line each of these does, which is the control."""
    start = "import sys, threading\nfrom daybook.cli.process import harden\n" + "harden()\n" * hardened
    script = f"{start}words = 'canary-' + 'in-words'\n{crash}\n"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False).stderr
    assert ("canary-in-words" in said) == (not hardened)
    assert "Error" in said


@pytest.mark.parametrize(
    ("name", "switch"),
    [
        ("firefox", "--private-window"),
        ("chromium", "--incognito"),
        ("google-chrome", "--incognito"),
        ("microsoft-edge", "--inprivate"),
    ],
)
def test_a_private_window_is_opened_where_the_browser_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, switch: str
) -> None:
    program = tmp_path / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.private_window("http://127.0.0.1:1/x") == [str(program), switch, "http://127.0.0.1:1/x"]


def test_any_window_is_opened_where_none_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(browser, "_ELSEWHERE", {})
    monkeypatch.setattr(browser.webbrowser, "open", opened.append)
    browser.open_browser("http://127.0.0.1:1/x")
    assert opened == ["http://127.0.0.1:1/x"]

"""A film of two gigabytes that calls itself a photo, through the real server: sealed as it comes, little in memory."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

import pytest

from daybook.crypto.derive import Cost
from daybook.notebook.notebook import Notebook
from tests.web.conftest import PASSPHRASE
from tests.web.filling import filled

SIZE = 2 * 1024**3
BLOCK = 1 << 20
HEAD = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01"
ALLOWED = 64 * 1024**2
"""Bytes of memory it may grow by, whatever comes in."""


@pytest.fixture
def _quick() -> None:
    """The server of these tests is another process, where nothing is replaced."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    if os.statvfs(tmp_path).f_bavail * os.statvfs(tmp_path).f_frsize < 2 * SIZE:
        pytest.skip("not enough room for two gigabytes")
    Notebook.create(tmp_path / "notes", PASSPHRASE, cost=Cost(memory=64 * 1024)).close()
    command = [sys.executable, "-m", "daybook", "--at", str(tmp_path / "notes"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        yield process.stdout.readline().split()[1], process
        process.terminate()
        process.wait(20)
    shutil.rmtree(tmp_path / "notes")  # what tests leave behind is kept for a while


class Reader:
    """The plainest of browsers: cookies, pages, forms."""

    def __init__(self, launch: str) -> None:
        self.base = "http://" + urlsplit(launch).netloc
        self.cookies = CookieJar()
        self._opener: OpenerDirector = build_opener(HTTPCookieProcessor(self.cookies))
        self.page = self.get(launch)

    def get(self, address: str) -> str:
        self.page = self._opener.open(address).read().decode()
        return self.page

    def post(self, address: str, **fields: str) -> None:
        sent = Request(self.base + address, urlencode(fields).encode(), {"Origin": self.base})
        self.page = self._opener.open(sent).read().decode()

    def link(self, words: str) -> str:
        found = re.search(r'href="([^"]*)"[^>]*>\s*' + re.escape(words), self.page)
        assert found, words
        return self.base + html.unescape(found[1])

    def form(self, holding: str) -> str:
        forms = re.findall(r'<form [^>]*action="([^"]*)"[^>]*>(.*?)</form>', self.page, re.DOTALL)
        return next(html.unescape(action) for action, inside in forms if holding in inside)

    def send_large(self, address: str, values: dict[str, list[str]], size: int) -> str:
        """Post a form with one file of this size, a block at a time, and follow where it leads."""
        parts = [("name", name, value) for name, given in values.items() for value in given]
        before = "".join(f'--edge\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n' for _, n, v in parts)
        before += '--edge\r\nContent-Disposition: form-data; name="files"; filename="IMG_1.jpg"\r\n\r\n'
        begin, end = before.encode() + HEAD, b"\r\n--edge--\r\n"
        connection = HTTPConnection(urlsplit(self.base).netloc, timeout=300)
        connection.putrequest("POST", address)
        for name, value in {
            "Origin": self.base,
            "Cookie": "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies),
            "Content-Type": "multipart/form-data; boundary=edge",
            "Content-Length": str(len(begin) + size - len(HEAD) + len(end)),
        }.items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(begin)
        left, block = size - len(HEAD), bytes(BLOCK)
        while left:
            connection.send(block[: min(left, BLOCK)])
            left -= min(left, BLOCK)
        connection.send(end)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.status == 303
        return self.get(self.base + str(answer.headers["Location"]))


def most_memory(process: subprocess.Popen[str]) -> int:
    """The most memory a process has had so far, in bytes."""
    said = Path(f"/proc/{process.pid}/status").read_text()
    return int(said.partition("VmHWM:")[2].split()[0]) * 1024


def test_two_gigabytes_are_sealed_with_little_memory_and_said_to_be_no_picture(
    server: tuple[str, subprocess.Popen[str]], tmp_path: Path
) -> None:
    address, process = server
    reader = Reader(address)
    reader.post(reader.form("passphrase"), passphrase=PASSPHRASE)
    reader.get(reader.link("Write something down"))
    reader.get(reader.link("Write down something that happened"))
    before = most_memory(process)
    values = {**filled(reader.page), "account": ["Words beside a film."], "do": ["save"]}
    reader.send_large(reader.form("data-kept"), values, SIZE)
    assert "Saved." in reader.page
    assert "Words beside a film." in reader.page
    assert most_memory(process) - before < ALLOWED, f"{(most_memory(process) - before) >> 20} MB"
    (sealed,) = [path for path in (tmp_path / "notes" / "files").iterdir() if path.is_file()]
    assert sealed.stat().st_size > SIZE
    reader.get(reader.link("<img"))
    assert "it cannot be shown as a picture here" in reader.page
    assert most_memory(process) - before < ALLOWED, f"{(most_memory(process) - before) >> 20} MB"

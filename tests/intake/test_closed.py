"""Files that are known and not opened: what is said of each, and how the messages can be had."""

from __future__ import annotations

import io
import sqlite3
import zipfile

import pytest

from daybook.intake.format import CannotReadError, recognise
from daybook.intake.formats.closed import format as closed
from tests.intake.downloads_files import zipped


def locked(*names: str) -> bytes:
    """A zip whose list says that these are locked, as a program with a password writes it."""
    raw = bytearray(zipped(dict.fromkeys(names, "x" * 40), packed=zipfile.ZIP_STORED))
    at = 0
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := raw.find(mark, at)) >= 0:
            raw[at + flags] |= 1
            at += 4
    return bytes(raw)


def table(script: str) -> bytes:
    opened = sqlite3.connect(":memory:")
    opened.executescript(script)
    raw = opened.serialize()
    opened.close()
    return raw


FILES = {
    "x.7z": (b"7z\xbc\xaf'\x1c" + bytes(90), "unpack it"),
    "x.rar": (b"Rar!\x1a\x07\x01\x00" + bytes(90), "unpack it"),
    "takeout.tgz": (b"\x1f\x8b\x08" + bytes(90), ".zip"),
    "x.pst": (b"!BDN" + bytes(90), ".eml"),
    "x.ab": (b"ANDROID BACKUP\n5\n1\nAES-256\n", "SMS Backup & Restore"),
    "Manifest.db": (table("CREATE TABLE Files (fileID TEXT PRIMARY KEY, domain TEXT)"), "3d0d7e5f"),
    "msgstore.db": (table("CREATE TABLE message (x); CREATE TABLE message_ftsv2 (y)"), "Export chat"),
    "msgstore.db.crypt15": (bytes(range(256)), "Export chat"),
    "signal-2024-03-14-21-05-09.backup": (bytes(range(256)), "plain text"),
    "sms-20240314.zip": (locked("sms-20240314.xml"), "without a password"),
}


@pytest.mark.parametrize("name", FILES)
def test_it_is_said_what_it_is_and_how_the_messages_can_be_had(name: str) -> None:
    raw, word = FILES[name]
    assert recognise(io.BytesIO(raw), name) is closed
    for ask in (lambda: closed.look(io.BytesIO(raw), name), lambda: list(closed.read(io.BytesIO(raw), name, {}))):
        with pytest.raises(CannotReadError) as told:
            ask()
        assert word in str(told.value)
        assert str(told.value).endswith(".")


@pytest.mark.parametrize("raw", [b"", b"hello", bytes(99), zipped({"a.txt": "x"}), table("CREATE TABLE x (y)")])
def test_what_is_none_of_these_is_not_taken_for_one(raw: bytes) -> None:
    assert not closed.is_one(io.BytesIO(raw), "x")

"""`daybook read --json` on the odd files of the field notes: what the tests of each format read, as lines of JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from daybook.cli import main
from tests.intake import apple_files, sms_files, test_meta_json, test_whatsapp, test_whatsapp_words

HEADS = {
    **{name: (head, sent) for name, (head, sent) in test_whatsapp.HEADS.items()},
    **{name: (head, sent) for name, (head, sent) in test_whatsapp_words.HEADS.items()},
}


def read(path: Path, raw: bytes) -> list[dict[str, Any]]:
    path.write_bytes(raw)
    ran = CliRunner().invoke(main, ["read", str(path), "--json"])
    assert ran.exit_code == 0, ran.output
    return [json.loads(line) for line in ran.stdout.splitlines()]


@pytest.mark.parametrize("case", HEADS)
def test_a_chat(case: str, tmp_path: Path) -> None:
    head, sent = HEADS[case]
    raw = f"{head}Alex: hi\n{head}Sam: yes\n".encode()
    found = read(tmp_path / "chat.txt", raw)
    assert [(one["sent"], one["sender"], one["text"]) for one in found] == [(sent, "Alex", "hi"), (sent, "Sam", "yes")]
    assert all(raw[one["place"]["start"] : one["place"]["end"]].decode().endswith(one["text"]) for one in found)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b"&#55357;&#56396;", "👌"),
        (b"a&#55357;b", "a\ufffdb"),
        (b"a&#10;b", "a\nb"),
        (b"null", "null"),
        (b"\xff", "\ufffd"),
    ],
)
def test_a_backup_of_texts(body: bytes, text: str, tmp_path: Path) -> None:
    (found,) = read(tmp_path / "sms.xml", sms_files.whole(sms_files.text(body)))
    assert (found["text"], found["sent"]) == (text, sms_files.SENT)


def test_messenger_and_an_iphone(tmp_path: Path) -> None:
    said = test_meta_json.said
    (found,) = read(
        tmp_path / "message_1.json", test_meta_json.one_file(said(test_meta_json.twice("I’m liked a message")))
    )
    assert found["text"] == "I’m liked a message"
    (found,) = read(
        tmp_path / "sms.db", apple_files.database({"text": None, "attributedBody": apple_files.archived("é😡")})
    )
    assert (found["text"], found["place"]["part"]) == ("é😡", "message/1")

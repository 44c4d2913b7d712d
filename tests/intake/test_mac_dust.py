"""A zip packed on a Mac: what the Mac added is told once, and is neither a chat nor three hundred strange files."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from daybook.intake.format import Format
from daybook.intake.formats.telegram import format as telegram
from daybook.intake.formats.whatsapp import format as whatsapp
from daybook.intake.message import Message, Skipped

CHAT = b"14/03/2024, 21:05 - Sam: hello\n14/03/2024, 21:06 - Sam: IMG-20240314-WA0001.jpg (file attached)\n"
RESULT = json.dumps(
    {
        "name": "Sam",
        "type": "personal_chat",
        "id": 1,
        "messages": [{"id": 1, "type": "message", "date": "2024-03-14T21:05:09", "from": "Sam", "text": "hello"}],
    }
).encode()
DUST = ("__MACOSX/._a", "__MACOSX/media/._b.jpg", ".DS_Store", "media/.DS_Store")


@pytest.mark.parametrize(("form", "name", "plain"), [(whatsapp, "_chat.txt", CHAT), (telegram, "result.json", RESULT)])
def test_what_a_mac_added_is_told_once(form: Format, name: str, plain: bytes) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(name, plain)
        made.writestr("IMG-20240314-WA0001.jpg", b"\xff\xd8\xff")
        made.writestr("__MACOSX/", b"")
        for dust in DUST:
            made.writestr(dust, b"\0\x05\x16\x07")
    read = list(form.read(held, "chat.zip", {}))
    assert next(one.text for one in read if isinstance(one, Message)) == "hello"
    told = [one for one in read if isinstance(one, Skipped) and "A Mac wrote this" in one.why]
    assert [(one.place.part, "4 parts" in one.why) for one in told] == [(DUST[0], True)]
    assert not [one for one in read if isinstance(one, Skipped) and one not in told and "._" in one.place.part]

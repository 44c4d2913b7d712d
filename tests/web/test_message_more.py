"""What a file says of a message beyond its words stands on the message's own page, so that nothing is only in the file."""

from __future__ import annotations

import html
import json

from tests.notebook.bringing import brought
from tests.web.conftest import Browser

SHARED = {"link": "https://maps.example.org/?q=51.5,-0.1", "share_text": "look where she is"}
CHAT = {
    "participants": [{"name": "Sam"}, {"name": "Alex"}],
    "messages": [{"sender_name": "Sam", "timestamp_ms": 1710450309000, "share": SHARED}],
    "title": "Sam",
    "thread_path": "inbox/sam_1",
}


def shown(opened: Browser, plain: str, name: str) -> str:
    source = brought(opened.desk.notebook, plain.encode(), name=name)
    opened.get(opened.inside("messages.one", source=source, number=0))
    return html.unescape(opened.page)


def test_a_link_somebody_shared_without_a_word_is_shown(opened: Browser) -> None:
    page = shown(opened, json.dumps(CHAT), "message_1.json")
    assert "What else the file says of it" in page
    assert all(words in page for words in (*SHARED.values(), "<dd>Alex</dd>"))


def test_the_numbers_of_a_contact_are_shown(opened: Browser) -> None:
    page = shown(opened, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Sam\r\nTEL;CELL:07700 900123\r\nEND:VCARD\r\n", "sam.vcf")
    assert "<dt>TEL;CELL</dt><dd>07700 900123</dd>" in page


def test_where_the_file_says_no_more_nothing_is_offered(opened: Browser) -> None:
    assert "What else" not in shown(opened, "31/12/2024, 21:05 - Sam: hi\n31/12/2024, 21:06 - Alex: no\n", "chat.txt")

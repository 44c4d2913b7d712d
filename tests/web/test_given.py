"""Files that went with messages: seen beside them, looked at, copied into her record, all pictures on one wall."""

from __future__ import annotations

import base64
import hashlib
import html
import io
import re
import zipfile

import pytest
from PIL import Image

from daybook.journal.errors import LockedError
from daybook.notebook import given_files
from daybook.notebook.bringing import Bringing, bring_in
from daybook.notebook.given_files import Insides
from daybook.notebook.messages import message
from tests.intake.claim_files import opus, picture
from tests.notebook.bringing import offered
from tests.web.conftest import Browser
from tests.web.filling import filled, send

PHOTO = picture()
NOTE = opus()


def packed(pictures: int = 2, *, extra: bytes = b"") -> bytes:
    """A chat as an Android phone exports it: a photo with every third message, a voice note, one that is not there."""
    lines, parts = [], {}
    for number in range(pictures):
        name = f"IMG-20240314-WA{number:04}.jpg"
        lines += [
            f"14/03/2024, {number // 60:02}:{number % 60:02} - Sam: {name} (file attached)",
            f"14/03/2024, {number // 60:02}:{number % 60:02} - Sam: look {number}",
        ]
        parts[name] = PHOTO
    lines += [
        "15/03/2024, 21:05 - Sam: PTT-20240315-WA0000.opus (file attached)",
        "16/03/2024, 21:05 - Sam: IMG-20240316-WA0099.jpg (file attached)",
        "17/03/2024, 21:05 - Sam: DOC.bin (file attached)",
    ]
    parts |= {"PTT-20240315-WA0000.opus": NOTE, "DOC.bin": extra or b"\0\1\2"}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("WhatsApp Chat with Sam.txt", "".join(f"{line}\n" for line in lines))
        for name, plain in parts.items():
            opened.writestr(name, plain)
    return out.getvalue()


def bring(browser: Browser, plain: bytes, name: str = "Chat.zip") -> str:
    notebook = browser.desk.notebook
    record = bring_in(notebook, offered(notebook, plain, name).key, answers={"date-order": "dmy"})
    notebook.beside(Bringing).wait(record, 60)
    return record


def words(browser: Browser) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", browser.page)).split())


def test_files_stand_with_their_messages(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("messages.index", source=record))
    assert opened.page.count('class="thumb"') == 2
    assert "Recording: PTT-20240315-WA0000.opus" in words(opened)
    assert "File: DOC.bin" in words(opened)
    assert "IMG-20240316-WA0099.jpg: this file was not in the export." in words(opened)
    found = re.search(r'<img class="thumb" src="([^"]*)"', opened.page)
    assert found
    shown = opened.get(found[1])
    with Image.open(io.BytesIO(shown.data)) as image:
        assert (shown.mimetype, image.size, dict(image.getexif())) == ("image/jpeg", (64, 64), {})
    assert b"Acme" in PHOTO
    assert b"Acme" not in shown.data


def test_a_picture_on_its_page_with_what_it_claims_beside_what_the_chat_says(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("given.page", source=record, number=0, at=0))
    said = words(opened)
    assert "What the chat says 14 March 2024, 00:00 · Sam" in said
    assert "14 March 2024, 21:05 (UTC +01:00)" in said
    assert "anybody can change what a file says" in said
    answer = opened.get(opened.link("Save a copy outside"))
    assert answer.data == PHOTO
    assert answer.headers["Content-Disposition"] == 'attachment; filename="file.jpg"'
    assert answer.mimetype == "application/octet-stream"
    opened.get(opened.inside("given.page", source=record, number=0, at=0))
    opened.get(opened.link("The message it came with"))
    assert "look 0" in words(opened)


def test_one_that_is_missing_is_said_to_be(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("given.page", source=record, number=5, at=0))
    assert "This file was not in the export." in words(opened)
    assert "Save a copy outside" not in opened.page
    opened.get(opened.inside("given.original", source=record, number=5, at=0))
    assert "This file was not in the export." in words(opened)
    shown = opened.get(opened.inside("given.picture", source=record, number=5, at=0, size="small"))
    assert shown.mimetype == "image/svg+xml"


@pytest.mark.parametrize("asked", [{"number": 0, "at": 9}, {"number": 99, "at": 0}, {"number": "x", "at": "y"}, {}])
def test_one_that_does_not_exist_is_refused_with_a_sentence(opened: Browser, asked: dict[str, str]) -> None:
    record = bring(opened, packed())
    answer = opened.get(opened.inside("given.page", source=record, **asked))
    assert answer.status_code == 404
    assert "That message is not in this notebook." in opened.page


def test_a_bomb_is_refused_with_a_sentence(opened: Browser) -> None:
    record = bring(opened, packed(extra=bytes(70 << 20)))
    opened.get(opened.inside("given.page", source=record, number=6, at=0))
    assert "would fill the memory" in words(opened)
    opened.get(opened.inside("given.original", source=record, number=6, at=0))
    assert "would fill the memory" in words(opened)


def test_pictures_go_along_into_an_incident_as_copies_of_their_own(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("messages.index", source=record, order="oldest"))
    picks = re.findall(r'name="pick" value="([^"]*)"', opened.page)
    assert "Take copies of their photos and files along" in opened.page
    opened.post(opened.form('name="pick"'), {"pick": [picks[0], picks[1], picks[5]], "do": "incident", "along": "1"})
    assert "14/03/2024, 00:00, Sam: “look 0”" in html.unescape(opened.page)
    assert "(file attached)”" in html.unescape(opened.page), "its name stands there once"
    caption = next(value for name, value in filled(opened.page).items() if name.startswith("files.caption."))
    assert caption == ["From “Chat.zip”, 14/03/2024, 00:00, Sam"]
    send(opened, account="He sent me this.")
    (saved,) = opened.desk.notebook.timeline(["incident.1"])
    (file,) = saved.body.files
    assert (file.name, file.sha256) == ("IMG-20240314-WA0000.jpg", hashlib.sha256(PHOTO).hexdigest())
    assert file.caption == caption[0]
    with opened.desk.notebook.open_file(file.blob) as plain:
        assert plain.read() == PHOTO
    assert "The messages it was begun with" in opened.page


def test_without_the_tick_nothing_is_copied(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("messages.index", source=record, order="oldest"))
    picks = re.findall(r'name="pick" value="([^"]*)"', opened.page)
    opened.post(opened.form('name="pick"'), {"pick": picks[0], "do": "incident"})
    assert not [name for name in filled(opened.page) if name.startswith("files.caption.")]


def test_a_voice_note_is_kept_in_her_record_once_and_gets_her_transcript(opened: Browser) -> None:
    record = bring(opened, packed())
    for _ in range(2):
        opened.get(opened.inside("given.page", source=record, number=4, at=0))
        opened.post(opened.form("Keep a copy in your record"), {"do": "copy"})
    (saved,) = opened.desk.notebook.timeline(["kept-file.1"])
    assert saved.body.obtained.startswith("From “Chat.zip”, 15/03/2024")
    assert saved.body.files[0].sha256 == hashlib.sha256(NOTE).hexdigest()
    opened.get(opened.link("Say more about it"))
    send(opened, said="answer me now")
    assert "The words in it, typed by you" in opened.page
    opened.get(opened.link("The message it came with"))
    opened.get(opened.inside("given.page", source=record, number=4, at=0))
    opened.get(opened.link("PTT-20240315-WA0000.opus"))
    assert "answer me now" in words(opened)


def test_all_pictures_of_a_file_a_page_at_a_time(opened: Browser) -> None:
    record = bring(opened, packed(60))
    opened.get(opened.inside("given.wall", source=record))
    seen = 0
    while True:
        seen += opened.page.count('class="thumb"')
        if "Next page" not in opened.page:
            break
        assert opened.page.count('class="thumb"') == 24
        opened.get(opened.link("Next page"))
    assert seen == 60
    opened.get(opened.link("From the beginning"))
    assert opened.page.count('class="thumb"') == 24


def test_marking_leads_back_to_the_page_and_the_message(opened: Browser) -> None:
    record = bring(opened, packed(60))
    opened.get(opened.inside("messages.index", source=record, order="oldest"))
    opened.get(opened.link("Next page"))
    picks = re.findall(r'name="pick" value="([^"]*)"', opened.page)
    form = {"pick": picks[6], "tag": "threat", "do": "mark", "shown": picks}
    answer = opened.post(opened.form('name="pick"'), form, follow=False)
    assert answer.headers["Location"].endswith("#n7")
    opened.get(answer.headers["Location"].partition("#")[0])
    assert re.findall(r'name="pick" value="([^"]*)"', opened.page) == picks


def test_from_a_message_back_to_its_place_in_the_list(opened: Browser) -> None:
    record = bring(opened, packed(60))
    opened.get(opened.inside("messages.one", source=record, number=80))
    opened.get(opened.link("In the list of all messages"))
    assert re.findall(r'name="pick" value="([^"]*)"', opened.page)[0] == f"{record} 80"


def test_messages_are_counted_from_one(opened: Browser) -> None:
    record = bring(opened, packed())
    opened.get(opened.inside("messages.index", source=record, order="oldest"))
    assert "Sam, 1</span>" in opened.page
    assert "Sam, 0</span>" not in opened.page


def test_a_picture_of_an_mms_is_shown_and_one_without_bytes_is_said(opened: Browser) -> None:
    coded = base64.b64encode(PHOTO).decode()
    part = '<part seq="0" ct="image/jpeg" name="{name}" text="null" data="{data}" />'
    parts = part.format(name="a.jpg", data=coded) + part.format(name="b.jpg", data="")
    backup = (
        "<?xml version='1.0' encoding='UTF-8'?><smses count='1'><mms date='1710450309000' msg_box='1' "
        f"address='07700900123' m_type='132'><parts>{parts}</parts></mms></smses>"
    )
    record = bring(opened, backup.encode(), "sms.xml")
    opened.get(opened.inside("messages.index", source=record))
    assert opened.page.count('class="thumb"') == 1
    assert "b.jpg: this file was not in the export." in words(opened)
    answer = opened.get(opened.inside("given.original", source=record, number=0, at=0))
    assert answer.data == PHOTO


def test_locking_drops_what_was_open(opened: Browser) -> None:
    record = bring(opened, packed())
    notebook = opened.desk.notebook
    her = message(notebook, (record, 0))
    pieces = given_files.pieces_of(notebook, record, her.more.attachments[0])
    insides = notebook.beside(Insides)
    notebook.close()
    with pytest.raises(LockedError):
        next(pieces)
    assert not insides._open


def test_a_damaged_original_is_said_and_the_rest_goes_on(opened: Browser) -> None:
    record = bring(opened, packed())
    notebook = opened.desk.notebook
    blob = notebook.latest(record).body.original[0].blob
    path = next(path for path in notebook._store.folder.rglob("*") if path.name.startswith(blob))
    path.write_bytes(path.read_bytes()[:-7])
    notebook._beside.pop(Insides, None)
    opened.get(opened.inside("messages.index", source=record))
    assert "look 0" in words(opened)
    opened.get(opened.inside("given.page", source=record, number=0, at=0))
    shown = opened.get(opened.inside("given.picture", source=record, number=0, at=0, size="small"))
    assert shown.mimetype == "image/svg+xml"

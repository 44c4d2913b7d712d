"""Photos, recordings and papers through the one way in: said what they are first, then kept as entries of hers."""

from __future__ import annotations

import hashlib
import html
import io
import re

import pytest
from PIL import Image

from daybook.domain.records.kept_file import KeptFile
from daybook.intake.claims.claim import Claim
from daybook.notebook.kept_files import what_it_is
from daybook.notebook.messages import sources
from tests.intake.claim_files import amr, film, opus, paper, picture, screenshot, sound
from tests.notebook.found_entries import entries_with
from tests.web.conftest import Browser
from tests.web.filling import filled, send

PAIR = b"4B1E7C2A-5D33-4F0A-9B7C-0123456789AB"
LIVE_FILM = film(b"qt  ", said={b"com.apple.quicktime.content.identifier": PAIR})
KINDS = {
    "photo.jpg": (picture(), "A photo"),
    "photo.heic": (picture("HEIF"), "A photo"),
    "photo.webp": (picture("WEBP"), "A photo"),
    "Screenshot_20240314.png": (screenshot(), "A screenshot"),
    "drawing.png": (screenshot(), "A picture"),
    "letter.pdf": (paper(), "A paper (PDF)"),
    "PTT-20240314.opus": (opus(), "A recording or voice note"),
    "note.m4a": (film(b"M4A "), "A recording or voice note"),
    "voicemail.amr": (amr(), "A recording or voice note"),
    "note.wav": (sound(), "A recording or voice note"),
    "old.3gp": (film(b"3gp4"), "A film, or a voice note of an older phone"),
    "film.mp4": (film(), "A film"),
}


def upload(browser: Browser, *files: tuple[str, bytes]) -> None:
    browser.get(browser.inside("bring.index"))
    given = [(io.BytesIO(plain), name) for name, plain in files]
    browser.post(browser.form('type="file"'), {"files": given}, content_type="multipart/form-data")


def kept(browser: Browser) -> list[KeptFile]:
    return [revision.body for revision in browser.desk.notebook.timeline(["kept-file.1"])]


def words(browser: Browser) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", browser.page)).split())


@pytest.mark.parametrize("name", KINDS)
def test_each_is_known_by_its_content_said_first_and_kept_whole(opened: Browser, name: str) -> None:
    plain, what = KINDS[name]
    upload(opened, (name, plain))
    assert f"<h1>{what}</h1>" in opened.page
    assert "Nothing is kept yet." in opened.page
    assert kept(opened) == []
    if name not in ("voicemail.amr", "note.wav"):
        assert "What the file says of itself" in opened.page
    opened.post(opened.form("Keep it"), {"name": "From March", "device": "My phone", "obtained": "I made it."})
    (body,) = kept(opened)
    (file,) = body.files
    assert (body.name, body.device, body.obtained) == ("From March", "My phone", "I made it.")
    assert (file.name, file.sha256) == (name, hashlib.sha256(plain).hexdigest())
    assert body.happened.start is None, "what the file claims is never put into what is hers"
    assert "<h1>From March</h1>" in opened.page
    assert file.sha256 in opened.page
    assert "Write down what this shows" in opened.page
    assert sources(opened.desk.notebook) == {}


def test_a_paper_that_is_broken_says_so_and_is_kept_all_the_same(opened: Browser) -> None:
    plain, says = paper()[:200], "it has a password of its own, or it is broken"
    upload(opened, ("letter.pdf", plain))
    assert "<h1>A paper (PDF)</h1>" in opened.page
    assert words(opened).count(says) == 1
    upload(opened, ("other.jpg", picture()))
    opened.get(opened.inside("bring.several"))
    assert says in words(opened), "among several, too"
    opened.post(opened.form("Keep them all"))
    assert hashlib.sha256(plain).hexdigest() in {file.sha256 for body in kept(opened) for file in body.files}


def test_what_a_photo_claims_is_said_before_it_is_kept_and_beside_it_after(opened: Browser) -> None:
    upload(opened, ("photo.jpg", picture()))
    for _ in range(2):
        assert "14 March 2024, 21:05 (UTC +01:00)" in words(opened)
        assert "51.50070" in words(opened)
        assert "anybody can change what a file says" in words(opened)
        if "Keep it" in opened.page:
            opened.post(opened.form("Keep it"), {"name": ""})
    assert "You have not said when it was made." in opened.page


def test_a_picture_that_waits_is_shown_drawn_anew(opened: Browser) -> None:
    upload(opened, ("photo.jpg", picture()))
    found = re.search(r'<img class="large looked-at" src="([^"]*)"', opened.page)
    assert found
    shown = opened.get(found[1])
    assert shown.mimetype == "image/jpeg"
    with Image.open(io.BytesIO(shown.data)) as image:
        assert not image.getexif()


def test_the_same_photo_again_is_said_to_be_here(opened: Browser) -> None:
    upload(opened, ("photo.jpg", picture()))
    opened.post(opened.form("Keep it"), {"name": "First"})
    upload(opened, ("again.jpg", picture()))
    assert "This very file is here already." in opened.page
    opened.get(opened.link("Open it"))
    assert "<h1>First</h1>" in opened.page


def test_several_at_once_are_listed_and_kept_with_one_press(opened: Browser) -> None:
    upload(opened, *((name, plain) for name, (plain, _what) in KINDS.items() if name != "drawing.png"))
    assert "Nothing of these is kept yet." in opened.page
    for what in {what for name, (_plain, what) in KINDS.items() if name != "drawing.png"}:
        assert what in html.unescape(opened.page)
    opened.post(opened.form("Keep them all"), {"device": "Old tablet", "obtained": "Copied by me."})
    assert {(body.device, body.obtained) for body in kept(opened)} == {("Old tablet", "Copied by me.")}
    assert {body.name for body in kept(opened)} == KINDS.keys() - {"drawing.png"}


def test_what_is_here_already_or_asks_something_keeps_waiting(opened: Browser) -> None:
    upload(opened, ("photo.jpg", picture()))
    opened.post(opened.form("Keep it"), {"name": "First"})
    unsure = "".join(f"0{day}/04/2024, 21:05 - Sam: where are you\n" for day in range(1, 9)).encode()
    upload(opened, ("again.jpg", picture()), ("chat.txt", unsure), ("note.amr", amr()))
    assert "It asks you something first." in words(opened)
    opened.post(opened.form("Keep them all"), {"device": "", "obtained": ""})
    assert "1 was kept." in opened.page
    assert {body.name for body in kept(opened)} == {"First", "note.amr"}
    assert sources(opened.desk.notebook) == {}
    for name in ("again.jpg", "chat.txt"):
        assert f"<strong>{name}</strong>" in opened.page
    assert "note.amr" not in opened.page


def test_none_of_several_is_kept_when_she_says_so(opened: Browser) -> None:
    upload(opened, ("a.wav", sound()), ("b.amr", amr()))
    opened.post(opened.form("Keep none of them"))
    assert "They were not kept." in opened.page
    assert list(opened.desk.notebook._journal.files()) == []


@pytest.mark.parametrize(
    ("photo", "together"),
    [
        (("IMG_0001.HEIC", picture("HEIF") + PAIR), True),
        (("renamed.jpg", picture() + PAIR), True),
        (("IMG_0007.JPG", picture()), True),
        (("IMG_0007.JPG", picture() + b"Apple iOS" + PAIR.replace(b"4B1E", b"0000")), False),
        (("IMG_0002.JPG", picture()), False),
    ],
    ids=["marked", "marked-renamed", "named", "named-but-marked-otherwise", "neither"],
)
def test_a_live_photo_and_its_film_are_kept_together(
    opened: Browser,
    photo: tuple[str, bytes],
    together: bool,  # noqa: FBT001
) -> None:
    upload(opened, ("IMG_0007.MOV", LIVE_FILM), photo)
    if not together:
        assert "Nothing of these is kept yet." in opened.page
        return
    assert "A live photo" in opened.page
    opened.post(opened.form("Keep it"), {"name": "Live"})
    (body,) = kept(opened)
    assert [file.name for file in body.files] == [photo[0], "IMG_0007.MOV"]


def test_it_is_on_the_timeline_found_by_her_words_and_begins_an_incident(opened: Browser) -> None:
    upload(opened, ("PTT-1.opus", opus()))
    opened.post(opened.form("Keep it"), {"name": "Voice note"})
    opened.get(opened.link("Say more about it"))
    send(
        opened,
        said="I will find you harbour",
        **{"happened.how": "exact", "happened.day": "14", "happened.month": "3", "happened.year": "2024"},
    )
    assert "The words in it, typed by you" in opened.page
    opened.get(opened.inside("timeline.show"))
    assert "14 March 2024" in opened.page
    assert "Voice note" in opened.page
    (found,) = entries_with(opened.desk.notebook, "harbour")
    opened.get(opened.inside("record.show", record=found.record))
    opened.get(opened.link("Write down what this shows"))
    record = opened.desk.notebook.timeline(["kept-file.1"])[0].record
    assert filled(opened.page)["linked"] == [record]
    send(opened, account="He left this on my phone.")
    assert "Voice note" in words(opened)
    opened.get(opened.inside("kept.show", record=record))
    assert "He left this on my phone." in words(opened)
    opened.get(opened.link("See what it said before"))
    assert "harbour" in words(opened)


def test_a_file_that_cannot_be_looked_into_is_kept_all_the_same(opened: Browser) -> None:
    upload(opened, ("photo.jpg", picture()[:200]))
    opened.post(opened.form("Keep it"), {"name": "Broken"})
    assert "could not be read" in opened.page or "What the file says of itself" not in opened.page
    assert len(kept(opened)) == 1


def test_a_screenshot_is_only_called_one_where_something_says_so(opened: Browser) -> None:
    upload(opened, ("drawing.png", screenshot()))
    opened.post(opened.form("Keep it"), {"name": "x"})
    (file,) = kept(opened)[0].files
    said = Claim(name="describes", written="Screenshot", where="EXIF UserComment")
    device = Claim(name="device", written="Acme Phone 9", where="EXIF Make")
    told = [what_it_is(file, claims) for claims in ((), (said,), (device,))]
    assert told == ["A picture", "A screenshot", "A photo"]

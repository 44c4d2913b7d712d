"""Photos and files: what is shown, what is handed out, and what cannot be shown."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zlib
from typing import Any

import pytest
from PIL import Image

from daybook.domain.attachment import Attachment
from daybook.notebook.notebook import Notebook
from tests.intake.claim_files import film, picture
from tests.web.conftest import Browser
from tests.web.filling import filled, jpeg, send

SECRET = b"51.5007N 0.1246W taken by CameraOfMarch"


def camera_photo() -> bytes:
    """A photo that says where it was taken, in its EXIF and in a comment."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    out = io.BytesIO()
    Image.new("RGB", (1000, 500), "olive").save(out, "JPEG", exif=exif, comment=SECRET)
    assert out.getvalue().count(SECRET) == 2
    return out.getvalue()


def bomb() -> bytes:
    """A PNG of a few hundred bytes that would be 400 million pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 20_000))
        + chunk(b"IEND", b"")
    )


def saved_with(browser: Browser, *files: tuple[str, bytes], **fields: Any) -> list[Attachment]:
    browser.get(browser.inside("record.new", kind="incident.1"))
    send(browser, account="Photos.", files=files, **fields)
    assert "Saved." in browser.page
    return list(browser.desk.notebook.timeline()[0].body.files)


def picture_of(browser: Browser, file: Attachment, size: str = "small") -> Any:
    record = browser.desk.notebook.timeline()[0].record
    return browser.get(browser.inside("file.picture", record=record, blob=file.blob, size=size))


def test_pictures_are_drawn_anew_and_the_original_is_byte_for_byte(opened: Browser) -> None:
    photo = camera_photo()
    (file,) = saved_with(opened, ("Holiday at ours.jpg", photo))
    assert file.sha256 == hashlib.sha256(photo).hexdigest()
    for size, longest in (("small", 320), ("large", 1000)):
        shown = picture_of(opened, file, size)
        assert shown.mimetype == "image/jpeg"
        assert "sandbox" in shown.headers["Content-Security-Policy"]
        assert SECRET not in shown.data
        with Image.open(io.BytesIO(shown.data)) as image:
            assert image.width == longest
            assert not image.getexif()
    opened.get(opened.link("<img"))
    assert file.sha256 in opened.page
    assert "is not locked" in opened.page
    answer = opened.get(opened.link("Save a copy outside"))
    assert answer.data == photo
    assert answer.headers["Content-Disposition"] == 'attachment; filename="file.jpg"'
    assert answer.mimetype == "application/octet-stream"


@pytest.mark.parametrize(
    ("name", "plain", "is_picture"),
    [
        ("empty.jpg", b"", False),
        ("letter.jpg", b"MZ\x90\0 this program cannot be run" + bytes(range(256)), False),
        ("page.jpg", b"<!doctype html><script>alert(1)</script>", False),
        ("cut.jpg", camera_photo()[:700], True),
        ("bomb.png", bomb(), True),
    ],
)
def test_a_file_that_cannot_be_shown_is_kept_as_it_is_and_said_so(
    opened: Browser, name: str, plain: bytes, *, is_picture: bool
) -> None:
    (file,) = saved_with(opened, (name, plain))
    assert (file.name, file.size, file.is_picture) == (name, len(plain), is_picture)
    sign = picture_of(opened, file)
    assert sign.mimetype == "image/svg+xml"
    said = {"empty": "This file is empty."}.get(name[:5], "By its name this is a picture, but what is in it is not.")
    assert (said in opened.page) is not is_picture
    opened.get(opened.inside("file.page", record=opened.desk.notebook.timeline()[0].record, blob=file.blob))
    assert ("it cannot be shown as a picture here" in opened.page) is is_picture
    assert (said in opened.page) is not is_picture
    answer = opened.get(opened.link("Save a copy outside"))
    assert answer.data == plain
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="file.')


def test_an_empty_file_is_pointed_out_before_it_is_saved(opened: Browser) -> None:
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(opened, "keep", files=[("a.jpg", b""), ("b.jpg", jpeg())])
    assert opened.page.count("This file is empty.") == 1


def test_files_sealed_already_carry_captions_and_can_be_left_out(opened: Browser) -> None:
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(opened, "keep", account="Two photos.", files=[("a.jpg", jpeg()), ("b.jpg", jpeg(colour="red"))])
    names = re.findall(r'name="(files\.(caption|out)\.[^"]+)"', opened.page)
    assert [kind for _name, kind in names] == ["caption", "out", "caption", "out"]
    small = re.search(r'<img class="thumb" src="([^"]+)"', opened.page)
    assert small
    page = opened.page
    assert opened.get(small[1]).mimetype == "image/jpeg"
    opened.page = page
    send(opened, "keep", **{names[0][0]: "  The  door ", names[3][0]: "1"})
    assert filled(opened.page)[names[0][0]] == ["The  door"]
    assert filled(opened.page)[names[3][0]] == ["1"]
    send(opened)
    (file,) = opened.desk.notebook.timeline()[0].body.files
    assert (file.name, file.caption) == ("a.jpg", "The door")
    assert 'alt="The door"' in opened.page
    opened.get(opened.link("Amend"))
    send(opened)
    assert opened.desk.notebook.timeline()[0].number == 1


def test_a_file_left_out_later_is_still_in_what_it_said_before(opened: Browser) -> None:
    (file,) = saved_with(opened, ("a.jpg", jpeg()))
    opened.get(opened.link("Amend"))
    send(opened, **{f"files.out.{file.blob}": "1"})
    assert opened.desk.notebook.timeline()[0].body.files == ()
    opened.get(opened.link("See what it said before"))
    assert "<del>a.jpg</del>" in opened.page
    assert picture_of(opened, file).mimetype == "image/jpeg"


def test_the_name_of_a_file_is_only_ever_text(opened: Browser) -> None:
    name = '<img src=x onerror="alert(1)">.txt'
    saved_with(opened, (name, b"words"))
    assert "<img src=x" not in opened.page
    assert "&lt;img src=x onerror=" in opened.page


def test_only_files_of_the_record_that_is_named_are_handed_out(opened: Browser) -> None:
    (file,) = saved_with(opened, ("a.jpg", jpeg()))
    opened.get(opened.inside("record.new", kind="incident.1"))
    send(opened, account="Another.", files=[("b.jpg", jpeg(colour="red")), ("c.jpg", jpeg(colour="green"))])
    other = opened.desk.notebook.timeline()[1].record
    for endpoint in ("file.page", "file.original"):
        assert opened.get(opened.inside(endpoint, record=other, blob=file.blob)).status_code == 409
        assert "gone from the notebook" in opened.page
    for number, colour in enumerate(("red", "green")):
        blob = opened.desk.notebook.latest(other).body.files[number].blob
        assert opened.get(opened.inside("file.original", record=other, blob=blob)).data == jpeg(colour=colour)
    opened.desk.lock()
    assert "Photos." not in opened.get(opened.inside("file.original", record=other, blob=file.blob)).text


def test_a_long_original_is_sent_in_pieces(opened: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = bytes(range(256)) * 4096 * 3
    (file,) = saved_with(opened, ("film.bin", plain))
    asked: list[int] = []
    given = Notebook.open_file

    def watched(self: Notebook, blob: str) -> Any:
        opened_file = given(self, blob)
        read = opened_file.read

        def counted(size: int = -1) -> bytes:
            asked.append(size)
            return read(size)

        opened_file.read = counted  # type: ignore[method-assign]
        return opened_file

    monkeypatch.setattr(Notebook, "open_file", watched)
    record = opened.desk.notebook.timeline()[0].record
    answer = opened.get(opened.inside("file.original", record=record, blob=file.blob))
    assert answer.data == plain
    assert answer.headers["Content-Length"] == str(len(plain))
    assert len(asked) > 3
    assert max(asked) <= 1 << 20


def test_what_a_file_says_of_itself_is_shown_as_its_claim_and_changes_nothing(opened: Browser) -> None:
    (file,) = saved_with(opened, ("photo.jpg", picture(zone="")), happened__how="about", happened__year="2023")
    record = opened.desk.notebook.timeline()[0]
    opened.get(opened.inside("file.page", record=record.record, blob=file.blob))
    assert "What the file says of itself" in opened.page
    assert "14 March 2024, 21:05 (no zone given)" in opened.page
    assert "51.50070, -0.12460" in opened.page
    assert "EXIF DateTimeOriginal" in opened.page
    assert "A file can be wrong" in opened.page
    assert opened.desk.notebook.timeline()[0] == record
    assert "2024" not in str(record.body.happened)


def test_a_zone_is_said_with_its_moment_and_a_date_that_is_none_as_it_stands(opened: Browser) -> None:
    (zoned, empty) = saved_with(
        opened, ("a.jpg", picture(zone="+01:00")), ("b.jpg", picture(when="0000:00:00 00:00:00"))
    )
    record = opened.desk.notebook.timeline()[0].record
    opened.get(opened.inside("file.page", record=record, blob=zoned.blob))
    assert "14 March 2024, 21:05 (UTC +01:00)" in opened.page
    opened.get(opened.inside("file.page", record=record, blob=empty.blob))
    assert "0000:00:00 00:00:00 (this is no date)" in opened.page


def test_a_file_that_says_nothing_has_no_such_part_and_a_broken_one_says_so(opened: Browser) -> None:
    (words, cut) = saved_with(opened, ("a.txt", b"just words"), ("cut.jpg", picture()[:60]))
    record = opened.desk.notebook.timeline()[0].record
    opened.get(opened.inside("file.page", record=record, blob=words.blob))
    assert "says of itself" not in opened.page
    opened.get(opened.inside("file.page", record=record, blob=cut.blob))
    assert "What this file says of itself could not be read." in opened.page


def test_a_film_says_how_long_it_is(opened: Browser) -> None:
    (file,) = saved_with(opened, ("film.mp4", film()))
    opened.get(opened.inside("file.page", record=opened.desk.notebook.timeline()[0].record, blob=file.blob))
    assert "1 min 5.5 s" in opened.page
    assert "14 March 2024, 21:05 (UTC +00:00)" in opened.page

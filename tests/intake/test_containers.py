"""Files that hold files: names that lead elsewhere, bombs and nesting, for every format that is read out of a zip."""

from __future__ import annotations

import io
import stat
import tracemalloc
import warnings
import zipfile
from pathlib import Path

import pytest

from daybook.intake.format import CannotReadError, Format, TooBigInsideError, recognise
from daybook.intake.message import Message, Skipped
from tests.campaign.fuzz.seeds import kinds
from tests.intake import sms_files, test_imessage

ZIPS: dict[str, tuple[tuple[str, bytes], ...]] = {
    identity: next(seed.parts for seed in kind.seeds if seed.raw.startswith(b"PK"))
    for identity, kind in kinds().items()
    if identity not in {"closed", "claims"} and any(seed.parts and seed.raw.startswith(b"PK") for seed in kind.seeds)
} | {
    "sms-backup": (("sms-1.xml", sms_files.whole(sms_files.text("hi"))),),
    "imessage": (("Alex.txt", test_imessage.PLAIN.encode()),),
}
ODD = {
    "a way up": "../../x.jpg",
    "from the root": "/etc/x.jpg",
    "a drive": "C:\\x.jpg",
    "a drive alone": "C:x.jpg",
    "a way up with backslashes": "a\\..\\..\\x.jpg",
    "a share": "\\\\host\\x.jpg",
    "no name": "",
    "only marks": "\u202e\u200b.jpg",
    "a very long name": "x" * 4_000 + ".jpg",
    "a folder in a folder": "a/" * 500 + "x.jpg",
}
BOMB = 66 << 20
LEAD_OUT = ("a way up", "from the root", "a drive", "a drive alone", "a way up with backslashes", "a share")


def test_every_format_that_reads_zips_is_here() -> None:
    assert set(ZIPS) == {
        "whatsapp", "meta-json", "meta-html", "telegram-json", "telegram-html", "google-chat", "google-voice", "signal", "sms-backup", "imessage", "several",
    }  # fmt: skip


def made(identity: str, *more: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened, warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        for name, raw in (*ZIPS[identity], *more):
            info = zipfile.ZipInfo(name) if isinstance(name, str) else name
            info.compress_type = zipfile.ZIP_DEFLATED
            opened.writestr(info, raw)
    return held.getvalue()


def read(identity: str, raw: bytes) -> list[Message | Skipped]:
    file = io.BytesIO(raw)
    form = recognise(file, "x.zip")
    assert form is not None
    assert form.id == identity
    return gone_through(form, file)


def gone_through(form: Format, file: io.BytesIO) -> list[Message | Skipped]:
    form.look(file, "x.zip")
    return list(form.read(file, "x.zip", {}))


def messages(found: list[Message | Skipped]) -> list[str]:
    return [one.text for one in found if isinstance(one, Message)]


@pytest.mark.parametrize("case", ODD)
@pytest.mark.parametrize("identity", ZIPS)
def test_a_name_that_leads_elsewhere_opens_nothing_and_is_said(
    identity: str, case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = read(identity, made(identity, (ODD[case], b"not wanted")))
    assert messages(found) == messages(read(identity, made(identity)))
    said = [
        one for one in found if isinstance(one, Skipped) and one.place.part in {ODD[case], ODD[case].replace("\\", "/")}
    ]
    assert said
    if case in LEAD_OUT:
        assert "outside" in said[0].why
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("identity", ZIPS)
def test_a_link_inside_is_never_followed(identity: str) -> None:
    link = zipfile.ZipInfo("photos/link.jpg")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    found = read(identity, made(identity, (link, b"/etc/hostname")))
    assert messages(found) == messages(read(identity, made(identity)))
    assert Path("/etc/hostname").read_text().strip() not in "".join(messages(found))
    assert any(isinstance(one, Skipped) and one.place.part == "photos/link.jpg" for one in found)


@pytest.mark.parametrize("identity", ZIPS)
def test_the_same_name_twice_is_said(identity: str) -> None:
    name, raw = ZIPS[identity][0]
    found = read(identity, made(identity, (name, raw)))
    assert messages(found) == messages(read(identity, made(identity)))
    assert any(isinstance(one, Skipped) and "name" in one.why for one in found)


@pytest.mark.parametrize("identity", ZIPS)
def test_a_bomb_among_the_files_is_not_unpacked(identity: str) -> None:
    name, raw = ZIPS[identity][0]
    bomb = made(identity, (name.replace("message_1", "message_9").replace(".", "2."), raw + b" " * BOMB))
    tracemalloc.start()
    try:
        found = read(identity, bomb)
    except TooBigInsideError:
        found = []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64 << 20
    assert messages(found)[:1] == messages(read(identity, made(identity)))[:1] or not found


@pytest.mark.parametrize("identity", ZIPS)
def test_a_bomb_in_place_of_the_messages_is_one_sentence(identity: str) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened:
        for at, (name, raw) in enumerate(ZIPS[identity]):
            opened.writestr(name, raw + b"\n" * (0 if at else BOMB))
    file = io.BytesIO(held.getvalue())
    form = recognise(file, "x.zip")
    assert form is not None
    assert form.id in {identity, "closed"}
    with pytest.raises(CannotReadError) as told:
        gone_through(form, file)
    assert (str(told.value) or type(told.value).__doc__ or "").endswith(".")


@pytest.mark.parametrize("identity", ZIPS)
def test_a_zip_in_a_zip_is_not_opened(identity: str) -> None:
    inner = made(identity)
    for _ in range(50):
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as opened:
            opened.writestr("inner.zip", inner)
        inner = held.getvalue()
    found = read(identity, made(identity, ("inner.zip", inner)))
    assert messages(found) == messages(read(identity, made(identity)))
    assert any(isinstance(one, Skipped) and one.place.part == "inner.zip" for one in found)

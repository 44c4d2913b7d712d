"""What a file says of itself: as it is written, never guessed, and never more than a claim."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daybook.intake.claims import Claim, claims_of
from daybook.intake.claims.claim import LONGEST, claim
from daybook.intake.claims.moment import length, moment, paper_moment, place
from daybook.intake.claims.pictures import MOST_BYTES
from daybook.intake.format import CannotReadError
from tests.intake.claim_files import SECONDS_FROM_1904, WHEN, amr, film, opus, paper, picture, screenshot, sound


def claims(plain: bytes, media: str) -> tuple[Claim, ...]:
    return claims_of(io.BytesIO(plain), media)


def by_place(plain: bytes, media: str) -> dict[str, Claim]:
    return {one.where: one for one in claims(plain, media)}


@pytest.mark.parametrize(
    ("form", "media"), [("JPEG", "image/jpeg"), ("PNG", "image/png"), ("WEBP", "image/webp"), ("HEIF", "image/heic")]
)
def test_a_photo_says_when_where_and_with_what(form: str, media: str) -> None:
    found = by_place(picture(form), media)
    assert found["EXIF DateTimeOriginal"] == Claim(
        name="taken", written="2024:03:14 21:05:09", iso="2024-03-14T21:05:09+01:00", where="EXIF DateTimeOriginal"
    )
    assert found["EXIF OffsetTimeOriginal"].written == "+01:00"
    assert (found["EXIF DateTime"].name, found["EXIF DateTime"].iso) == ("changed", "2024-03-15T08:00:00")
    where = found["EXIF GPSLatitude, GPSLongitude"]
    assert (where.iso, where.written) == ("+51.500700-000.124600/", "51 30 2.52 N, 0 7 28.56 W")
    assert found["EXIF GPSDateStamp, GPSTimeStamp"].iso == "2024-03-14T20:05:08+00:00"
    assert found["EXIF Make, Model"].written == "Acme Phone 9"
    assert found["EXIF BodySerialNumber"].written == "SN-0001"
    assert found["EXIF UserComment"].written == "über"
    assert found["EXIF GPSAltitude"].written == "11.5 m"


def test_without_a_zone_none_is_given_and_the_south_is_the_south() -> None:
    found = by_place(picture(zone="", south=True), "image/jpeg")
    assert found["EXIF DateTimeOriginal"].iso == "2024-03-14T21:05:09"
    assert "EXIF OffsetTimeOriginal" not in found
    assert found["EXIF GPSLatitude, GPSLongitude"].iso == "-51.500700-000.124600/"


def test_a_date_that_is_none_stands_as_it_is_written() -> None:
    found = by_place(picture(when="0000:00:00 00:00:00"), "image/jpeg")["EXIF DateTimeOriginal"]
    assert (found.written, found.iso) == ("0000:00:00 00:00:00", "")


def test_a_screenshot_says_its_program() -> None:
    found = by_place(screenshot(), "image/png")
    assert found["text Creation Time"].iso == "2024-03-14T21:05:09"
    assert found["text Software"].written == "Screen"


@pytest.mark.parametrize(
    ("brand", "media"),
    [(b"isom", "video/mp4"), (b"qt  ", "video/quicktime"), (b"M4A ", "audio/mp4"), (b"3gp4", "video/3gpp")],
)
def test_a_film_or_voice_note_says_when_and_where(brand: bytes, media: str) -> None:
    found = by_place(film(brand), media)
    assert found["creation time of the container"].iso == "2024-03-14T21:05:09+00:00"
    assert found["©xyz"].iso == "+51.500700-000.124600/"
    assert (found["duration"].written, found["duration"].iso) == ("65500 ms", "PT1M5.5S")


def test_a_film_of_a_phone_says_its_maker_and_its_zone() -> None:
    key = b"com.apple.quicktime."
    said = {
        key + b"creationdate": b"2024-03-14T22:05:09+0100",
        key + b"make": b"Acme",
        key + b"model": b"Phone 9",
        key + b"location.ISO6709": b"+51.5007-000.1246+010.000/",
    }
    found = by_place(film(b"qt  ", said=said), "video/quicktime")
    assert found["QuickTime creationdate"].iso == "2024-03-14T22:05:09+01:00"
    assert found["QuickTime location.ISO6709"].iso == "+51.500700-000.124600/"
    assert found["make and model"].written == "Acme Phone 9"


def test_a_clock_that_was_never_set_is_no_date() -> None:
    assert not any(one.iso for one in claims(film(seconds_from_1904=0), "video/mp4") if one.name == "taken")
    later = claims(film(seconds_from_1904=SECONDS_FROM_1904 + WHEN), "video/mp4")
    assert any(one.iso for one in later if one.name == "taken")


@pytest.mark.parametrize(
    ("plain", "media", "iso"),
    [(sound(), "audio/wav", "PT1S"), (amr(), "audio/amr", "PT1S"), (opus(), "audio/ogg", "PT2S")],
)
def test_a_recording_says_how_long_it_is(plain: bytes, media: str, iso: str) -> None:
    assert by_place(plain, media)["duration"].iso == iso


def test_a_paper_says_who_and_when() -> None:
    found = by_place(paper(), "application/pdf")
    assert found["PDF CreationDate"] == Claim(
        name="taken", written="D:20240314210509Z", iso="2024-03-14T21:05:09+00:00", where="PDF CreationDate"
    )
    assert (found["PDF Author"].written, found["PDF Title"].written) == ("Alex", "Letter")


def test_what_says_nothing_says_nothing_and_the_file_is_not_changed() -> None:
    assert claims(b"just words", "text/plain") == ()
    plain = picture()
    file = io.BytesIO(plain)
    claims_of(file, "image/jpeg")
    assert file.getvalue() == plain


def test_what_is_broken_or_too_long_is_declared() -> None:
    for plain, media in ((b"", "image/jpeg"), (picture()[:40], "image/jpeg"), (b"%PDF-1.4 no", "application/pdf")):
        with pytest.raises(CannotReadError):
            claims(plain, media)

    class Long(io.BytesIO):
        def seek(self, offset: int, whence: int = 0, /) -> int:
            return MOST_BYTES + 1 if whence == 2 else super().seek(offset, whence)

    with pytest.raises(CannotReadError):
        claims_of(Long(picture()), "image/jpeg")


@pytest.mark.parametrize(
    ("written", "offset", "iso"),
    [
        ("2024:03:14 21:05:09", "", "2024-03-14T21:05:09"),
        ("2024:03:14 21:05:09\0", "-05:30", "2024-03-14T21:05:09-05:30"),
        ("2024-03-14T21:05:09Z", "", "2024-03-14T21:05:09+00:00"),
        ("2024:03:14 21:05:09.25", "", "2024-03-14T21:05:09.25"),
        ("2024:03:14 21:05:09", "+15:00", "2024-03-14T21:05:09"),
        ("2024:02:30 21:05:09", "", ""),
        ("    :  :     :  :  ", "", ""),
        ("٢٠٢٤:03:14 21:05:09", "", ""),
        ("1904-01-01 00:00:00 UTC", "", ""),
        ("2024:03:14", "", ""),
    ],
)
def test_moments(written: str, offset: str, iso: str) -> None:
    assert moment(written, offset) == iso


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20240314210509+01'00'", "2024-03-14T21:05:09+01:00"),
        ("D:20240314210509-05'30", "2024-03-14T21:05:09-05:30"),
        ("D:20240314210509Z", "2024-03-14T21:05:09+00:00"),
        ("D:20240314210509", "2024-03-14T21:05:09"),
        ("D:202403142105", "2024-03-14T21:05"),
        ("D:20240314", "2024-03-14"),
        ("D:202403", "2024-03"),
        ("D:2024", "2024"),
        ("D:20241314", ""),
        ("yesterday", ""),
    ],
)
def test_moments_of_papers_are_as_exact_as_they_are_written(written: str, iso: str) -> None:
    assert paper_moment(written) == iso


def test_places_and_lengths() -> None:
    assert place("+51.5-000.1+10/") == "+51.500000-000.100000/"
    assert (place("+91-000.1/"), place("+51.5-181/"), place("home")) == ("", "", "")
    assert (length(3_725_000), length(500), length(-1), length(float("nan"))) == ("PT1H2M5S", "PT0.5S", "", "")


def test_a_claim_is_short_and_shows_no_hidden_marks() -> None:
    (found,) = claim("describes", "x" * 9000, "here")
    assert found.written == "x" * LONGEST + "…"
    assert claim("device", " \0 ", "here") == ()
    (turned,) = claim("device", "a\u202egpj\n\0b", "here")
    assert turned.written == "a gpj  b"
    (mended,) = claim("device", b"a\xff", "here")
    assert mended.written == "a\N{REPLACEMENT CHARACTER}"


SEEDS = [
    (picture(), "image/jpeg"),
    (picture("PNG"), "image/png"),
    (picture("WEBP"), "image/webp"),
    (picture("HEIF"), "image/heic"),
    (film(said={b"com.apple.quicktime.make": b"Acme"}), "video/mp4"),
    (opus(), "audio/ogg"),
    (sound()[:500], "audio/wav"),
    (paper(), "application/pdf"),
]


@settings(max_examples=200, deadline=2000)
@given(
    seed=st.sampled_from(SEEDS),
    changes=st.lists(st.tuples(st.integers(0, 1 << 16), st.binary(min_size=1, max_size=8)), min_size=1, max_size=8),
    cut=st.none() | st.integers(0, 1 << 12),
)
def test_no_bytes_raise_what_is_not_declared(
    seed: tuple[bytes, str], changes: list[tuple[int, bytes]], cut: int | None
) -> None:
    raw, media = bytearray(seed[0]), seed[1]
    for at, piece in changes:
        start = at % len(raw)
        raw[start : start + len(piece)] = piece
    try:
        for one in claims(bytes(raw[:cut]), media):
            assert one.written
            assert one.where
    except CannotReadError:
        return

"""Which place is near: towns by name, postcodes by their beginning."""

from __future__ import annotations

import pytest

from daybook.notebook.places import is_near

MILLBROOK = ("Millbrook", "Upper Millbrook", "ZZ9")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("millbrook", MILLBROOK),
        ("  MILLBROOK ", MILLBROOK),
        ("Milbrook", MILLBROOK),
        ("mill", MILLBROOK),
        ("Upper Millbrook, ZZ1 4AB", MILLBROOK),
        ("zz9", MILLBROOK),
        ("ZZ9 1AA", MILLBROOK),
        ("zz91aa", MILLBROOK),
        ("ZZ91 2BB", ("ZZ",)),
        ("zz", ("ZZ",)),
        ("King's Lynn", ("Kings Lynn", "King’s Lynn")),
    ],
)
def test_near(typed: str, places: tuple[str, ...]) -> None:
    assert is_near(typed, places)


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("", MILLBROOK),
        ("ZZ91 2BB", MILLBROOK),
        ("ZZ1 9AA", MILLBROOK),
        ("zz", MILLBROOK),
        ("mi", MILLBROOK),
        ("Washington", ("Ash",)),
        ("Leeds", MILLBROOK),
        ("A9 1AA", ("AB",)),
    ],
)
def test_not_near(typed: str, places: tuple[str, ...]) -> None:
    assert not is_near(typed, places)

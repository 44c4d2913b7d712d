from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.journal.errors import PageTooLongError
from daybook.journal.padding import LONGEST_PAGE, PaddingError, padded, padded_file_size, unpadded


@given(st.binary(max_size=5000))
def test_padding_comes_off_again(plain: bytes) -> None:
    filled = padded(plain)
    assert unpadded(filled) == plain
    assert len(filled) in {256 << n for n in range(8)}
    assert len(filled) == 256 or len(filled) < 2 * (len(plain) + 4)


@pytest.mark.parametrize("filled", [b"\xff\xff\xff\xff" + bytes(252), bytes(4) + b"x" + bytes(251), b"\0\0\0\x05abc"])
def test_what_was_never_padded_is_refused(filled: bytes) -> None:
    with pytest.raises(PaddingError):
        unpadded(filled)


def test_a_page_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("daybook.journal.padding.LONGEST_PAGE", 1024)
    assert len(padded(bytes(1020))) == 1024
    with pytest.raises(PageTooLongError):
        padded(bytes(1021))
    assert LONGEST_PAGE == 64 * 1024 * 1024


@given(st.integers(0, 2**45))
def test_a_file_grows_by_at_most_an_eighth_and_by_few_steps(size: int) -> None:
    room = padded_file_size(size)
    assert room >= size
    assert room == 16 * 1024 or room <= size + size // 8
    assert padded_file_size(room) == room
    if room > 16 * 1024:
        assert room.bit_count() <= room.bit_length().bit_length() + 1


@given(st.integers(0, 2**45))
def test_the_length_never_lies_across_two_chunks(size: int) -> None:
    """The last eight bytes of a padded file hold its length: they must fit the last 64 KiB chunk."""
    assert padded_file_size(size) % 65536 == 0 or padded_file_size(size) % 65536 >= 8


@pytest.mark.parametrize(
    ("size", "room"),
    [(0, 16384), (16384, 16384), (16385, 17408), (65536, 65536), (65537, 67584), (10**9, 1006632960)],
)
def test_the_steps_are_those_of_the_specification(size: int, room: int) -> None:
    assert padded_file_size(size) == room

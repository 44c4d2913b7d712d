from __future__ import annotations

import pytest

from daybook.domain.phone_number import number_end


@pytest.mark.parametrize(
    "written", ["07700 900123", "+44 7700 900123", "0044 7700-900123", "(07700) 900 123", "٠٧٧٠٠900123"]
)
def test_one_number_is_one_however_it_is_written(written: str) -> None:
    assert number_end(written) == "700900123"


def test_another_number_is_another_and_a_few_digits_are_none() -> None:
    assert number_end("07700 900123") != number_end("07700 900124")
    assert number_end("1234567") == "1234567"
    assert number_end("12345") == number_end("Dan") == number_end("") == ""

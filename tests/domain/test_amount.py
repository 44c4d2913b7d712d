from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daybook.domain.amount import LARGEST, NotAnAmountError, TooMuchError, pence_of, pounds, typed_pounds


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("", None),
        ("  ", None),
        ("0", 0),
        ("20", 2000),
        ("£20", 2000),
        ("20 pounds", 2000),
        ("12.50", 1250),
        ("£1,200", 120_000),
        ("1,200,000.05", 120_000_005),
        ("50p", 50),
    ],
)
def test_money_is_read_as_people_write_it(text: str, pence: int | None) -> None:
    assert pence_of(text) == pence


@pytest.mark.parametrize("text", ["12,5", "1.234", "12.5", "1,20", "about 20", "-5", "20-30", "1e3", "٢٠ quid", "£"])
def test_what_could_mean_two_things_is_asked_again(text: str) -> None:
    with pytest.raises(NotAnAmountError):
        pence_of(text)


def test_an_absurd_amount_gets_a_sentence() -> None:
    with pytest.raises(TooMuchError):
        pence_of("9" * 30)


@given(st.integers(min_value=0, max_value=LARGEST))
def test_what_is_shown_in_a_form_is_read_back_to_the_penny(pence: int) -> None:
    assert pence_of(typed_pounds(pence)) == pence
    assert pence_of(pounds(pence)) == pence


def test_what_is_owed_has_its_minus_before_the_pound_sign() -> None:
    assert pounds(-1250) == "minus £12.50"

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from daybook.web.difference import difference

WORDS = st.lists(st.sampled_from(["he", "said", "no", "\n\n", " ", "door.", "é"]), max_size=60).map(" ".join)


@given(WORDS, WORDS)
def test_the_pieces_give_both_texts_back(before: str, after: str) -> None:
    pieces = difference(before, after)
    if any(piece.how == "gap" for piece in pieces):
        return
    assert "".join(piece.text for piece in pieces if piece.how in ("same", "gone")) == before
    assert "".join(piece.text for piece in pieces if piece.how in ("same", "new")) == after


def test_long_unchanged_stretches_become_a_gap_between_the_words_around_it() -> None:
    long = " ".join(f"w{number}" for number in range(200))
    pieces = difference(f"One {long} two", f"Eins {long} zwei")
    assert [piece.how for piece in pieces] == ["gone", "new", "same", "gap", "same", "gone", "new"]
    assert "w0 " in pieces[2].text
    assert "w199" in pieces[4].text


def test_two_quite_different_megabytes_do_not_keep_her_waiting() -> None:
    start = time.monotonic()
    pieces = difference("a b " * 250_000 + "e", "c d " * 250_000 + "f")
    assert [piece.how for piece in pieces] == ["gone", "new"]
    assert time.monotonic() - start < 5

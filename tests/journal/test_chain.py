from __future__ import annotations

import pytest

from daybook.crypto.seal import UnsealError
from daybook.journal.chain import Chain, Head, Left
from daybook.journal.errors import DamagedError, PagesLostError
from daybook.journal.keys import Keys
from daybook.journal.store import Frame
from tests.journal.samples import VOLUME_KEY, renumbered

NOTEBOOK = b"n" * 16


def chained(*plains: bytes, notebook: bytes = NOTEBOOK, volume: int = 0) -> tuple[Chain, list[Frame]]:
    chain = Chain(Keys(VOLUME_KEY, volume), notebook)
    frames: list[Frame] = []
    for plain in plains:
        frames.append(chain.seal(plain, chain.walk(frames)))
    return chain, frames


def test_a_chain_reads_back_in_order() -> None:
    chain, frames = chained(b"one", b"two", b"three")
    assert list(chain.read(frames)) == [(0, b"one"), (1, b"two"), (2, b"three")]
    assert chain.walk(frames) == Head(3, frames[-1].tag)


def test_the_context_binds_format_notebook_volume_place_and_what_came_before() -> None:
    chain, frames = chained(b"one")
    expected = b"\x00\x01" + NOTEBOOK + b"\x00\x00" + bytes(7) + b"\x01" + frames[0].tag
    assert chain.context(chain.walk(frames)) == expected


@pytest.mark.parametrize(
    "other", [Head(1, bytes(32)), Head(0, b"\x01" * 32)], ids=["another place", "after another frame"]
)
def test_what_is_sealed_in_a_frame_opens_only_there(other: Head) -> None:
    """The cipher itself is bound too, not only the tag of the chain."""
    chain, frames = chained(b"one")
    keys = chain.keys
    assert keys.pages.unseal(frames[0].sealed, nonce=frames[0].nonce, context=chain.context(Head()))
    with pytest.raises(UnsealError):
        keys.pages.unseal(frames[0].sealed, nonce=frames[0].nonce, context=chain.context(other))


def test_the_tag_alone_shows_a_change_without_unsealing(monkeypatch: pytest.MonkeyPatch) -> None:
    chain, frames = chained(b"one", b"two")
    monkeypatch.setattr(type(chain.keys.pages), "unseal", lambda *_, **__: pytest.fail("unsealed"))
    with pytest.raises(DamagedError):
        chain.walk(renumbered(frames[::-1]))


def test_another_notebook_or_volume_under_the_same_key_does_not_fit() -> None:
    _, frames = chained(b"one")
    for chain, _ in (chained(notebook=b"m" * 16), chained(volume=1)):
        with pytest.raises(DamagedError, match="page 1"):
            chain.walk(frames)


def test_a_frame_with_another_place_does_not_fit() -> None:
    chain, frames = chained(b"one")
    with pytest.raises(DamagedError):
        chain.walk([Frame(7, frames[0].nonce, frames[0].sealed, frames[0].tag)])


def test_bytes_moved_between_nonce_and_sealed_do_not_fit() -> None:
    chain, [frame] = chained(b"one")
    moved = Frame(0, frame.nonce + frame.sealed[:1], frame.sealed[1:], frame.tag)
    with pytest.raises(DamagedError):
        chain.walk([moved])


def test_the_chain_alone_does_not_see_its_own_tail_cut_off() -> None:
    """Stated, not wished for: only a head kept elsewhere shows it."""
    chain, frames = chained(b"one", b"two", b"three")
    known = chain.walk(frames)
    assert chain.walk(frames[:1]).count == 1
    with pytest.raises(PagesLostError):
        chain.walk(frames[:1], known=known)


def test_a_chain_that_went_another_way_since_is_noticed() -> None:
    chain, frames = chained(b"one", b"two")
    known = chain.walk(frames)
    fork = [frames[0], chain.seal(b"other", chain.walk(frames[:1]))]
    fork.append(chain.seal(b"more", chain.walk(fork)))
    with pytest.raises(DamagedError, match="page 2"):
        chain.walk(fork, known=known)


def test_equal_pages_do_not_look_equal_and_close_lengths_do() -> None:
    _, frames = chained(b"same", b"same", b"s" * 200, b"s" * 300)
    assert frames[0].sealed != frames[1].sealed
    assert [len(frame.sealed) for frame in frames] == [272, 272, 272, 528]


def test_what_is_left_around_a_damaged_frame_is_found_and_read() -> None:
    chain, frames = chained(b"one", b"two", b"three", b"four")
    torn = Frame(1, frames[1].nonce, frames[1].sealed[:-1] + b"x", frames[1].tag)
    broken = [frames[0], torn, *frames[2:]]
    assert chain.walk_what_is_left(broken) == Left(chain.walk(frames), frozenset({1}))
    assert list(chain.read(broken, without=frozenset({1}))) == [(0, b"one"), (2, b"three"), (3, b"four")]


def test_a_frame_that_lost_its_own_tag_takes_the_next_one_with_it_and_no_more() -> None:
    chain, frames = chained(b"one", b"two", b"three", b"four")
    broken = [frames[0], Frame(1, frames[1].nonce, frames[1].sealed, bytes(32)), *frames[2:]]
    assert chain.walk_what_is_left(broken) == Left(chain.walk(frames), frozenset({1, 2}))


@pytest.mark.parametrize(("gone", "lost"), [(0, 1), (1, 1), (2, 1), (3, 0)])
def test_after_frames_that_are_gone_the_next_is_lost_and_the_rest_is_there(gone: int, lost: int) -> None:
    chain, frames = chained(b"one", b"two", b"three", b"four")
    left = chain.walk_what_is_left(frames[:gone] + frames[gone + 1 :])
    assert (left.gone, len(left.damaged)) == (1 if lost else 0, lost)
    assert left.head == (chain.walk(frames) if lost else chain.walk(frames[:3]))


def test_a_place_far_beyond_the_end_costs_nothing_to_count() -> None:
    chain, frames = chained(b"one")
    far = Frame(2**62, frames[0].nonce, frames[0].sealed, frames[0].tag)
    assert chain.walk_what_is_left([frames[0], far]).gone == 2**62 - 1


def test_nothing_foreign_is_let_in_with_what_is_left() -> None:
    chain, frames = chained(b"one", b"two", b"three")
    _, others = chained(b"planted", b"planted", notebook=b"o" * 16)
    left = chain.walk_what_is_left([frames[0], others[1], frames[2]])
    assert left.damaged == {1, 2}

import hashlib
import hmac

import pytest

from daybook.crypto.letter import LetterKey
from daybook.crypto.seal import Sealer, UnsealError, chain_tag
from daybook.crypto.stream import CHUNK_BYTES, ChunkCipher

KEY = bytes(range(32))
NONCE = bytes(12)


def test_seal_is_aes_256_gcm_siv() -> None:
    """RFC 8452, appendix C.2: 8 bytes of plaintext, 1 byte of context."""
    key = bytes.fromhex("01" + "00" * 31)
    nonce = bytes.fromhex("03" + "00" * 11)
    plain, context = bytes.fromhex("0200000000000000"), b"\x01"
    sealed = Sealer(key).seal(plain, nonce=nonce, context=context)
    assert sealed.hex() == "1de22967237a813291213f267e3b452f02d01ae33e4ec854"
    assert Sealer(key).unseal(sealed, nonce=nonce, context=context) == plain


def test_what_was_sealed_opens_only_where_it_belongs() -> None:
    sealed = Sealer(KEY).seal(b"words", nonce=NONCE, context=b"here")
    assert Sealer(KEY).unseal(sealed, nonce=NONCE, context=b"here") == b"words"
    for key, nonce, context in (
        (KEY[::-1], NONCE, b"here"),
        (KEY, b"\x01" * 12, b"here"),
        (KEY, NONCE, b"there"),
        (KEY, NONCE, b""),
    ):
        with pytest.raises(UnsealError):
            Sealer(key).unseal(sealed, nonce=nonce, context=context)


def test_every_flipped_bit_is_noticed() -> None:
    sealed = Sealer(KEY).seal(b"words", nonce=NONCE, context=b"here")
    for bit in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[bit // 8] ^= 1 << bit % 8
        with pytest.raises(UnsealError):
            Sealer(KEY).unseal(bytes(changed), nonce=NONCE, context=b"here")


def test_a_chain_tag_covers_context_nonce_and_sealed() -> None:
    tag = chain_tag(KEY, b"context", NONCE, b"sealed")
    expected = hmac.new(KEY, b"context" + NONCE + hashlib.sha256(b"sealed").digest(), "sha256")
    assert tag == expected.digest()


class TestChunks:
    def test_a_chunk_opens_only_in_its_place_and_file(self) -> None:
        cipher = ChunkCipher(KEY, context=b"file one")
        sealed = cipher.seal(3, b"x" * CHUNK_BYTES, last=False)
        assert cipher.unseal(3, sealed, last=False) == b"x" * CHUNK_BYTES
        for number, last in ((2, False), (4, False), (3, True)):
            with pytest.raises(UnsealError):
                cipher.unseal(number, sealed, last=last)
        with pytest.raises(UnsealError):
            ChunkCipher(KEY, context=b"file two").unseal(3, sealed, last=False)
        with pytest.raises(UnsealError):
            ChunkCipher(KEY[::-1], context=b"file one").unseal(3, sealed, last=False)

    def test_no_two_chunks_share_a_nonce(self) -> None:
        cipher = ChunkCipher(KEY, context=b"")
        sealed = {cipher.seal(number, bytes(64), last=last) for number in range(300) for last in (False, True)}
        assert len(sealed) == 600


class TestLetters:
    def test_the_public_half_seals_and_the_private_half_opens(self) -> None:
        key = LetterKey(KEY)
        sealed = key.slot.seal(b"words", context=b"here")
        assert key.unseal(sealed, context=b"here") == b"words"
        assert not hasattr(key.slot, "unseal")

    def test_the_same_words_never_look_the_same(self) -> None:
        slot = LetterKey(KEY).slot
        assert slot.seal(b"words", context=b"") != slot.seal(b"words", context=b"")

    def test_a_letter_that_was_changed_or_moved_does_not_open(self) -> None:
        key = LetterKey(KEY)
        sealed = key.slot.seal(b"words", context=b"here")
        changed = [sealed[:-1], sealed + b"\0", b"", sealed[:31]]
        for bit in range(0, len(sealed) * 8, 3):
            flipped = bytearray(sealed)
            flipped[bit // 8] ^= 1 << bit % 8
            changed.append(bytes(flipped))
        # The top bit of an X25519 share is ignored by design (RFC 7748); HPKE still binds it.
        for letter in changed:
            with pytest.raises(UnsealError):
                key.unseal(letter, context=b"here")
        with pytest.raises(UnsealError):
            key.unseal(sealed, context=b"there")
        with pytest.raises(UnsealError):
            LetterKey(KEY[::-1]).unseal(sealed, context=b"here")

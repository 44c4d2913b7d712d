import pytest

from daybook.crypto import derive as module
from daybook.crypto.derive import Cost, PassphraseError, RefusedCostError, derive, expand, normalised

LEAST = Cost(memory=64 * 1024)
SALT = bytes(range(16))


def test_the_same_passphrase_gives_the_same_key_for_ever() -> None:
    found = derive("correct horse battery staple", SALT, LEAST)
    assert found.hex() == "853b272a44db1421c02962669a55eb0994f3cab385ed1c4c79253eee19bab49e"


def test_every_part_changes_the_key() -> None:
    keys = {
        derive("one", SALT, LEAST),
        derive("two", SALT, LEAST),
        derive("one", SALT[::-1], LEAST),
        derive("one", SALT, Cost(memory=64 * 1024, passes=4)),
        derive("one", SALT, Cost(memory=65 * 1024)),
        derive("one", SALT, Cost(memory=64 * 1024, lanes=1)),
    }
    assert len(keys) == 6


@pytest.mark.parametrize(
    "cost",
    [
        Cost(memory=64 * 1024 - 1),
        Cost(memory=1024 * 1024 + 1),
        Cost(passes=2),
        Cost(passes=11),
        Cost(lanes=0),
        Cost(lanes=17),
        Cost(memory=0, passes=0, lanes=0),
        Cost(memory=2**32 - 1, passes=2**16 - 1, lanes=2**16 - 1),
    ],
)
def test_a_cost_outside_the_limits_is_refused_before_anything_is_derived(
    cost: Cost, monkeypatch: pytest.MonkeyPatch
) -> None:
    def must_not_run(**_: object) -> None:
        pytest.fail("derived with a cost outside the limits")

    monkeypatch.setattr(module, "Argon2id", must_not_run)
    with pytest.raises(RefusedCostError):
        derive("anything", SALT, cost)


def test_the_limits_themselves_are_allowed() -> None:
    Cost(memory=64 * 1024, passes=3, lanes=1).check()
    Cost(memory=1024 * 1024, passes=10, lanes=16).check()
    Cost().check()


def test_two_ways_of_typing_the_same_letters_are_one_passphrase() -> None:
    assert normalised("cafe\u0301 ﬁsh") == normalised("caf\u00e9 fish") == "café fish".encode()


@pytest.mark.parametrize("passphrase", ["", "a" * 1025, "é" * 513, "\ud800"])
def test_a_passphrase_has_limits(passphrase: str) -> None:
    with pytest.raises(PassphraseError):
        normalised(passphrase)


def test_expand_is_hkdf_expand() -> None:
    """RFC 5869, test case 1."""
    prk = bytes.fromhex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
    okm = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
    assert expand(prk, bytes.fromhex("f0f1f2f3f4f5f6f7f8f9")).hex() == okm

"""Looks at a home, who may change what, and calls: loaded, checked, and whole in the shipped pack."""

from pathlib import Path

import pytest

from daybook.guide.entry import When
from daybook.guide.space import gap, witness
from daybook.notebook.guidance import shipped_pack
from tests.guide import veldt

DATES = 'checked = 2026-11-20\ncheck_again = 2027-05-21\nreviewer = "x"\n'
LOOK = f"""title = "The hut has a lock"
part = "door"
order = 1
why = "It can help."
how = ["Ask."]
noticed = "yes"
caution = "It is seen."
changes = "locks"
calls = ["ask-the-smith"]
{DATES}when = {{ none = ["lives_with_them"] }}
"""
WHO = f"""[locks-first]
changes = "locks"
says = "Ask the registrar first."
order = 1
{DATES}
[locks-north]
changes = "locks"
says = "In the north the elder decides."
nations = ["north_isle"]
order = 2
{DATES}"""
CALL = f"""title = "Ask the smith"
whom = "The smith"
first = ["Go there."]
begin = ["Good day."]
order = 1
{DATES}
[[asks]]
says = "What is it?"
[[asks]]
says = "And for the children?"
when = {{ all = ["has_children"] }}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = veldt.copy(tmp_path)
    files = (("security/hut-lock.toml", LOOK), ("who-may.toml", WHO), ("calls/ask-the-smith.toml", CALL))
    for name, text in files:
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text, "utf-8")
    return made


def test_a_pack_with_all_of_them_is_right(folder: Path) -> None:
    assert veldt.errors(folder) == []


BROKEN = [
    ("security/hut-lock.toml", 'caution = "It is seen."\n', "", "`caution` says what to think of first"),
    ("security/hut-lock.toml", 'none = ["lives_with_them"]', "", "A change of locks is offered to somebody who lives"),
    ("security/hut-lock.toml", '"locks"', '"lock"', "cannot be “lock”."),
    ("security/hut-lock.toml", 'part = "door"', 'part = "dor"', "cannot be “dor”."),
    ("security/hut-lock.toml", '"ask-the-smith"', '"ask-a-smith"', "calls: nothing has the name “ask-a-smith”."),
    ("security/hut-lock.toml", "order = 1", 'order = 1\nactions = ["none-such"]', "actions: nothing has the name"),
    ("security/hut-lock.toml", "order = 1", 'order = 1\nstatements = ["Z9"]', "statements: nothing has the name"),
    ("who-may.toml", "order = 1\n", 'order = 1\nwhen = { all = ["has_children"] }\n', "read nothing on who may change"),
    ("who-may.toml", "order = 1\n", 'order = 1\nnations = ["north_isle"]\n', "read nothing on who may change locks"),
    ("who-may.toml", '"north_isle"', '"noth_isle"', "nations: nothing has the name “noth_isle”."),
    ("calls/ask-the-smith.toml", '"has_children"', '"no_such"', "fact: nothing has the name “no_such”."),
    ("calls/ask-the-smith.toml", 'begin = ["Good day."]', "begin = []", "“begin” is empty."),
    ("calls/ask-the-smith.toml", "order = 1", 'order = 1\nservices = ["none-such"]', "services: nothing has the name"),
    ("calls/ask-the-smith.toml", "Good day.", "Ring {them} and {nobody}.", "{nobody} is not a placeholder"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), BROKEN, ids=[row[3] for row in BROKEN])
def test_a_mistake_is_named(folder: Path, file: str, old: str, new: str, said: str) -> None:
    veldt.change(folder, file, old, new)
    assert any(said in error for error in veldt.errors(folder)), veldt.errors(folder)


def test_the_shipped_looks_cover_what_the_ledger_names() -> None:
    pack = shipped_pack()
    parts = {look.part for look in pack.security.values()}
    w31 = {"door", "window", "fire", "light", "alarm", "letterbox", "neighbours", "phone", "post", "smart", "keys"}
    assert w31 <= parts


def test_nobody_reads_of_a_change_without_who_may_make_it() -> None:
    pack = shipped_pack()
    for changes in ("locks", "fittings", "accounts"):
        anywhere = [who.when for who in pack.who_may.values() if who.changes == changes and not who.nations]
        assert gap(pack, anywhere) is None


def test_each_nation_says_by_itself_who_may_change_locks_and_what_that_rests_on() -> None:
    pack = shipped_pack()
    for nation in pack.cover.nations:
        own = [who for who in pack.who_may.values() if who.changes == "locks" and who.nations == (nation,)]
        assert own, nation
        for who in own:
            assert who.statements, who.id
            assert all(nation in pack.statements[name].nations for name in who.statements), who.id


def test_no_shipped_lock_or_account_change_reaches_somebody_who_lives_with_the_person() -> None:
    pack = shipped_pack()
    for look in pack.security.values():
        if look.changes in ("locks", "accounts"):
            assert witness(pack, When(all=(*look.when.all, "lives_with_them"), none=look.when.none)) is None, look.id


def test_each_way_of_holding_a_home_has_its_own_sentence() -> None:
    pack = shipped_pack()
    used = frozenset().union(*(who.when.facts for who in pack.who_may.values() if who.changes == "locks"))
    wanted = {"tenancy_theirs", "they_own_home", "rents_jointly", "rents_alone", "owns_jointly", "owns_alone"}
    assert wanted | {"is_married", "has_occupation"} <= used

"""If … then situations, options, matters and advice to friends: loaded, checked, and whole in the shipped pack."""

from pathlib import Path

import pytest

from daybook.guide.friend import FRIEND_PARTS
from daybook.guide.space import witness
from daybook.notebook.guidance import shipped_pack
from tests.guide import veldt

DATES = 'checked = 2026-11-20\ncheck_again = 2027-05-21\nreviewer = "x"\n'
SITUATION = f"""title = "{{They}} {{v:come/comes}} to the hut"
why = "It can happen."
order = 1
{DATES}
[[prompts]]
part = "signs"
ask = "How do you know?"
[[prompts]]
part = "then"
ask = "What do you do?"
ideas = ["I go to the beach."]
[[prompts]]
part = "after"
ask = "After?"
"""
OPTION = f"""title = "Going to the other isle"
what = "By boat."
brings = ["Distance."]
costs = ["The fare."]
safer = ["The early boat."]
ask = ["The registrar."]
order = 1
{DATES}
[[differs]]
nations = ["north_isle"]
says = "The boat goes twice."
"""
ADVICE = f'title = "T"\npart = "PART"\norder = 1\nsays = ["Be there."]\n{DATES}'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = veldt.copy(tmp_path)
    for name, text in (
        ("ifthen/at-the-hut.toml", SITUATION),
        ("options/other-isle.toml", OPTION),
        ("matters.toml", '[hut]\nlabel = "My hut"\nsays = "A roof."\norder = 1\nsections = ["start"]\n'),
        ("friend.toml", '[near]\ngroup = "about"\nlabel = "Together"\norder = 1\nfacts = ["lives_with_them"]\n'),
        *((f"friend/{part}-it.toml", ADVICE.replace("PART", part)) for part in FRIEND_PARTS),
    ):
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text(text, "utf-8")
    return made


def test_a_pack_with_all_of_them_is_right(folder: Path) -> None:
    assert veldt.errors(folder) == []


BROKEN = [
    ("ifthen/at-the-hut.toml", 'part = "after"', 'part = "then"', "Two prompts are for the part “then”."),
    ("ifthen/at-the-hut.toml", 'part = "then"', 'part = "who"', "one of them for the part “then”."),
    ("ifthen/at-the-hut.toml", 'part = "then"', 'part = "else"', "cannot be “else”."),
    ("ifthen/at-the-hut.toml", '"{They} {v', '"If {they} {v', "The screen says “If” by itself"),
    ("ifthen/at-the-hut.toml", "{v:come/comes}", "come", "“he” and “she” want"),
    ("ifthen/at-the-hut.toml", "I go to the beach.", "I go, my husband goes and he go.", "“he” and “she” want"),
    ("ifthen/at-the-hut.toml", "order = 1", 'order = 1\nwhen = { all = ["no_such"] }', "fact: nothing has the name"),
    ("ifthen/at-the-hut.toml", "check_again = 2027-05-21", "check_again = 2026-11-20", "is not after `checked`"),
    ("options/other-isle.toml", 'costs = ["The fare."]', "costs = []", "“costs” is empty."),
    ("options/other-isle.toml", '"north_isle"', '"noth_isle"', "nations: nothing has the name “noth_isle”."),
    ("options/other-isle.toml", "order = 1", 'order = 1\nactions = ["none-such"]', "actions: nothing has the name"),
    ("options/other-isle.toml", "order = 1", 'order = 1\nservices = ["none-such"]', "services: nothing has the name"),
    ("matters.toml", '"start"', '"strat"', "sections: nothing has the name “strat”. Did you mean “start”?"),
    ("friend.toml", '"lives_with_them"', '"lives_with"', "facts: nothing has the name “lives_with”."),
    ("friend/helps-it.toml", "Be there.", "Ask {them}.", "{them} stands for words that are hers."),
    ("friend/helps-it.toml", "order = 1", 'order = 1\nwhen = { all = ["lives_with_them"] }', "the part “helps”."),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said"), BROKEN)
def test_each_rule_says_what_is_wrong(folder: Path, file: str, old: str, new: str, said: str) -> None:
    veldt.change(folder, file, old, new)
    assert any(said in error for error in veldt.errors(folder)), veldt.errors(folder)


def test_the_shipped_pack_has_situations_for_those_who_live_together_and_those_who_do_not() -> None:
    pack = shipped_pack()
    assert len(pack.ifthen) >= 14
    for facts in ((), ("lives_with_them",), ("lives_apart", "has_left")):
        assert [found for found in pack.ifthen.values() if found.when.holds(facts)], facts


def test_whatever_she_answers_there_are_at_least_five_options_and_waiting_is_one() -> None:
    pack = shipped_pack()
    for facts in ((), ("lives_with_them",), ("lives_apart",), ("lives_apart", "in_refuge")):
        fitting = {option.id for option in pack.options.values() if option.when.holds(facts)}
        assert len(fitting) >= 5, facts
        assert {"waiting", "police", "orders", "family-or-friends"} <= fitting


def test_a_matter_is_offered_only_where_it_fits() -> None:
    pack = shipped_pack()
    for name, fact in (("children", "has_children"), ("staying-here", "immigration_matters"), ("work", "has_job")):
        assert pack.matters[name].when.all == (fact,)
        assert witness(pack, pack.matters[name].when) is not None
    for name in ("safety", "home", "money", "believed", "their-help", "contact", "health"):
        assert pack.matters[name].when.holds(())

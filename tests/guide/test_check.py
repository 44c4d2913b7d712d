"""Each rule of `daybook guide check` fires on a pack that breaks it, at the line to mend; a right pack passes."""

from datetime import date
from pathlib import Path

import pytest

from tests.guide import veldt

OFF = "actions/device/take-off-app.toml"
KEEP = "actions/device/keep-pictures.toml"
CALL = "actions/emergency/call-the-coastguard.toml"
PHONE = "actions/start/other-phone.toml"
TALK = "actions/start/talk-first.toml"
ASK = "actions/start/ask-the-registrar.toml"
LOOK = "questions/phone.toml"

BROKEN = [
    # names that nothing stands behind
    (OFF, 'first = ["other-phone", ', 'first = ["other-fone", ', f"{OFF}:10: first: nothing has the name “other-fone”. Did you mean “other-phone”?"),
    (TALK, 'tool = "directory"', 'tool = "directry"', f"{TALK}:12: tool: nothing has the name “directry”. Did you mean “directory”?"),
    (TALK, 'statements = ["V2"]', 'statements = ["V3"]', f"{TALK}:13: statements: nothing has the name “V3”."),
    (OFF, 'sources = ["hearsay"]', 'sources = ["heresay"]', f"{OFF}:12: sources: nothing has the name “heresay”."),
    (PHONE, '"N1"', '"N2"', f"{PHONE}:9: serves: nothing has the name “N2”."),
    (PHONE, '["R2", "N1"]', "[]", f"{PHONE}:9: “serves” is empty."),
    (OFF, 'all = ["found_app"]', 'all = ["found_ap"]', f"{OFF}:16: fact: nothing has the name “found_ap”. Did you mean “found_app”?"),
    (OFF, '"phone_seen", "found_app"]', '"fone_seen", "found_app"]', f"{OFF}:19: facts: nothing has the name “fone_seen”."),
    (OFF, 'none = ["has_small_children"]', 'none = ["found_app"]', f"{OFF}:16: “found_app” stands in both `all` and `none`"),
    (OFF, 'section = "device"', 'section = "start"', f"{OFF}:2: The section is “start”, but the file is in “device”."),
    (OFF, 'section = "device"', 'section = "devise"', f"{OFF}:2: section: nothing has the name “devise”."),
    ("services/north-line.toml", 'needs = ["talk"]', 'needs = ["talking"]', "services/north-line.toml:3: needs: nothing has the name “talking”."),
    ("services/north-line.toml", '"north_isle"', '"nord_isle"', "services/north-line.toml:2: nations: nothing has the name “nord_isle”."),
    ("signs/hands-on-neck.toml", '"talk-first"', '"talk-fast"', "signs/hands-on-neck.toml:4: actions: nothing has the name “talk-fast”."),
    ("questions/isle.toml", '"in_south_isle"', '"in_the_south"', "pack.toml:4: nations: no answer gives “in_south_isle”"),
    # questions
    (LOOK, "order = 50", "order = 5", f"{LOOK}:7: This question hangs on “lives_with_them”, which no question with a lower `order` gives."),
    (LOOK, 'id = "app"', 'id = "looks"', f"{LOOK}:10: Two options have the id “looks”."),
    ("questions/children.toml", "ages = [0, 4]\n", "", "questions/children.toml:8: `ages` belongs to the options of a `children` question, and to all of them."),
    (LOOK, 'label = "{They} put an app on it"', 'label = "An app"\ncalled = "x"', f"{LOOK}:15: `called` belongs to the options of a `words` question."),
    # the safe order
    (PHONE, 'noticed = "no"', 'noticed = "no"\nfirst = ["take-off-app"]', f"{OFF}:10: In a circle, or behind one"),
    (KEEP, 'group = "soon"', 'group = "ready"', f"{OFF}:3: “keep-pictures” saves proof in the later group “ready” and can stand beside this `remove`."),
    (TALK, 'group = "now"', 'group = "ready"', f"{OFF}:10: “talk-first” is in the group “ready”, later than this action's “soon”."),
    (CALL, 'serves = ["R1"', 'first = ["other-phone"]\nserves = ["R1"', f"{CALL}:10: Only emergency actions may come before an emergency action; “other-phone” is not one."),
    (OFF, 'caution = "{They} {v:see/sees} that it stopped. Talk to somebody first."\n', "", f"{OFF}:8: `noticed` is “yes”: say in `caution`"),
    (TALK, 'first = ["other-phone"]\n', "", f"{TALK}:8: This could be noticed: name in `first` what to do before it."),
    (OFF, '["other-phone", "talk-first"]', '["talk-first"]', f"{OFF}:10: This change could be noticed: name a `protect` action in `first`."),
    (OFF, 'group = "soon"', 'group = "now"', f"{OFF}:3: A change that could be noticed belongs in the group “soon” or “ready”."),
    (PHONE, 'group = "now"', 'group = "soon"', f"{PHONE}:3: Every `protect` action is in the group “now”."),
    (PHONE, 'noticed = "no"', 'noticed = "maybe"\ncaution = "C."', f"{PHONE}:8: A `protect` action must not itself be noticed."),
    # examples
    (OFF, "shown = false", "shown = true", f"{OFF}:22: Example 2 says shown, but it is not: `none` forbids has_small_children."),
    (KEEP, 'facts = ["lives_with_them", "phone_seen"]', 'facts = ["lives_with_them"]', f"{KEEP}:18: Example 1 says shown, but it is not: it lacks phone_seen."),
    (KEEP, "shown = true", "shown = false", f"{KEEP}:18: Example 1 says not shown, but it is shown for those facts."),
    (KEEP, "shown = true", "shown = false", f"{KEEP}:18: No example is shown."),
    (KEEP, 'facts = ["lives_apart"]\nshown = false', 'facts = ["phone_seen"]\nshown = true', f"{KEEP}:18: `when` can hide this, so write an example with `shown = false`."),
    # dates
    (OFF, "check_again = 2027-05-21", "check_again = 2026-11-21", f"{OFF}:14: `check_again` is not after `checked`."),
    (OFF, "checked = 2026-11-21", "checked = 2026-11-22", f"{OFF}:13: `checked` lies in the future."),
    # use
    ("pack.toml", 'background = ["V9"]', "background = []", "statements/calls.toml:22: V9: Nothing rests on this statement."),
    ("pack.toml", '["V9"]', '["V9", "V8"]', "pack.toml:14: No statement has the id “V8”."),
    # reach
    (OFF, 'all = ["found_app"]', 'all = ["found_app", "lives_apart"]', f"{OFF}:16: No set of answers reaches this: its rule never holds."),
    (LOOK, 'all = ["lives_with_them"]', 'all = ["lives_with_them", "lives_apart"]', f"{LOOK}:7: No set of answers reaches this: its rule never holds."),
    ("orders/stay-away-paper.toml", '"in_north_isle"]', '"in_north_isle", "in_south_isle"]', "orders/stay-away-paper.toml:18: No set of answers reaches this"),
    (CALL, 'reviewer = "not yet by a person"', 'reviewer = "not yet by a person"\nwhen = { none = ["is_married"] }', "pack.toml:2: Somebody is left without an emergency action: is_married."),
    (TALK, 'reviewer = "not yet by a person"', 'reviewer = "not yet by a person"\nwhen = { all = ["lives_apart"] }', "pack.toml:2: Somebody is left without an action to talk to somebody: no answers at all."),
    ("services/south-line.toml", 'needs = ["talk"]', 'needs = ["emergency"]', "pack.toml:2: Somebody is left without a helpline: in_south_isle."),
    ("services/coastguard.toml", '"north_isle", "south_isle"', '"north_isle"', "pack.toml:2: Somebody is left without an emergency service: in_south_isle."),
    # speech
    (OFF, "Ask somebody who knows", "Ask another victim", f"{OFF}:7: Instead of “victim” say person harmed. It is a word of the law."),
    (OFF, "Ask somebody who knows", "The harbour office gives you shelter, ask", f"{OFF}:7: Instead of “harbour office gives you shelter” that no longer holds (N1)"),
    (OFF, "Ask somebody who knows", "Ring 01632 960123", f"{OFF}:7: “01632 960123” is a phone number. Write {{number:ID}}"),
    (OFF, "Ask somebody who knows", "Ring 777", f"{OFF}:7: “777” is a phone number."),
    ("words.toml", r"\bvictims?\b", "(victim", "words.toml:2: “(victim” is not a regular expression."),
    ("corrections.toml", "harbour office gives you", "(harbour", "corrections.toml:3: N1: “(harbour shelter” is not a regular expression."),
    # grammar, in every wording
    (OFF, "{They} can no longer", "{they} can no longer", f"{OFF}:6: why: a sentence begins with a small letter. Read with “he”"),
    (OFF, "{They} can no longer", "{They} know nothing and can no longer", f"{OFF}:6: why: “he” and “she” want {{v:…/…}} or {{they_are}}. Read with “he”"),
    (OFF, "{They} can no longer", "{They} knows nothing and can no longer", f"{OFF}:6: why: “they” wants {{v:…/…}} or {{they_are}}. Read with “they”"),
    (OFF, "{They} can no longer", "{They} are gone and can no longer", f"{OFF}:6: why: “he” and “she” want"),
    (OFF, "{They} can no longer", "{They} discusses it and can no longer", f"{OFF}:6: why: “they” wants"),
    (OFF, "{They} can no longer", "A word with {they} helps. It can no longer", f"{OFF}:6: why: write {{them}} here in place of {{they}}. Read with “he”"),
    (OFF, "{They} can no longer", "It says that {them} is here. It can no longer", f"{OFF}:6: why: write {{they}} here in place of {{them}}. Read with “he”"),
    (OFF, "{They} can no longer", "Most days {person} watch it. It can no longer", f"{OFF}:6: why: after {{person}} the verb is singular."),
    (OFF, "{They} can no longer", "It ends. “{person} is here.” It can no longer", f"{OFF}:6: why: a sentence begins with a small letter."),
    (OFF, "{They} can no longer", "You can say: “I fear {person}.” It can no longer", f"{OFF}:6: why: in words she says herself, {{person}} would read “your …”."),
    (OFF, "{They} can no longer", "{Person} know it and can no longer", f"{OFF}:6: why: after {{person}} the verb is singular."),
    (OFF, "{They} can no longer", "This is the {person} and can no longer", f"{OFF}:6: why: a word stands twice"),
    (OFF, "{They} can no longer", "It is your {person} who can no longer", f"{OFF}:6: why: two words stand before the person"),
    (OFF, "{They} can no longer", "Now {person}'s phone can no longer", f"{OFF}:6: why: write {{their}} or {{theirs}}"),
    (OFF, "{They} can no longer", "Now the the phone can no longer", f"{OFF}:6: why: a word stands twice"),
    (OFF, "{They} can no longer", "{Person} , or others, can no longer", f"{OFF}:6: why: a space stands before the stop"),
]  # fmt: skip


def test_a_right_pack_passes() -> None:
    assert [finding for finding in veldt.findings(veldt.FOLDER) if finding.level == "error"] == []


@pytest.mark.parametrize(("file", "old", "new", "sentence"), BROKEN)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, file: str, old: str, new: str, sentence: str) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, file, old, new)
    found = veldt.errors(folder)
    assert any(line.startswith(sentence) for line in found), found


@pytest.mark.parametrize(
    "read",
    [
        "{Person} is away when {they} {v:go/goes} out. Can {they} see it? A phone {they} cannot see. {They} also {v:look/looks}.",
        "You and {person} are named. Does {person} know? {They_are} not told. What {they} said, {they} said.",
        "They always pass, and sometimes they press. Let {them} see. Does {person} know? It can make {person} leave.",
        "Giving {them} your address, or telling {them} {their} fault, is your choice. iPhones are fine.",
        "Victim Aid can help. On 21 November 2026 it cost £1,000,000, or 0.5% of 12 345.",
    ],
)
def test_right_sentences_are_left_alone(tmp_path: Path, read: str) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, OFF, "{They} can no longer see the phone.", read)
    assert veldt.errors(folder) == []


def test_first_names_what_can_be_in_the_same_plan(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(
        folder, ASK, 'all = ["is_married", "in_north_isle"]', 'all = ["is_married", "in_north_isle", "lives_apart"]'
    )
    veldt.change(folder, ASK, 'serves = ["W2"]', 'first = ["keep-pictures"]\nserves = ["W2"]')
    said = f"{ASK}:9: “keep-pictures” is never in a plan together with this action, so it cannot come first."
    assert said in veldt.errors(folder)


def test_one_title_in_one_plan(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ASK, "Ask the registrar what a marriage changes", "Take the app off")
    assert f"{ASK}:1: “take-off-app” has the same title, and both can stand in one plan." in veldt.errors(folder)


def test_a_text_with_an_unknown_placeholder_is_named_once_and_does_not_stop_the_check(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, OFF, "{They} can no longer", "{Thay} is a victim and can no longer")
    veldt.change(folder, TALK, "They listen", "The victims listen")
    found = veldt.errors(folder)
    assert len(found) == 2
    assert found[0].startswith(f"{OFF}:6: {{Thay}} is not a placeholder")
    assert found[1].startswith(f"{TALK}:6: Instead of “victims”")


def test_a_question_that_changes_nothing_is_named(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, ASK, 'all = ["is_married", "in_north_isle"]', 'all = ["in_north_isle"]')
    assert "questions/words.toml:3: No answer to this question changes any plan." in veldt.errors(folder)


def test_past_its_date_is_a_warning_and_in_a_release_an_error() -> None:
    late = date(2027, 5, 22)
    by_level = {
        release: {
            finding.level
            for finding in veldt.findings(veldt.FOLDER, today=late, release=release)
            if "due on" in finding.sentence
        }
        for release in (False, True)
    }
    assert by_level == {False: {"warning"}, True: {"error"}}
    assert not [
        finding for finding in veldt.findings(veldt.FOLDER, today=date(2027, 5, 21)) if "due on" in finding.sentence
    ]


def test_thirteen_questions_are_too_many_for_a_first_round(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    text = (folder / "questions/isle.toml").read_text("utf-8")
    for number in range(10):
        (folder / f"questions/isle-{number}.toml").write_text(
            text.replace("order = 20", f"order = {60 + number}"), "utf-8"
        )
    assert [line for line in veldt.errors(folder) if "one too many" in line] == [
        "questions/isle-9.toml:6: At most 12 questions are `core`; this is one too many."
    ]


def test_a_source_nobody_names_is_looked_at(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    with (folder / "sources.toml").open("a", encoding="utf-8") as file:
        file.write('\n[nowhere]\ntitle = "T"\ndated = "n.d."\n')
    assert "sources.toml:11: (warning) nowhere: Nothing names this source." in map(str, veldt.findings(folder))

"""What the older guidance says and no longer holds is caught wherever a person would read it."""

import re
from pathlib import Path

import msgspec
import pytest

from daybook.guide.knowledge import Avoid
from daybook.guide.letter import ModelLetter
from daybook.guide.schema import KINDS
from daybook.guide.texts import BODY, READ
from daybook.notebook.guidance import shipped_pack
from tests.guide import veldt

# Sentences of the kind the older guidance holds, in our own words, by the correction that catches them.
OUTDATED = [
    ("X01", "Ring the National Domestic Violence Helpline at any hour."),
    ("X01", "The line is run in partnership between Women's Aid and Refuge."),
    ("X02", "There are places for battered women."),
    ("X02", "Courses exist for violent men."),
    ("X03", "Carry coins for the phone box and for a bus."),
    ("X03", "Find out where the nearest phone box is."),
    ("X04", "Put your benefit book and cheque book in the bag."),
    ("X04", "Bring the card for it: your Child Benefit card."),
    ("X05", "Pack visas and work permits."),
    ("X06", "Ask the tracking company to stop."),
    ("X06", "Someone may have answered the consent text from your phone."),
    ("X06", "You can withdraw your permission to be followed."),
    ("X07", "Dial it first and your call is untraceable."),
    ("X07", "After that the call cannot be traced."),
    ("X08", "People who were stalked are now allowed to join the list without a name."),
    ("X08", "Show an order under the Family Law Act 1996."),
    ("X09", "The police act faster on an injunction with powers of arrest."),
    ("X09", "Ask for a non-molestation order with a power of arrest."),
    ("X10", "If you stayed, you will probably have an occupation order."),
    ("X11", "Ask for a restraining order in Scotland."),
    ("X11", "A Scottish non-molestation order can be had."),
    ("X12", "Breaking an occupation order is a crime."),
    ("X12", "Once broken, any order becomes a criminal offence."),
    ("X13", "The order will keep you safe."),
    ("X14", "In a refuge, they will advise you on this."),
    ("X14", "File form A52 so that nobody sees the address."),
    ("X15", "Take the children with you, or you may not get them back."),
    ("X15", "You could lose the children if you go alone."),
    ("X16", "The school will not release the child to anyone."),
    ("X16", "The nursery must only hand over to you."),
    ("X17", "Think about changing all the locks."),
    ("X17", "Change the locks on all doors."),
    ("X18", "In Haringey the police come fast."),
    ("X18", "There is Staying Put in one town, and a Sanctuary Project in another."),
    ("X19", "Get a new number and go ex-directory."),
    ("X19", "Let an answering machine take the calls."),
    ("X20", "See your GP and ask them to document your visit."),
    ("X20", "Tell your GP, so that they have a record of it."),
    ("X21", "Put a little by, or even open a separate bank account."),
    ("X21", "Avoid using shared credit cards."),
    ("X22", "As a code, send someone a blank text."),
    ("X22", "Let it ring once and hang up."),
    ("X23", "Pack your address book."),
    ("X24", "Teach your children to call for help and say where they live."),
    ("X25", "Save photos of your papers in the cloud."),
    ("X26", "Take care not to be in a vulnerable position."),
    ("X26", "Your coping strategies have had more or less success."),
    ("X32", "Nobody can see this plan."),
    ("X32", "Here your plan is private."),
    ("X33", "Leave at a time when they are out."),
    ("X34", "Ask for the police domestic violence unit."),
    ("X36", "In a pharmacy, ask for ANI."),
    ("X37", "With a partner's visa, apply for the DDVC."),
    ("X38", "Some banks have a flee fund."),
    ("X39", "There is a £20 fee to apply."),
    ("X40", "The Forced Marriage Unit answers 24 hours a day."),
]  # fmt: skip
# Sentences close to these that hold, and may be said.
RIGHT = [
    "A non-molestation order has no power of arrest of its own.",
    "There is no restraining order in Scotland.",
    "Breaking a non-molestation order is a crime.",
    "Ask the landlord before you change a lock.",
    "Ask for ANI has ended.",
    "Keep pictures out of shared clouds.",
    "Ask who can see your health record online before the GP writes it down.",
    "The Forced Marriage Unit answers in office hours.",
    "An account at another bank, with another e-mail address, is safest.",
]  # fmt: skip

# What stands in an entry and is no text: names of things, rules, dates, data.
NO_TEXT = {
    "id", "file", "reviewer", "section", "group", "does", "noticed", "first", "serves", "tool", "statements", "sources",
    "facts", "all", "none", "not_sure", "kind", "nations", "needs", "actions", "value", "in_force", "breach", "confidence",
    "addresses", "dated", "language", "background", "begins", "ways", "free_from_mobile", "bill", "never", "why_no_pattern",
    "part", "sections", "services", "calls", "confidential",
}  # fmt: skip


def caught(sentence: str) -> list[str]:
    corrections = shipped_pack().corrections.values()
    return [item.id for item in corrections for text in item.never if re.search(text, sentence, re.IGNORECASE)]


@pytest.mark.parametrize(("correction", "sentence"), OUTDATED)
def test_an_outdated_statement_is_caught(correction: str, sentence: str) -> None:
    assert correction in caught(sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_holds_may_be_said(sentence: str) -> None:
    assert caught(sentence) == []


def test_every_correction_is_tried_or_says_why_there_is_nothing_to_catch() -> None:
    tried = {correction for correction, _ in OUTDATED}
    for item in shipped_pack().corrections.values():
        assert (item.id in tried) == bool(item.never), item.id
        assert bool(item.never) != bool(item.why_no_pattern), item.id


def test_a_correction_with_neither_patterns_nor_a_reason_is_named(tmp_path: Path) -> None:
    folder = veldt.copy(tmp_path)
    veldt.change(folder, "corrections.toml", "never = ['harbour office gives you shelter']", "never = []")
    said = "corrections.toml:3: N1: Write patterns in `never`, or say in `why_no_pattern` why there is none."
    assert said in veldt.errors(folder)


@pytest.mark.parametrize(
    ("file", "key"),
    [
        ("questions/isle.toml", "why"),
        ("questions/isle.toml", "ask"),
        ("actions/device/take-off-app.toml", "title"),
        ("actions/device/take-off-app.toml", "caution"),
        ("services/coastguard.toml", "first_call"),
        ("services/coastguard.toml", "for_whom"),
        ("orders/stay-away-paper.toml", "breach_text"),
        ("orders/stay-away-paper.toml", "cost"),
        ("signs/hands-on-neck.toml", "today"),
        ("signs/hands-on-neck.toml", "why"),
        ("statements/calls.toml", "says"),
    ],
)
def test_it_is_caught_in_every_kind_of_text(tmp_path: Path, file: str, key: str) -> None:
    folder = veldt.copy(tmp_path)
    path = folder / file
    text, times = re.subn(
        rf'(?m)^{key} = ".*"$', f'{key} = "The harbour office gives you shelter."', path.read_text("utf-8"), count=1
    )
    assert times == 1
    path.write_text(text, "utf-8")
    assert any(line.startswith(f"{file}:") and "no longer holds (N1)" in line for line in veldt.errors(folder))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_text_of_any_kind_of_entry_is_left_unread(kind: str) -> None:
    entry = KINDS[kind]
    read = {path.rpartition(".")[2] for path in READ.get(entry, ())}
    read |= {BODY} if entry is ModelLetter else set()  # read paragraph by paragraph
    texts = {name for name in text_fields(entry) if name not in NO_TEXT}
    if kind in ("pack", "source"):
        assert texts <= {"title"}
    else:
        assert texts <= read


def text_fields(struct: type[msgspec.Struct]) -> set[str]:
    """The names of all fields that hold words, those of inner tables too."""
    found: set[str] = set()
    for field in msgspec.structs.fields(struct):
        kinds = [field.type, *getattr(field.type, "__args__", ())]
        for kind in kinds:
            if kind is str:
                found.add(field.name)
            elif isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind is not Avoid:
                found |= text_fields(kind)
    return found

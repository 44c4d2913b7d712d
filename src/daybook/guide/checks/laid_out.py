"""If … then situations, options and advice to friends: each whole, and each spoken to the right reader."""

from collections.abc import Iterator

from daybook.guide.checks.place import at_key, at_words
from daybook.guide.finding import Finding
from daybook.guide.friend import FRIEND_PARTS
from daybook.guide.pack import Pack
from daybook.guide.texts import texts_of
from daybook.guide.wording import PLACEHOLDER

FEWEST_PROMPTS = 3


def laid_out_well(pack: Pack) -> Iterator[Finding]:
    """Each part is prompted once; an option has all its sides; a friend is not spoken to as if it were her."""
    yield from _situations(pack)
    yield from _options(pack)
    yield from _friends(pack)


def _situations(pack: Pack) -> Iterator[Finding]:
    for situation in pack.ifthen.values():
        parts = [prompt.part for prompt in situation.prompts]
        for part in sorted({part for part in parts if parts.count(part) > 1}):
            yield at_words(pack, situation, f'part = "{part}"', f"Two prompts are for the part “{part}”.")
        if len(parts) < FEWEST_PROMPTS or "then" not in parts:
            said = f"A situation has at least {FEWEST_PROMPTS} prompts, one of them for the part “then”."
            yield at_key(pack, situation, "prompts", said)
        if situation.title.startswith("If "):
            yield at_key(pack, situation, "title", "The screen says “If” by itself: begin with what happens.")


def _options(pack: Pack) -> Iterator[Finding]:
    for option in pack.options.values():
        for side in ("brings", "costs", "safer", "ask"):
            if not getattr(option, side):
                yield at_key(pack, option, side, f"“{side}” is empty. An option is laid out with all its sides.")


def _friends(pack: Pack) -> Iterator[Finding]:
    """The words she picked for the person harming her are hers: a friend reads of "the person harming your friend"."""
    for entry in (*pack.friend.values(), *pack.friend_choices.values()):
        for _, text in texts_of(entry):
            for match in PLACEHOLDER.finditer(text):
                if not match[1].startswith(("number:", "service:")):
                    said = (
                        f"{match[0]} stands for words that are hers. A friend reads “the person harming your friend”."
                    )
                    yield at_words(pack, entry, match[0], said)
    parts = {advice.part for advice in pack.friend.values() if not advice.when.facts}
    for part in FRIEND_PARTS if pack.friend else ():
        if part not in parts:
            yield at_key(pack, pack.cover, "title", f"Friends who say nothing are told nothing of the part “{part}”.")

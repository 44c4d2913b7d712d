"""Letters: what is confidential is named, a letter says enough without it, and none names the notebook."""

import re
from collections.abc import Iterator

from daybook.domain.letters.draft import drafted, paragraphs_of
from daybook.domain.letters.things import OPEN, THINGS
from daybook.guide.checks.place import at_key, at_words
from daybook.guide.finding import Finding
from daybook.guide.letter import ModelLetter, looked_over, released_by
from daybook.guide.pack import Pack
from daybook.guide.wording import readable

_NAMES_US = re.compile(r"\b(daybook|notebook|diary|(?:this|my) app|program|software)\b", re.IGNORECASE)
FEWEST = 4
"""Paragraphs of a letter with nothing released: how it begins, what it is about, what it asks, how it ends."""


def letters_well_made(pack: Pack) -> Iterator[Finding]:
    """Each letter names exactly the confidential things it can say, and is a letter without them."""
    for letter in pack.letters.values():
        yield from _named(pack, letter)
        if all(readable(paragraph, pack) for paragraph in looked_over(letter.body)):
            yield from _whole(pack, letter)
        found = _NAMES_US.search(letter.body)
        if found:
            said = f"“{found[0]}”: a letter never names what it was written with."
            yield at_words(pack, letter, found[0], said)
        if not letter.serves:
            yield at_key(pack, letter, "serves", "“serves” is empty. Name the ledger ids this letter is for.")


def _named(pack: Pack, letter: ModelLetter) -> Iterator[Finding]:
    held = released_by(letter)
    for thing in letter.confidential:
        if thing not in held:
            said = f"“{thing}” stands in `confidential`, but the letter has no place for it."
            yield at_words(pack, letter, f'"{thing}"', said)
    for thing in held:
        if thing not in letter.confidential:
            said = f"{{{thing}}} is confidential ({THINGS[thing].words}). Name it in `confidential`."
            yield at_words(pack, letter, f"{{{thing}}}", said)


def _whole(pack: Pack, letter: ModelLetter) -> Iterator[Finding]:
    bare = drafted("\n\n".join(_plain(letter.body)), dict.fromkeys(OPEN, "x"), ())
    if len(paragraphs_of(bare)) < FEWEST:
        said = f"With nothing confidential in it, fewer than {FEWEST} paragraphs are left. It has to stand by itself."
        yield at_key(pack, letter, "body", said)


def _plain(body: str) -> Iterator[str]:
    """The paragraphs with the words for the person harming her taken as filled in."""
    known = "|".join(sorted(THINGS.keys() | OPEN))
    for paragraph in paragraphs_of(body):
        yield re.sub(rf"\{{(?!(?:{known})\}})[^{{}}]*\}}", "x", paragraph)

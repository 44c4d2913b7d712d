"""Letters a person can begin with: to whom, the words with their placeholders, and what of it is confidential."""

from collections.abc import Iterator
from typing import Literal

from daybook.domain.letters.draft import LetterText, paragraphs_of, placeholders
from daybook.domain.letters.things import OPEN, THINGS
from daybook.guide.entry import ALWAYS, Checked, When

Reader = Literal[
    "school", "work", "college", "health", "landlord", "council", "phone", "utility", "police", "electoral"
]
"""Who a letter can be to: the readers of `daybook.domain.letters.things`."""

_SAMPLES = {
    "dear": "Dr Able",
    "me": "Robin Ash",
    "today": "3 May 2026",
    "person_name": "Alex Ash",
    "phone": "a number",
    "email": "a mailbox",
    "address": "Some Street",
    "old_address": "Old Street",
    "children": "Mia and Noah",
    "school": "Hill School",
    "work": "the Works",
    "collectors": "Ruth and Sunita",
    "password": "a password",
    "order": "an order",
    "order_details": "a court and a number",
    "police": "a reference",
    "calls": "3 May 2026: a talk",
    "plan": "A plan.",
}
"""What stands for each placeholder of a letter while its text is looked over."""


class ModelLetter(Checked, frozen=True, kw_only=True):
    """One letter. `body` is in her voice; `confidential` are the things in it that stay out until she releases them.

    `beside` is what to think of before it goes, `actions` are the things of the plan it does.
    """

    title: str
    about: str
    reader: Reader
    order: int
    nations: tuple[str, ...]
    body: str
    confidential: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    serves: tuple[str, ...]
    actions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    when: When = ALWAYS


def released_by(letter: ModelLetter) -> list[str]:
    """The confidential things its words have a place for, in the order of THINGS."""
    found = set(LetterText(letter.body).get_identifiers())
    return [thing for thing in THINGS if thing in found]


def looked_over(body: str) -> Iterator[str]:
    """The paragraphs of a letter with samples for its own placeholders; those of every text are left as they are."""
    for paragraph in paragraphs_of(body):
        yield _sampled(paragraph)


def _sampled(paragraph: str) -> str:
    try:
        found = placeholders(paragraph)
    except ValueError:
        return paragraph  # a stray brace, which is named where every placeholder is
    return LetterText(paragraph).substitute({name: _SAMPLES.get(name, f"{{{name}}}") for name in found})


assert _SAMPLES.keys() == THINGS.keys() | OPEN

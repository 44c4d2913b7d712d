"""The words she picked for the person harming her, put into the texts of a pack."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from daybook.domain.her_words import SLOT, UNNAMED, HerWords, Pronouns, Voice, forms_of
from daybook.domain.records.answers import SituationAnswers
from daybook.guide.pack import Pack

PLACEHOLDER = SLOT
_STRAY = re.compile(r"\{[^\s{}]*|\}")


class UnknownPlaceholderError(LookupError):
    """A text in the guidance has a placeholder Daybook does not know. `daybook guide check` shows where."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the person harming her is spoken of. A name wins over a relation; else it is "the person harming you"."""

    name: str = ""
    pronouns: Pronouns = "they"
    relation: str = ""


def wording_of(answers: SituationAnswers) -> Wording:
    """The wording she chose; pronouns that are not he or she are they."""
    pronouns: Pronouns = "they"
    if answers.pronouns == "he":
        pronouns = "he"
    elif answers.pronouns == "she":
        pronouns = "she"
    return Wording(answers.name.strip(), pronouns, answers.relation)


def called(wording: Wording, pack: Pack, *, voice: Voice = "yours") -> str:
    """The words that stand for {person}. A name is the same in both voices."""
    if wording.name:
        return wording.name
    words = pack.relations.get(wording.relation, "") or UNNAMED
    if voice == "yours":
        return words
    return f"my {words[5:]}" if words.startswith("your ") else words.replace(" you", " me")


def her_words(wording: Wording, pack: Pack) -> HerWords:
    """The same words for texts that are not of the guidance: the questions of her records."""
    return HerWords(called(wording, pack), called(wording, pack, voice="hers"), wording.pronouns)


def render(text: str, wording: Wording, pack: Pack, *, voice: Voice = "yours") -> str:
    """The text with every placeholder replaced. Raises UnknownPlaceholderError for one that is not in docs/packs.md.

    What she typed as a name is put in as it is and never read as a placeholder.
    """
    if "{" not in text:
        return text
    forms = forms_of(called(wording, pack, voice=voice), wording.pronouns)

    def words(match: re.Match[str]) -> str:
        return _words(match[1], forms, wording, pack)

    return PLACEHOLDER.sub(words, text)


def unknown_placeholders(text: str, pack: Pack) -> Iterator[str]:
    """Every placeholder in the text that `render` would refuse, as written, and every stray brace.

    An opening brace comes with its word.
    """
    forms = forms_of(UNNAMED, "they")
    for match in PLACEHOLDER.finditer(text):
        try:
            _words(match[1], forms, Wording(), pack)
        except UnknownPlaceholderError:
            yield match[0]
    rest = PLACEHOLDER.sub("", text)
    yield from dict.fromkeys(_STRAY.findall(rest))


def readable(text: str, pack: Pack) -> bool:
    """Whether `render` takes this text."""
    return "{" not in text or next(unknown_placeholders(text, pack), None) is None


def _words(key: str, forms: dict[str, str], wording: Wording, pack: Pack) -> str:
    if key in forms:
        return forms[key]
    kind, _, rest = key.partition(":")
    if kind == "v" and rest.count("/") == 1 and all(rest.split("/")):
        plural, singular = rest.split("/")
        return plural if wording.pronouns == "they" else singular
    service = pack.services.get(rest)
    if service and kind == "service":
        return service.name
    if service and kind == "number" and service.number:
        return service.number
    raise UnknownPlaceholderError(key)

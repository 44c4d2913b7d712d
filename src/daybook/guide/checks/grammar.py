"""Every text, read with he, she, they, a name, an ex, a husband, a son and a carer, is a right sentence."""

import re
from collections.abc import Iterator

from daybook.domain.her_words import Voice
from daybook.guide.checks.place import at_words
from daybook.guide.entry import Entry
from daybook.guide.finding import Finding
from daybook.guide.pack import Pack
from daybook.guide.texts import BODY, NAMES, texts_of
from daybook.guide.wording import Wording, readable, render

WORDINGS: dict[str, Wording] = {
    "he": Wording(pronouns="he"),
    "she": Wording(pronouns="she"),
    "they": Wording(pronouns="they"),
    "a name": Wording(name="Alex", pronouns="they"),
    "your ex-partner": Wording(pronouns="she", relation="ex-partner"),
    "your husband": Wording(pronouns="he", relation="husband"),
    "your son": Wording(pronouns="he", relation="son"),
    "your carer": Wording(pronouns="she", relation="carer"),
}

# After one of these the verb stands in its plain form: "does he know", "can she see", "you and Alex are".
_AUXILIARY = frozenset(
    (
        "and",
        "do",
        "does",
        "did",
        "can",
        "could",
        "may",
        "might",
        "will",
        "would",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "let",
        "lets",
        "make",
        "makes",
        "making",
        "help",
        "helps",
        "see",
        "hear",
        "than",
    )
)
_AFTER_ONE = (  # what may follow "he" or "she" besides a verb that ends in s
    "can|cannot|could|may|might|will|would|had|did|must|never|always|often|also|still|now|then|later|and|or|at|in|on|"
    "not|ever|only|alone|once|already|both|either|"
    "said|went|came|took|left|made|told|knew|saw|found|gave|got|kept|put|set|sent|hid|hit|hurt|paid|ran|read|"
    "sat|sold|spent|wrote|threw|broke|chose|drove|felt|held|let|lost|meant|met|spoke|stood|thought|brought|bought"
)
_NO_VERBS = "always|perhaps|sometimes|besides|themselves|afterwards|less|across|as|yes"  # after "they", yet end in s
_PLAIN_VERBS = (
    "are|have|were|do|know|go|want|live|say|see|get|take|come|make|find|keep|look|hold|pay|use|send|check|ask|try|watch|"
    "follow|leave|own|share|read|open|give|turn|tell|think|feel|start|stop|begin|like|mean|run|work|drive|drink|threaten"
)
_OBJECT_WANTED = (
    "to|with|from|by|of|at|about|against|near|without|for|tell|tells|ask|asks|let|lets|give|gives|show|shows|meet|ring|"
    "call|help|helps"
)

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"[{}]"), "a brace is left over"),
    (re.compile(r"\b(?!her\b|that\b|had\b)([A-Za-z]+) \1\b", re.IGNORECASE), "a word stands twice"),
    (re.compile(rf"\bthey (?!(?:{_NO_VERBS})\b)\w*[^s\W]s\b", re.IGNORECASE), "“they” wants {v:…/…} or {they_are}"),
    (re.compile(rf"\b({_OBJECT_WANTED}) (he|she)\b", re.IGNORECASE), "write {them} here in place of {they}"),
    (re.compile(r"\b(he|she) (are|have|were|do|go)\b", re.IGNORECASE), "“he” and “she” want {v:…/…} or {they_are}"),
    (
        re.compile(r"\b(a|an|the|my|your) (your|the person harming)\b", re.IGNORECASE),
        "two words stand before the person",
    ),
    (
        re.compile(r"\bharming (you|me)['\N{RIGHT SINGLE QUOTATION MARK}]s\b"),
        "write {their} or {theirs} in place of {person}'s",
    ),
    (re.compile(r" [.,;:?!]"), "a space stands before the stop"),
)
_ONE = re.compile(rf"(?:^|(\w+)\W+)\b(?:he|she) (?!(?:{_AFTER_ONE})\b)(?!\w+(?:s|ed)\b)(\w+)", re.IGNORECASE)
_PLURAL = re.compile(rf"(?:(\w+) +)?the person harming (?:you|me) ({_PLAIN_VERBS})\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"(?:(\w+) +)?\bhim (?:is|are|has|have|was|were|does|do|goes|knows|sees|can|could|will|would|may|might)\b",
    re.IGNORECASE,
)
_AGREEMENT = (
    (_ONE, "“he” and “she” want {v:…/…} or {they_are}"),
    (_PLURAL, "after {person} the verb is singular"),
    (_SUBJECT, "write {they} here in place of {them}"),
)
_NAMES_WITH_A_SMALL_START = ("iPhone", "iPad", "iCloud", "iOS", "e-mail")
_SMALL_START = re.compile(
    '(?:^|[^.…][.?!]["\'\N{RIGHT DOUBLE QUOTATION MARK})]? +)["\N{LEFT DOUBLE QUOTATION MARK}(]?([a-z])'
)


_QUOTED = re.compile('["\N{LEFT DOUBLE QUOTATION MARK}][^"\N{RIGHT DOUBLE QUOTATION MARK}]*\\{[Pp]erson\\}')


def reads_well(pack: Pack) -> Iterator[Finding]:
    """A finding for each text that goes wrong in some wording, once, naming the first wording where it does."""
    for entry in pack.entries():
        for key, text in texts_of(entry):
            if not readable(text, pack):
                continue  # the loader has said so
            yield from _text(pack, entry, key, text)


def _text(pack: Pack, entry: Entry, key: str, text: str) -> Iterator[Finding]:
    quoted = _QUOTED.search(text) if key not in ("label", BODY) else None
    if quoted:
        said = f"{key}: in words she says herself, {{person}} would read “your …”. Say it without."
        yield at_words(pack, entry, quoted[0], said)
    told: set[str] = set()
    seen: set[str] = set()
    for name, wording in WORDINGS.items():
        voice: Voice = "hers" if key in ("label", BODY) else "yours"  # what she says herself
        read = " ".join(render(text, wording, pack, voice=voice).split())
        if read in seen:
            continue
        seen.add(read)
        for words, what in mistakes(read, sentence=key not in NAMES):
            if what not in told:
                told.add(what)
                start = text.strip()[:40].splitlines()[0]
                yield at_words(pack, entry, start, f"{key}: {what}. Read with “{name}”: “…{words}…”.")


def mistakes(read: str, *, sentence: bool) -> Iterator[tuple[str, str]]:
    """What is wrong in a text as it is read: the words, and what about them. A `sentence` begins with a capital."""
    for pattern, what in _RULES:
        found = pattern.search(read)
        if found:
            yield _around(read, found), what
    for pattern, what in _AGREEMENT:
        for found in pattern.finditer(read):
            if (found[1] or "").lower() not in _AUXILIARY:
                yield _around(read, found), what
                break
    for small in _SMALL_START.finditer(read) if sentence else ():
        if not read.startswith(_NAMES_WITH_A_SMALL_START, small.start(1)):
            yield _around(read, small), "a sentence begins with a small letter"
            break


def _around(read: str, found: re.Match[str]) -> str:
    return read[max(0, found.start() - 12) : found.end() + 12].strip()

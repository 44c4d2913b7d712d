"""Every text reads right with every word she can pick: pronouns, a name, and each relation the pack offers."""

import pytest

from daybook.domain.her_words import Voice
from daybook.guide.checks.grammar import WORDINGS, mistakes
from daybook.guide.texts import NAMES, texts_of
from daybook.guide.wording import Wording, render
from daybook.notebook.guidance import shipped_pack

PACK = shipped_pack()
TEXTS = sorted({(key, text) for entry in PACK.entries() for key, text in texts_of(entry) if "{" in text})
RELATIONS = sorted(PACK.relations)


def wrong(wording: Wording) -> list[tuple[str, str, str]]:
    """Each mistake in any text read with this wording: the words, what about them, the text."""
    found = []
    for key, text in TEXTS:
        voice: Voice = "hers" if key == "label" else "yours"
        read = " ".join(render(text, wording, PACK, voice=voice).split())
        found += [(words, what, text) for words, what in mistakes(read, sentence=key not in NAMES)]
    return found


def test_the_wordings_are_the_eight_that_were_asked_for() -> None:
    asked = ["he", "she", "they", "a name", "your ex-partner", "your husband", "your son", "your carer"]
    assert list(WORDINGS) == asked
    assert {wording.pronouns for wording in WORDINGS.values()} == {"he", "she", "they"}


@pytest.mark.parametrize("name", WORDINGS)
def test_every_text_reads_right(name: str) -> None:
    assert wrong(WORDINGS[name]) == []


@pytest.mark.parametrize("relation", RELATIONS)
def test_every_text_reads_right_with_each_relation(relation: str) -> None:
    assert wrong(Wording(pronouns="she", relation=relation)) == []


def test_there_are_many_texts_that_speak_of_the_person() -> None:
    assert len(TEXTS) > 500
    assert len(RELATIONS) > 15


def test_the_rules_see_a_wrong_sentence_in_each_wording() -> None:
    text = "{Person} take it when {they} is there, and you tell {they}."
    for name, wording in WORDINGS.items():
        assert list(mistakes(render(text, wording, PACK), sentence=True)) != [], name

"""A situation is read as written, or refused in one sentence that names what is wrong."""

import pytest

from daybook.guide.situation import SituationError, read_situation
from daybook.guide.wording import Wording
from tests.guide import veldt

PACK = veldt.pack()


def test_facts_and_answers_both_count() -> None:
    read = read_situation(
        PACK,
        """
facts = ["in_north_isle"]
[answers]
situation = "with"
isle = "skipped"
phone = "not-sure"
children = [2]
words = { name = "Alex", pronouns = "she", relation = "husband" }
""",
    )
    assert read.facts == {
        "in_north_isle", "lives_with_them", "phone_seen", "has_children", "has_small_children", "is_married",
    }  # fmt: skip
    assert read.wording == Wording("Alex", "she", "husband")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('facts = ["lives_with_then"]', "There is no fact “lives_with_then”. Did you mean “lives_with_them”?"),
        ('facts = "x"', "“facts” is a list of names in quotation marks."),
        ("facts = [", "This situation cannot be read as TOML:"),
        ("x = 1", "This situation cannot be read. Write"),
        ("answers = 3", "“answers” is a table:"),
        ('[answers]\nsituasion = "with"', "There is no question “situasion”. Did you mean “situation”?"),
        ('[answers]\nsituation = "wth"', "The question “situation” has no option “wth”. Did you mean “with”?"),
        ('[answers]\nsituation = ["with", "apart"]', "The question “situation” takes one option."),
        ('[answers]\nchildren = ["two"]', "The question “children” takes a list of ages, such as [4, 9]."),
        ("[answers]\nchildren = [-1]", "The question “children” takes a list of ages"),
        ('[answers]\nwords = "husband"', "The question “words” takes {"),
        ('[answers]\nwords = { relation = "husbnd" }', "The question “words” has no relation “husbnd”."),
        ('[answers]\nwords = { pronouns = "it" }', "Pronouns are he, she or they."),
        ("[answers]\nsituation = 4", "“situation” is a list of names"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(text: str, sentence: str) -> None:
    with pytest.raises(SituationError) as caught:
        read_situation(PACK, text)
    assert str(caught.value).startswith(sentence)

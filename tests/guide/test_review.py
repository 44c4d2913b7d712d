"""The page of facts to confirm says all of each statement, the same way each time."""

from daybook.guide.review import review
from tests.guide import veldt


def test_each_statement_with_its_sources_and_users() -> None:
    text = review(veldt.pack())
    assert text == review(veldt.pack())
    assert text.endswith("\n")
    part = text[text.index("### V1") : text.index("### V2")]
    assert part.splitlines() == [
        "### V1",
        "A call to 777 is answered day and night.",
        "",
        "- nations: north isle, south isle",
        "- confidence: source",
        "- checked: 2026-11-21 (not yet by a person); check again: 2027-05-21",
        "- source: Harbour Office, page on calls (2026) <https://harbour.example/calls>",
        "- used by: action call-the-coastguard, order stay-away-paper",
        "- confirmed by, on: ______________________________",
        "",
    ]
    assert "- used by: nothing" in text[text.index("### V9") :]

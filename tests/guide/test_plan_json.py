"""The JSON of a plan has the promised shape, and its words are hers."""

from daybook.guide.decide import decide
from daybook.guide.plan_json import plan_json
from daybook.guide.wording import Wording
from tests.guide import veldt


def test_the_promised_shape() -> None:
    pack = veldt.pack()
    facts = {"lives_with_them", "phone_seen", "found_app"}
    found = plan_json(pack, decide(pack, facts), Wording(relation="husband", pronouns="he"))
    assert [row["id"] for row in found["actions"]] == [
        "call-the-coastguard", "other-phone", "talk-first", "keep-pictures", "take-off-app",
    ]  # fmt: skip
    assert found["actions"][1] == {
        "id": "other-phone",
        "title": "Use a phone your husband cannot see",
        "group": "now",
        "first": [],
        "noticed": "no",
        "serves": ["R2"],
        "tool": None,
        "sources": [
            {"title": "Harbour Office, page on calls", "address": "https://harbour.example/calls", "dated": "2026"}
        ],
    }
    assert found["actions"][4]["first"] == ["other-phone", "talk-first"]
    assert found["actions"][2]["sources"] == [
        {"title": "General knowledge; no page was read", "address": None, "dated": "2026"}
    ]
    assert found["actions"][0]["title"] == "Call 777 when there is danger"

"""Her record on paper: what is said first, and the file itself."""

from __future__ import annotations

import pypdfium2

from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from tests.web.conftest import Browser


def words_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))


def test_what_a_copy_outside_means_is_said_before_it_is_made(opened: Browser) -> None:
    opened.get(opened.inside("paper.ask"))
    assert "There is nothing to put on paper yet" in opened.page
    opened.desk.notebook.save(Incident(account="The account"))
    opened.get(opened.inside("paper.ask"))
    page = opened.page
    assert page.index("outside this notebook and not locked") < page.index("Make the paper")
    for words in ("papers.pdf", "list of downloads", "printer", "USB stick", "support worker"):
        assert words in page


def test_it_holds_the_kinds_chosen_and_the_name_given_and_its_own_name_says_nothing(opened: Browser) -> None:
    opened.desk.notebook.save(Incident(account="He took the keys"))
    opened.desk.notebook.save(Contact(said="I told the surgery"))
    opened.get(opened.inside("paper.ask"))
    form = opened.form('name="by"')
    answer = opened.post(form, {"kinds": ["incident.1", "preferences.1"], "by": "Mary Example"})
    assert answer.headers["Content-Disposition"] == 'attachment; filename="papers.pdf"'
    assert answer.mimetype == "application/pdf"
    text = words_of(answer.data)
    assert "He took the keys" in text
    assert "Mary Example" in text
    assert "I told the surgery" not in text
    assert b"Mary" not in answer.request.path.encode()
    text = words_of(opened.post(form, {"kinds": ["incident.1", "contact.1"], "by": ""}).data)
    assert "I told the surgery" in text


def test_nothing_chosen_is_one_sentence(opened: Browser) -> None:
    opened.desk.notebook.save(Incident(account="He took the keys"))
    opened.get(opened.inside("paper.ask"))
    opened.post(opened.form('name="by"'), {"by": ""})
    assert "Choose at least one kind" in opened.page

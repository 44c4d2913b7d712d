"""Cards and the emergency sheet as a printer gets them: true to size, nothing on them but what was chosen."""

from __future__ import annotations

import io
import re
from datetime import UTC, datetime

import pikepdf
import pytest

from daybook.domain.card.layout import Entry, Look, card
from daybook.export.card import card_sheet
from daybook.export.emergency import SheetPart, emergency_sheet
from daybook.export.words import PaperWords
from tests.export.papers import MADE, opened, text

MM = 72 / 25.4
ENTRIES = [
    Entry(key="r", name="Ruth", number="07700 900123", called="Dentist", on="disguised"),
    Entry(key="h", name="National Domestic Abuse Helpline", number="020 7946 0101", called="Aunt Flo", on="disguised"),
    Entry(key="o", name="Mrs Okafor", number="01632 960145", on="card"),
    Entry(key="w", name="W" * 28, number="+44 (0)7700 900123", on="card"),
]


def sheet(look: Look, *, folded: bool = False, entries: list[Entry] = ENTRIES) -> bytes:
    made = card(entries, look, title="", folded=folded, true_names=())
    return card_sheet(made, paper=PaperWords(), made=MADE)


@pytest.mark.parametrize("folded", [False, True])
def test_a_disguised_card_and_its_file_hold_the_dull_names_and_the_numbers_only(*, folded: bool) -> None:
    pdf = sheet("disguised", folded=folded)
    lines = [line.strip() for line in re.split(r"\n|(?<=card) (?=Dentist)", text(pdf)) if line.strip()]
    assert lines == ["Coffee card", "Dentist 07700 900123", "Aunt Flo 020 7946 0101"]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        said = str(file.docinfo) + bytes(file.Root.Metadata.read_bytes()).decode()
    for word in ("Ruth", "Okafor", "Helpline", "Abuse", "Daybook", "card", "isguise"):
        assert word not in said
        assert word.encode() not in pdf
    assert "Papers" in said


def test_a_card_has_the_size_of_a_bank_card_between_its_marks_and_stays_inside_them() -> None:
    page = opened(sheet("card"))[0]
    left, bottom = (210 - 85.6) / 2 * MM, (297 - 25 - 54) * MM
    found = page.get_textpage()
    for number in range(found.count_rects()):
        x0, y0, x1, y1 = found.get_rect(number)
        assert left + 4 * MM < x0 < x1 < left + 81.6 * MM
        assert bottom + 4 * MM < y0 < y1 < bottom + 50 * MM
    marks = [each.get_bounds() for each in page.get_objects() if each.type == 2]
    whole = max(marks, key=lambda pos: (pos[2] - pos[0]) * (pos[3] - pos[1]))
    assert (whole[2] - whole[0]) / MM == pytest.approx(85.6, abs=0.3)
    assert (whole[3] - whole[1]) / MM == pytest.approx(54, abs=0.3)


def test_the_same_card_gives_the_same_bytes_and_tells_no_hour() -> None:
    assert sheet("card") == sheet("card")
    made = card(ENTRIES, "card", folded=False, true_names=())
    later = card_sheet(made, paper=PaperWords(), made=datetime(2026, 5, 20, 1, 2, tzinfo=UTC))
    assert later == sheet("card")


def test_markup_and_letters_no_typeface_has_do_not_break_a_card() -> None:
    odd = [Entry(key="a", name="#eval(*x*) $\U0001f9ff 漢", number="07700 900123", on="card")]
    assert "07700 900123" in text(sheet("card", entries=odd))


def test_the_sheet_has_what_it_is_given_and_neutral_metadata() -> None:
    pdf = emergency_sheet(
        "11 Larch Close\nZZ9 1AA", [SheetPart(title="Meet", lines=["Library"])], paper=PaperWords(), made=MADE
    )
    assert [line.strip() for line in text(pdf).splitlines() if line.strip()] == [
        "In an emergency",
        "Ring 999",
        "Address",
        "11 Larch Close",
        "ZZ9 1AA",
        "Meet",
        "Library",
    ]
    assert b"Larch" not in pdf
    assert "Address" not in text(emergency_sheet("", [], paper=PaperWords(), made=MADE))

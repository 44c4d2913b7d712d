"""What a reply repeats on a screen is never taken for words of whoever replied; drawn, and read without the library."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from daybook.domain.seen import Box, Chat, Line, Seen
from daybook.intake.seen.bubbles import chat_of

WIDE, HIGH = 1000, 2000
PAGE, THEIRS, HERS, STRIPE = "#efeae2", "#ffffff", "#d9fdd3", "#53bdeb"


def on_screen(inside: str, stripe: str = STRIPE, *, wide: int = 8, name: str = "Dan") -> Chat:
    """His bubble, then hers with a box in it above her own words, and a stripe so wide along the box."""
    image = Image.new("RGB", (WIDE, HIGH), PAGE)
    pen = ImageDraw.Draw(image)
    pen.rectangle((30, 400, 500, 480), THEIRS)
    pen.rectangle((500, 520, 970, 720), HERS)
    pen.rectangle((520, 540, 950, 630), inside)
    pen.rectangle((540 - wide, 540, 540, 630), stripe)
    lines = (
        Line(name, Box(100, 100, 300, 150), 0.99),
        Line("I will come round", Box(60, 420, 400, 455), 0.99),
        Line("10:07", Box(420, 440, 490, 460), 0.99),
        Line("I will come round", Box(560, 570, 860, 605), 0.99),
        Line("Please stop", Box(560, 660, 780, 695), 0.99),
        Line("10:09", Box(890, 680, 960, 700), 0.99),
    )
    return chat_of(image, Seen(WIDE, HIGH, lines))


@pytest.mark.parametrize("inside", ["#c8ecc0", "#d1f4cc", HERS])
def test_a_box_with_a_stripe_inside_a_bubble_is_of_neither_side(inside: str) -> None:
    assert [(one.text, one.side) for one in on_screen(inside).bubbles] == [
        ("I will come round", "left"),
        ("I will come round", "middle"),
        ("Please stop", "right"),
    ]


@pytest.mark.parametrize(("stripe", "wide"), [(HERS, 8), ("#808080", 8), (STRIPE, 60)])
def test_what_is_no_narrow_stripe_of_colour_makes_no_words_anybody_elses(stripe: str, wide: int) -> None:
    assert {one.side for one in on_screen(HERS, stripe, wide=wide).bubbles} == {"left", "right"}


def test_the_arrow_beside_the_name_is_no_part_of_it() -> None:
    assert {on_screen(HERS, name=name).name for name in ("Dan >", "< Dan", "Dan")} == {"Dan"}

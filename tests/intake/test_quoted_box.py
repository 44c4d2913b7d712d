"""What a reply repeats on a screen is never taken for words of whoever replied; drawn, and read without the library."""

from __future__ import annotations

from PIL import Image, ImageDraw

from daybook.domain.seen import Box, Chat, Line, Seen
from daybook.intake.seen.bubbles import chat_of

WIDE, HIGH = 1000, 2000
PAGE, THEIRS, HERS, INSIDE = "#efeae2", "#ffffff", "#d9fdd3", "#c8ecc0"


def on_screen(quote: tuple[int, int, int, int], *, top: int = 520, ground: str = INSIDE, name: str = "Dan") -> Chat:
    """His bubble, then hers from `top` on, and a box in it or above it."""
    image = Image.new("RGB", (WIDE, HIGH), PAGE)
    pen = ImageDraw.Draw(image)
    pen.rectangle((30, 400, 500, 480), THEIRS)
    pen.rectangle((500, top, 970, 720), HERS)
    pen.rectangle(quote, ground)
    left = quote[0] + 20
    lines = (
        Line(name, Box(100, 100, 300, 150), 0.99),
        Line("ten minutes", Box(60, 420, 400, 455), 0.99),
        Line("10:07", Box(420, 440, 490, 460), 0.99),
        Line("ten minutes left", Box(left, quote[1] + 20, left + 280, quote[1] + 55), 0.99),
        Line("Please stop", Box(530, 660, 780, 695), 0.99),
        Line("10:09", Box(890, 680, 960, 700), 0.99),
    )
    return chat_of(image, Seen(WIDE, HIGH, lines))


def sides(chat: Chat) -> list[tuple[str, str]]:
    return [(one.text, one.side) for one in chat.bubbles]


def test_a_box_inside_a_bubble_is_of_neither_side() -> None:
    chat = on_screen((520, 540, 950, 630))
    assert sides(chat) == [("ten minutes", "left"), ("ten minutes left", "middle"), ("Please stop", "right")]


def test_a_bubble_above_another_with_the_page_between_them_stays_whose_it_is() -> None:
    chat = on_screen((620, 540, 950, 630), top=640, ground=HERS)
    assert sides(chat)[1:] == [("ten minutes left", "right"), ("Please stop", "right")]


def test_the_arrow_beside_the_name_is_no_part_of_it() -> None:
    assert {on_screen((520, 540, 950, 630), name=name).name for name in ("Dan >", "< Dan", "Dan")} == {"Dan"}

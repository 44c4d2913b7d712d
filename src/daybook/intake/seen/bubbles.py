"""From lines and pixels to the bubbles of a chat, in the manner of the usual apps, light or dark.

A bubble is lines on one patch of colour that ends before both edges of the picture. Nearer to the left edge it is of
the other one, nearer to the right of whoever holds the phone; in the middle it is a line of the app. What cannot be
told is left empty.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from daybook.domain.seen import Box, Bubble, Chat, Line, Seen, Side, rows
from daybook.intake.seen.ground import Canvas, Ground
from daybook.intake.seen.when import ALONE, AT_END, heading

if TYPE_CHECKING:
    from PIL.Image import Image

_HEAD, _STATUS, _FOOT = 0.15, 0.045, 0.9
_SAME = 0.03
_ARROWS = " <>\u2039\u203a\u2190"
"""What stands beside the name to go on or back."""
_IN_THE_MIDDLE = 0.06
_COLOURED = 60
_FEWEST = 2
_SLACK = 1.25
_STATES = frozenset(
    {"online", "active now", "typing...", "typing…", "imessage", "text message", "tap here for contact info"}
)


@dataclass(slots=True)
class _Patch:
    """Lines that stand on one ground. What a reply repeats is words of somebody else, never of whoever replied."""

    ground: Ground
    lines: list[Line] = field(default_factory=list)
    is_quoted: bool = False

    @property
    def box(self) -> Box:
        box = self.lines[0].box
        for line in self.lines[1:]:
            box = box.around(line.box)
        return box


def chat_of(image: Image, seen: Seen) -> Chat:
    """What looks like a chat in this picture; without bubbles where nothing does."""
    canvas = Canvas(image)
    patches, free = _patches(canvas, seen)
    name = _name(free, seen)
    found: list[Bubble] = []
    day, clock = "", ""
    for patch in sorted([*patches, *(_Patch(_nowhere(canvas), [line]) for line in free)], key=lambda one: one.box.top):
        text = " ".join(line.text for line in patch.lines)
        side = "middle" if patch.is_quoted else _side(patch, seen)
        if side == "middle" and (told := heading(text)):
            day, clock = told[0] or day, told[1]
        elif patch.ground.ends:
            bubble = replace(_bubble(canvas, patch, side, seen), day=day)
            found.append(bubble if bubble.clock or side == "middle" else replace(bubble, clock=clock))
            clock = "" if side != "middle" else clock
        elif found and (below := ALONE.fullmatch(text)) and _is_under(found[-1], patch.box):
            found[-1] = replace(found[-1], clock=found[-1].clock or below["clock"])
    found = _with_clocks_at_the_end(found)
    return Chat(name=name, bubbles=tuple(found)) if _is_a_chat(found) else Chat()


def _patches(canvas: Canvas, seen: Seen) -> tuple[list[_Patch], list[Line]]:
    """Lines by the ground they stand on, and those that stand on none of their own."""
    patches: list[_Patch] = []
    free: list[Line] = []
    foot = next((line.box.top for line in seen.lines if line.box.top > seen.height * _FOOT), seen.height)
    for row in rows(seen.lines):
        for line in row:
            ground = canvas.behind(line.box)
            if line.box.top >= foot or line.box.bottom < seen.height * _STATUS:
                continue
            if not ground.ends:
                free.append(line)
                continue
            mine = next((one for one in reversed(patches) if _holds(canvas, one, ground, line, seen)), None)
            if mine is None:
                patches.append(_Patch(ground, [line], canvas.has_stripe(line.box, ground)))
            else:
                mine.lines.append(line)
                mine.ground = replace(
                    mine.ground,
                    left=min(mine.ground.left, ground.left),
                    right=max(mine.ground.right, ground.right),
                )
    return patches, free


def _holds(canvas: Canvas, patch: _Patch, ground: Ground, line: Line, seen: Seen) -> bool:
    near = seen.width * _SAME
    last = patch.lines[-1].box
    alike = all(abs(a - b) <= _COLOURED // 4 for a, b in zip(patch.ground.colour, ground.colour, strict=True))
    lies_in = patch.ground.left - near <= line.box.left and line.box.right <= patch.ground.right + near
    is_same_box = patch.is_quoted == canvas.has_stripe(line.box, ground)
    return is_same_box and alike and lies_in and canvas.is_one(patch.ground, last, line.box)


def _side(patch: _Patch, seen: Seen) -> Side:
    left, right = (patch.ground.left, patch.ground.right) if patch.ground.ends else (patch.box.left, patch.box.right)
    before, after = left, seen.width - right
    if abs(before - after) < seen.width * _IN_THE_MIDDLE:
        return "middle"
    return "left" if before < after else "right"


def _nowhere(canvas: Canvas) -> Ground:
    return Ground((0, 0, 0), 0, canvas.width - 1, ends=False)


def _bubble(canvas: Canvas, patch: _Patch, side: Side, seen: Seen) -> Bubble:
    lines, clock, edited, name = list(patch.lines), "", False, ""
    last = rows(tuple(lines))[-1][-1]
    if len(lines) > 1 and (found := ALONE.fullmatch(last.text)):
        clock, edited = found["clock"], bool(found["edited"])
        lines.remove(last)
    told = rows(tuple(lines))
    if side == "left" and len(told) > 1 and _is_a_name(canvas, told[0], told[1], patch.ground):
        name = " ".join(line.text for line in told.pop(0))
    box = patch.box
    return Bubble(
        text=_joined(told),
        side=side, box=box, sure=min(line.sure for line in lines), clock=clock, edited=edited, name=name,
        cut_above=box.top < box.height // 4, cut_below=box.bottom > seen.height * (1 - _SAME),
    )  # fmt: skip


def _joined(told: list[list[Line]]) -> str:
    """The rows of a bubble as one text. A row ends where the next word had no room; where it had, it was ended."""
    room = max(row[-1].box.right for row in told)
    text = ""
    for row, following in zip(told, [*told[1:], None], strict=True):
        text += " ".join(line.text for line in row)
        if following:
            word = following[0].text.split()[0]
            wide = (following[0].box.right - following[0].box.left) * (len(word) + 1) / max(1, len(following[0].text))
            text += "\n" if row[-1].box.right + wide * _SLACK < room else " "
    return text


def _is_a_name(canvas: Canvas, first: list[Line], second: list[Line], ground: Ground) -> bool:
    """In a group the sender stands in a colour of their own above the words."""
    one, other = (canvas.ink(row[0].box, ground.colour) for row in (first, second))
    differs = max(abs(a - b) for a, b in zip(one, other, strict=True)) > _COLOURED
    return differs and max(one) - min(one) > _COLOURED and max(other) - min(other) < _COLOURED


def _is_under(bubble: Bubble, box: Box) -> bool:
    return 0 <= box.top - bubble.box.bottom < 2 * box.height + bubble.box.height


def _name(free: list[Line], seen: Seen) -> str:
    """Who the chat is with: the largest words at the head that are no state of the app."""
    head = [line for line in free if line.box.bottom < seen.height * _HEAD and line.text.lower() not in _STATES]
    head = [
        line for line in head if not heading(line.text) and any(mark.isalpha() or mark.isdigit() for mark in line.text)
    ]
    head = [line for line in head if not line.text.lower().startswith(("last seen", "active "))]
    told = max(head, key=lambda line: (line.box.height, len(line.text))).text if head else ""
    return told.strip(_ARROWS) or told


def _with_clocks_at_the_end(found: list[Bubble]) -> list[Bubble]:
    """Where this chat writes the time inside each bubble, one that was read together with the words is taken apart."""
    inside = sum(1 for one in found if one.clock and one.side != "middle")
    if inside < _FEWEST:
        return found
    apart = []
    for one in found:
        end = None if one.clock else AT_END.fullmatch(one.text)
        apart.append(replace(one, text=end["text"], clock=end["clock"]) if end else one)
    return apart


def _is_a_chat(found: list[Bubble]) -> bool:
    sides = {one.side for one in found} - {"middle"}
    said = [one for one in found if one.side != "middle"]
    return len(said) >= _FEWEST and (len(sides) > 1 or any(one.clock or one.day for one in said))

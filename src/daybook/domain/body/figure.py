"""The figure she marks: its parts from the front and from the back, with where each is on the drawing."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daybook.domain.body.mark import Mark

WIDE, HIGH = 200, 440
"""The size of the drawing, in its own units."""
_BESIDE = 10


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the body: its name, and the line through its middle with how far it reaches around it.

    Left and right are those of the person who is drawn.
    """

    words: str
    ax: int
    ay: int
    bx: int
    by: int
    reach: int

    @property
    def middle(self) -> tuple[int, int]:
        """The point in the middle of it."""
        return (self.ax + self.bx) // 2, (self.ay + self.by) // 2

    def beside(self, x: float, y: float) -> float:
        """How far a point is outside of it; less than 0 within."""
        dx, dy = self.bx - self.ax, self.by - self.ay
        length = dx * dx + dy * dy
        along = min(1.0, max(0.0, ((x - self.ax) * dx + (y - self.ay) * dy) / length)) if length else 0.0
        return math.hypot(x - self.ax - along * dx, y - self.ay - along * dy) - self.reach


FRONT: dict[str, Region] = {
    "head": Region("Top of the head", 93, 20, 107, 20, 15),
    "face": Region("Face", 96, 46, 104, 46, 18),
    "neck": Region("Neck or throat", 100, 74, 100, 78, 12),
    "chest": Region("Chest", 84, 114, 116, 114, 24),
    "belly": Region("Belly", 90, 166, 110, 166, 26),
    "groin": Region("Between the legs", 100, 226, 100, 234, 12),
    "hip-left": Region("Left hip", 125, 214, 126, 224, 14),
    "hip-right": Region("Right hip", 75, 214, 74, 224, 14),
    "shoulder-left": Region("Left shoulder", 140, 100, 140, 100, 16),
    "shoulder-right": Region("Right shoulder", 60, 100, 60, 100, 16),
    "upper-arm-left": Region("Left upper arm", 149, 120, 154, 148, 12),
    "upper-arm-right": Region("Right upper arm", 51, 120, 46, 148, 12),
    "elbow-left": Region("Inside of the left elbow", 159, 165, 159, 165, 10),
    "elbow-right": Region("Inside of the right elbow", 41, 165, 41, 165, 10),
    "lower-arm-left": Region("Left lower arm", 164, 182, 169, 206, 10),
    "lower-arm-right": Region("Right lower arm", 36, 182, 31, 206, 10),
    "wrist-left": Region("Left wrist", 173, 221, 173, 221, 9),
    "wrist-right": Region("Right wrist", 27, 221, 27, 221, 9),
    "hand-left": Region("Left hand, the palm side", 181, 244, 182, 258, 12),
    "hand-right": Region("Right hand, the palm side", 19, 244, 18, 258, 12),
    "thigh-left": Region("Left thigh", 124, 252, 124, 288, 19),
    "thigh-right": Region("Right thigh", 76, 252, 76, 288, 19),
    "knee-left": Region("Left knee", 125, 314, 125, 314, 15),
    "knee-right": Region("Right knee", 75, 314, 75, 314, 15),
    "lower-leg-left": Region("Left shin", 126, 338, 125, 380, 14),
    "lower-leg-right": Region("Right shin", 74, 338, 75, 380, 14),
    "foot-left": Region("Left foot", 127, 408, 127, 408, 13),
    "foot-right": Region("Right foot", 73, 408, 73, 408, 13),
}
BACK: dict[str, Region] = {
    "head": Region("Back of the head", 96, 34, 104, 34, 24),
    "neck": Region("Back of the neck", 100, 74, 100, 78, 12),
    "upper-back": Region("Upper back", 84, 114, 116, 114, 24),
    "lower-back": Region("Lower back", 90, 170, 110, 170, 26),
    "bottom": Region("Bottom", 88, 222, 112, 222, 20),
    "hip-left": Region("Left hip, from behind", 67, 212, 67, 220, 9),
    "hip-right": Region("Right hip, from behind", 133, 212, 133, 220, 9),
    "shoulder-left": Region("Back of the left shoulder", 60, 100, 60, 100, 16),
    "shoulder-right": Region("Back of the right shoulder", 140, 100, 140, 100, 16),
    "upper-arm-left": Region("Back of the left upper arm", 51, 120, 46, 148, 12),
    "upper-arm-right": Region("Back of the right upper arm", 149, 120, 154, 148, 12),
    "elbow-left": Region("Left elbow", 41, 165, 41, 165, 10),
    "elbow-right": Region("Right elbow", 159, 165, 159, 165, 10),
    "lower-arm-left": Region("Back of the left lower arm", 36, 182, 31, 206, 10),
    "lower-arm-right": Region("Back of the right lower arm", 164, 182, 169, 206, 10),
    "wrist-left": Region("Back of the left wrist", 27, 221, 27, 221, 9),
    "wrist-right": Region("Back of the right wrist", 173, 221, 173, 221, 9),
    "hand-left": Region("Back of the left hand", 19, 244, 18, 258, 12),
    "hand-right": Region("Back of the right hand", 181, 244, 182, 258, 12),
    "thigh-left": Region("Back of the left thigh", 76, 252, 76, 288, 19),
    "thigh-right": Region("Back of the right thigh", 124, 252, 124, 288, 19),
    "knee-left": Region("Back of the left knee", 75, 314, 75, 314, 15),
    "knee-right": Region("Back of the right knee", 125, 314, 125, 314, 15),
    "lower-leg-left": Region("Left calf", 74, 338, 75, 380, 14),
    "lower-leg-right": Region("Right calf", 126, 338, 125, 380, 14),
    "foot-left": Region("Left heel", 73, 408, 73, 408, 13),
    "foot-right": Region("Right heel", 127, 408, 127, 408, 13),
}

REGIONS: dict[str, dict[str, Region]] = {"front": FRONT, "back": BACK}


def region_at(view: str, x: float, y: float) -> str:
    """The part of the body at a point of the drawing; "" beside the figure."""
    nearest = min(REGIONS[view].items(), key=lambda pair: pair[1].beside(x, y))
    return nearest[0] if nearest[1].beside(x, y) <= _BESIDE else ""


def mark_words(mark: Mark) -> str:
    """The name of the marked part; its code where there is no such part any more."""
    region = REGIONS[mark.view].get(mark.region)
    return region.words if region else mark.region

"""Reading the lines of a picture on this machine: the only room that knows the library which does it.

RapidOCR with the models that come in its package, run by onnxruntime on the processor. Nothing is fetched and nothing
is written: given pixels it touches neither the network nor the disk but for its own models.
"""

from __future__ import annotations

import functools
import os
import threading
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from daybook.domain.seen import Box, Line, Seen
from daybook.intake.seen.trouble import CannotSeeError

if TYPE_CHECKING:
    from PIL.Image import Image

THREADS = 2
_LONGEST = 2000
"""The longer side of what the words are read from; lines are looked for in `_LOOKED_FOR`."""
_LOOKED_FOR = 1152
_SURE = 0.5
"""Below this it is no reading but a guess at a pattern."""
_one_at_a_time = threading.Lock()


def program() -> str:
    """Which library and which of its readings of letters it is, with its number."""
    return f"rapidocr {version('rapidocr')}, PP-OCRv6 small"


def read(picture: Image) -> Seen:
    """Every line in it. Takes seconds, and the first time a second more. Raises CannotSeeError."""
    import numpy as np  # noqa: PLC0415  (with the library below: two seconds that a start never needs)

    with _one_at_a_time:
        eye = _opened()
        try:
            found = eye(np.asarray(picture.convert("RGB"))[:, :, ::-1])
        except Exception:  # noqa: BLE001  what it raises can hold what it read
            raise CannotSeeError from None
    lines = []
    for corners, text, sure in zip(
        found.boxes if found.boxes is not None else (), found.txts or (), found.scores or (), strict=True
    ):
        across, down = [int(point[0]) for point in corners], [int(point[1]) for point in corners]
        box = Box(max(0, min(across)), max(0, min(down)), max(across), max(down))
        if text.strip():
            lines.append(Line(text.strip(), box, round(float(sure), 3)))
    lines.sort(key=lambda line: (line.box.top, line.box.left))
    return Seen(picture.width, picture.height, tuple(lines))


@functools.cache
def _opened() -> Any:  # noqa: ANN401  (the library says nothing of its types)
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # the version that is pinned can send nothing; a later one could
    from rapidocr import RapidOCR  # noqa: PLC0415

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": _SURE,
            "Global.use_cls": False,  # nothing is upside down: a camera says how it was held
            "Global.max_side_len": _LONGEST,
            "Det.limit_type": "max",
            "Det.limit_side_len": _LOOKED_FOR,
            "EngineConfig.onnxruntime.intra_op_num_threads": THREADS,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )

"""The thread that locks the notebook when nobody is there."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daybook.web.desk import Desk


def watch(desk: Desk, *, every: float = 1.0) -> threading.Event:
    """Look at the clocks every so many seconds until the returned event is set."""
    stop = threading.Event()

    def look() -> None:
        while not stop.wait(every):
            desk.tick()

    threading.Thread(target=look, name="watch", daemon=True).start()
    return stop

"""What to say on an emergency call when words fail: where she is, what is happening, who is there."""

from __future__ import annotations

from dataclasses import dataclass

from daybook.domain.kinds import record


@record("emergency.1", listed=False, name="Words for an emergency call", serves=("R8", "R15", "W9", "W36"))
@dataclass(frozen=True, slots=True, kw_only=True)
class CallWords:
    """Three things to read out, as she would say them. Each may stay empty; nothing is guessed from elsewhere."""

    address: str = ""
    happening: str = ""
    there: str = ""

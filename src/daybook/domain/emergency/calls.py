"""What holds for every emergency call in the UK, here at once while the guidance is still being read.

From uk-facts: E01 (speak or whisper; cough, tap, press when asked), E02 and E03 (55 does not send officers, gives no
place), E04 (landlines), E05 (silence alone is not enough), E06 (112 beside 999; phones often send a place).
"""

from __future__ import annotations

from daybook.domain.said import Said

ON_A_MOBILE = Said("On a mobile: stay on the line. Cough or tap when asked. Press 55 when the voice says so.")
ON_A_LANDLINE = Said("On a landline: 55 does nothing. Stay on the line.")
SHORT = (ON_A_MOBILE, ON_A_LANDLINE)
"""Two lines for the first screen."""

MORE = (
    Said("Speak or whisper if you can. It is the quickest way to be understood."),
    Said("55 does not say where you are, and does not send anybody by itself. Say the address if you can."),
    Said("On a landline an unclear call can be passed to the police, and the address usually shows."),
    Said("112 reaches the same operators as 999."),
    Said("Most smartphones send their place by themselves. Indoors it works less well."),
    Said("Away from home? Say a street, a shop or a bus stop you can see."),
)
ABROAD = Said("You said that you live outside the UK. There, the emergency number of that country is the one to ring.")


def in_order(mobile: bool, landline: bool) -> tuple[Said, ...]:  # noqa: FBT001  (two facts, named where it is called)
    """The two short lines, the one for the phone she has first; both always, since she may use another's phone."""
    return SHORT[::-1] if landline and not mobile else SHORT

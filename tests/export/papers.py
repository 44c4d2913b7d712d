"""Small made-up histories, and ways to read a finished paper back."""

from __future__ import annotations

import dataclasses
import hashlib
import io
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pypdfium2
from PIL import Image

from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.kinds import kind_for
from daybook.domain.records.incident import Incident
from daybook.domain.revision import Revision
from daybook.export.chronology import chronology
from daybook.export.gallery import Gone
from daybook.export.pictures import picture
from daybook.export.words import PaperWords

WRITTEN = datetime(2026, 5, 1, 8, 12, tzinfo=UTC)
MADE = datetime(2026, 5, 20, 23, 30, tzinfo=UTC)


def no_picture(_: Attachment) -> None:
    return None


def drawn(_: Attachment) -> bytes:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((900, 600)).convert("RGB").save(out, "PNG")
    return picture(out.getvalue(), 800).jpeg


def file(number: int, caption: str = "", media: str = "image/jpeg") -> Attachment:
    return Attachment(
        blob=f"blob{number}",
        name=f"secret-name-{number}.jpg",
        media=media,
        size=123_456,
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        caption=caption,
    )


def on(day: int, month: int = 3, **more: Any) -> Happened:
    return Happened(how="exact", start=PartialDate(year=2026, month=month, day=day), **more)


def history(*bodies: Any, record: str = "r", written: datetime = WRITTEN) -> list[Revision]:
    return [
        Revision(
            record=record,
            kind=kind_for(body).code,
            number=number,
            written=written + timedelta(days=9 * (number - 1)),
            key=f"{record}{number}",
            body=body,
        )
        for number, body in enumerate(bodies, start=1)
    ]


def incident(account: str = "He said it again.", **more: Any) -> Incident:
    return Incident(account=account, **more)


def paper(
    *histories: list[Revision],
    by: str = "",
    pictures: Callable[[Attachment], bytes | Gone | None] = no_picture,
    words: PaperWords | None = None,
) -> bytes:
    return chronology(histories, words=words or PaperWords(), picture=pictures, made=MADE, by=by)


def opened(pdf: bytes) -> Any:
    """The paper as a reader sees it; pypdfium2 has no types."""
    return pypdfium2.PdfDocument(pdf)  # type: ignore[no-untyped-call]


def pages(pdf: bytes) -> list[str]:
    """The text of each page, with the marks for breaking long words taken out."""
    document = opened(pdf)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [text.replace("\u200b", "").replace("\r\n", "\n") for text in texts]


def text(pdf: bytes) -> str:
    return "\n".join(pages(pdf))


def amended(before: Incident, **changes: Any) -> Incident:
    return dataclasses.replace(before, **changes)

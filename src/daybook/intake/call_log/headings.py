"""Which column of a call log, or of a list of messages, is what, told by its heading in any order."""

from __future__ import annotations

import re
from typing import BinaryIO, NamedTuple

from daybook.intake.call_log.rows import Row, rows
from daybook.intake.format import HEAD
from daybook.intake.message import Place

_DIALLED = ("number called", "number dialled", "number dialed", "dialled number", "dialed number", "called number",
            "destination number", "number you called")  # fmt: skip
"""Headings under which only calls that were made stand, unless who made them stands beside."""
_WORDS: dict[str, tuple[str, ...]] = {
    "number": (
        "number", "phone number", "phonenumber", "caller number", "call number", "contact number",
        *_DIALLED, "mobile number", "telephone number", "phone", "telephone",
        "other party", "formatted number", "raw number", "address",
        "rufnummer", "telefonnummer", "nummer", "numéro", "numéro de téléphone", "téléphone", "número",
        "número de teléfono", "teléfono", "numero", "numero di telefono", "telefono", "telefone", "telefoonnummer",
        "numer", "numer telefonu", "număr", "număr de telefon", "numara", "telefon", "telefon numaras\u0131", "номер",
        "номер телефона", "телефон", "номер телефону",
    ),
    "from": (
        "from", "calling number", "from number", "sender", "sent by", "sender number", "author", "absender", "von",
        "expéditeur",
    ),
    "to": ("to", "to number", "recipient", "recipients", "receiver", "sent to", "empfänger", "an", "destinataire"),
    "name": ("name", "contact name", "contact", "caller name", "cached name", "display name", "caller", "caller id",
             "sender name", "kontakt", "kontaktname", "nom", "nom du contact", "nombre", "contacto", "nome", "contatto",
             "naam", "nazwa", "nume", "nume contact", "ad", "isim", "kişi", "имя", "контакт", "ім я"),
    "date": (
        "date time", "datetime", "date and time", "call date time", "date", "call date", "date of call", "timestamp",
        "time stamp", "start date", "started", "start", "when", "start time", "time",
        "message date", "sent date", "date sent", "date received", "sent", "received at", "sent at", "datum uhrzeit",
        "datum und uhrzeit", "datum", "zeitpunkt", "date et heure", "fecha y hora", "fecha", "data e ora",
        "data e hora", "data i godzina", "data", "datum tijd", "data și ora", "tarih", "tarih saat", "дата",
        "дата и время", "дата \u0456 час",
    ),
    "time": (
        "time", "call time", "time of call", "start time", "uhrzeit", "zeit", "heure", "hora", "ora", "tijd", "godzina",
        "saat", "время", "час",
    ),
    "kind": ("call type", "type", "calltype", "direction", "call direction", "type name", "in out", "kind",
             "sent received", "received sent", "incoming outgoing", "sent or received",
             "message type", "folder", "box", "status", "anrufart", "typ", "art", "richtung", "type d appel", "sens",
             "tipo", "tipo de llamada", "tipo chiamata", "tipo de chamada", "soort", "rodzaj", "tip",
             "tip apel", "tür", "arama türü", "тип", "тип звонка", "тип вызова", "тип дзвінка"),
    "seconds": (
        "duration", "duration s", "duration sec", "duration secs", "duration seconds", "duration in seconds",
        "duration in sec", "call duration", "call duration seconds", "duration mm ss", "duration hh mm ss", "length",
        "call length", "talk time", "duration volume", "dauer", "anrufdauer", "gesprächsdauer", "dauer s", "durée",
        "durée de l appel", "duración", "durata", "duração", "duur", "gespreksduur", "czas trwania",
        "durată", "durata apelului", "süre", "arama süresi", "длительность", "продолжительность", "тривалість",
    ),
}  # fmt: skip
_TEXT = (
    "body", "message body", "text", "message text", "message", "content", "message content", "sms", "sms text",
    "nachricht", "nachrichtentext", "texte", "contenu", "mensaje", "texto", "messaggio", "testo", "mensagem", "bericht",
    "mesaj", "wiadomość", "treść", "сообщение", "текст", "повідомлення",
)  # fmt: skip
_DELIMITERS = (",", ";", "\t", "|")
_ROWS_BEFORE = 20


class Headings(NamedTuple):
    """What stands in which column; `names` are the headings as written, `place` is their row."""

    delimiter: str
    columns: dict[str, int]
    names: list[str]
    place: Place

    @property
    def are_dialled(self) -> bool:
        """Whether its numbers stand under a heading that says they were called."""
        at = self.columns.get("number", -1)
        return at >= 0 and _plain(self.names[at]) in _DIALLED and "from" not in self.columns

    def cell(self, row: Row, what: str) -> str:
        """What a row says of this, "" where it says nothing."""
        at = self.columns.get(what, -1)
        return row.cells[at].strip() if 0 <= at < len(row.cells) else ""


def headings(file: BinaryIO, *, of_texts: bool = False) -> Headings | None:
    """The row of headings among the first rows, with the delimiter under which most of them are known; else None.

    A table with a column of texts is a list of messages and no call log.
    """
    best: Headings | None = None
    file.seek(0)
    head = file.read(HEAD)
    for delimiter in (one for one in _DELIMITERS if one.encode() in head):
        for seen, row in enumerate(rows(file, delimiter)):
            if seen >= _ROWS_BEFORE:
                break
            columns = _columns(row.cells, of_texts=of_texts) if isinstance(row, Row) else {}
            if isinstance(row, Row) and columns and (best is None or len(columns) > len(best.columns)):
                best = Headings(delimiter, columns, row.cells, row.place)
    return best


def _plain(cell: str) -> str:
    return re.sub(r"[\W\d_]+", " ", cell.lower()).strip()


def _columns(cells: list[str], *, of_texts: bool) -> dict[str, int]:
    """Which cell names what; empty where these are not the headings of such a table."""
    plain = [_plain(cell) for cell in cells]
    places: dict[str, list[int]] = {}
    for at, one in enumerate(plain):
        places.setdefault(one, []).append(at)
    found: dict[str, int] = {}
    for what, words in {"text": _TEXT, **_WORDS}.items():
        at = next((at for word in words for at in places.get(word, ()) if at not in found.values()), -1)
        if at >= 0:
            found[what] = at
    if not {"number", "from", "to", "name"} & set(found) or "date" not in found or ("text" in found) != of_texts:
        return {}
    return found if of_texts or {"kind", "seconds"} & set(found) else {}

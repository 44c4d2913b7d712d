"""One row of a call log as a call."""

from __future__ import annotations

import re

from daybook.intake.call_log.headings import Headings
from daybook.intake.call_log.rows import Row
from daybook.intake.call_log.times import Order, length, when
from daybook.intake.message import Flag, Message

_KINDS: tuple[tuple[str, tuple[Flag, ...]], ...] = (
    (
        (r"missed|unanswered|no answer|3|verpasst|entgangen|manquée?|perdid[ao]|persa|gemist|nieodebran\w*"
         r"|pierdut|ratat|cevaps\u0131z|пропущен\w*"),
        ("received", "missed"),
    ),
    (r"voice ?mail|4|mailbox|messagerie|buzón|segreteria", ("received", "voicemail")),
    (
        (r"rejected|declined|refused|5|abgelehnt|rejetée?|refusée?|rechazad[ao]|rifiutata|rejeitada|geweigerd"
         r"|odrzucon\w*|respins|reddedilen|отклон[её]н\w*|відхилен\w*"),
        ("received", "rejected"),
    ),
    (
        (r"blocked|6|blockiert|bloquée?|bloquead[ao]|bloccata|geblokkeerd|zablokowan\w*|blocat|engellenen"
         r"|заблокирован\w*"),
        ("received", "blocked"),
    ),
    (
        (r"outgoing|out|outbound|dialled|dialed|placed|made|sent|send|2|ausgehend|gewählt|gesendet|sortant|émis|saliente"
         r"|uscita|realizada|enviad[ao]|effettuata|inviato|saída|efetuada|uitgaand|verzonden|wychodząc\w*|wysłan\w*"
         r"|efectuat|ieșire|trimis|giden|исходящ\w*|вихідн\w*|отправлен\w*"),
        ("sent",),
    ),
    (
        (r"incoming|in|inbound|received?|answered|1|inbox|eingehend|angenommen|empfangen|entrant|reçue?|entrante"
         r"|entrata|recibid[ao]|ricevut[ao]|recebid[ao]|inkomend|ontvangen|przychodząc\w*|odebran\w*|primit|intrare"
         r"|gelen|входящ\w*|вхідн\w*|полученн?\w*"),
        ("received",),
    ),
)  # fmt: skip
_SIDES: dict[str, tuple[Flag, ...]] = {"from": ("received",), "to": ("sent",)}
"""Words that say which way only where nothing stands beside them."""
_WITHHELD = frozenset({
    "", "-1", "-2", "-3", "private", "private number", "unknown", "unknown number", "withheld", "number withheld",
    "anonymous", "restricted", "no caller id", "blocked", "null",
})  # fmt: skip
_EXCEL = re.compile(r'="?(.*?)"?')


def kind(written: str) -> tuple[Flag, ...]:
    """Which way a call went, by the word or Android's number for it; empty for a word that is not known."""
    plain = written.lower().replace("_", " ").replace("-", " ").strip()
    if plain in _SIDES:
        return _SIDES[plain]
    for words, flags in _KINDS:
        if re.search(rf"(?:^|\s)(?:{words})(?:$|\s)", plain):
            return flags
    return ()


def call(row: Row, heads: Headings, order: Order) -> Message:
    """A call as the row says. Columns nobody knows here are kept in `headers` under their headings."""
    flags = kind(heads.cell(row, "kind")) or (("sent",) if heads.are_dialled else ())
    other, sender, to, hidden = sides(row, heads, flags)
    marks: list[Flag] = [*(flags or ("sender-unsure",))]
    marks += ["withheld"] if hidden else []
    marks += ["mended"] if row.mended else []
    date, time = heads.cell(row, "date"), heads.cell(row, "time")
    return Message(
        kind="call", sent=when(date, time, order), sent_as_written=f"{date} {time}".strip(), sender=sender, to=to,
        text="", chat=other, place=row.place, flags=tuple(marks), seconds=length(heads.cell(row, "seconds")),
        headers=rest_of(row, heads, hidden=hidden),
    )  # fmt: skip


def sides(row: Row, heads: Headings, flags: tuple[Flag, ...]) -> tuple[str, str, tuple[str, ...], bool]:
    """The other side, who it was from and to, and whether the number was hidden."""
    numbers = {what: _number(heads.cell(row, what)) for what in ("number", "from", "to")}
    name = heads.cell(row, "name")
    other, hidden = numbers["number"], False
    if "number" not in heads.columns:
        other = (numbers["to"] if "sent" in flags else numbers["from"]) or ("" if _has_numbers(heads) else name)
    if other.lower() in _WITHHELD:
        other, hidden = "", True
    two = {"from", "to"} <= set(heads.columns)
    way: tuple[str, tuple[str, ...]] = ("", (other,) if other else ()) if "sent" in flags else (other, ())
    sender, to = (numbers["from"], (numbers["to"],)) if two and not hidden else way if flags else ("", ())
    return other, sender, to, hidden


def _has_numbers(heads: Headings) -> bool:
    return bool({"number", "from", "to"} & set(heads.columns))


def _number(written: str) -> str:
    """A number as it stands, out of the ="…" that keeps a spreadsheet from doing sums with it."""
    found = _EXCEL.fullmatch(written) if written.startswith("=") else None
    return found[1] if found else written.removeprefix("'")


def rest_of(row: Row, heads: Headings, *, hidden: bool) -> tuple[tuple[str, str], ...]:
    """Every cell that is told nowhere else, under its heading; the kind too, in the file's own word."""
    shown = {
        heads.columns.get(what) for what in ("date", "time", "from", "to", "text", *(() if hidden else ("number",)))
    }
    names = heads.names + [""] * (len(row.cells) - len(heads.names))
    return tuple((names[at], cell) for at, cell in enumerate(row.cells) if cell and at not in shown)

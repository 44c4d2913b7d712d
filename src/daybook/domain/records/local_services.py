"""Services near her, from a list that somebody she trusts wrote. Sealed like everything else she keeps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from daybook.domain.kinds import record


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalWay:
    """One way in: its kind ("phone", "text", "email" …), the number or address, and what to know about it."""

    kind: str
    value: str
    hours: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalService:
    """One service as the list has it. `places` are towns and beginnings of postcodes; `source` is who says so."""

    name: str
    run_by: str = ""
    places: tuple[str, ...]
    nations: tuple[str, ...]
    needs: tuple[str, ...]
    ways: tuple[LocalWay, ...]
    hours: str = ""
    for_whom: str
    first_call: str = ""
    checked: date
    check_again: date
    source: str


@record("local_services.1", listed=False, name="Local services")
@dataclass(frozen=True, slots=True, kw_only=True)
class LocalServices:
    """One list she added. An empty one was taken out again."""

    services: tuple[LocalService, ...] = ()

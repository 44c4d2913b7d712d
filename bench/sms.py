"""Text messages of an Android backup read to the end, beside expat alone going through the same bytes."""

from __future__ import annotations

import io
import statistics
import time
from xml.parsers import expat

from bench.figure import Figure
from daybook.intake.formats.sms_backup import format as backup

BLOCK = 1 << 20
HEAD = b"<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


def _texts(megabytes: int) -> bytes:
    one = (
        b'  <sms protocol="0" address="+4477009001%02d" date="17104503%05d" type="%d" subject="null" '
        b'body="I am outside &amp; will wait, message %d. Call me back&#10;when you can." toa="null" sc_toa="null" '
        b'service_center="+447700900999" read="1" status="-1" locked="0" date_sent="1710450300000" sub_id="-1" '
        b'readable_date="14 Mar 2024 21:05:09" contact_name="Alex" />\n'
    )
    count = megabytes * 1_000_000 // len(one % (1, 1, 1, 100_000))
    rows = b"".join(one % (at % 90 + 10, at % 100_000, at % 2 + 1, at) for at in range(count))
    return HEAD + b'<smses count="%d">\n' % count + rows + b"</smses>"


def _pictures(megabytes: int) -> bytes:
    picture = b"/9j/4AAQSkZJRgABAQAAAQ" * 45_000
    one = (
        b'<mms date="1710450309000" msg_box="1" address="07700900123" m_type="132"><parts>'
        b'<part seq="0" ct="image/jpeg" name="IMG.jpg" text="null" data="' + picture + b'" />'
        b'<part seq="0" ct="text/plain" name="null" text="Look" /></parts>'
        b'<addrs><addr address="07700900123" type="137" charset="106" /></addrs></mms>\n'
    )
    count = megabytes * 1_000_000 // len(one)
    return HEAD + b'<smses count="%d">\n' % count + one * count + b"</smses>"


def _ours(whole: bytes) -> float:
    begun = time.perf_counter()
    for _ in backup.read(io.BytesIO(whole), "", {}):
        pass
    return time.perf_counter() - begun


def _nothing(_name: str, _says: dict[str, str]) -> None:
    pass


def _expat(whole: bytes) -> float:
    parser = expat.ParserCreate()
    parser.StartElementHandler = _nothing
    begun = time.perf_counter()
    file = io.BytesIO(whole)
    while block := file.read(BLOCK):
        parser.Parse(block)
    parser.Parse(b"", True)  # noqa: FBT003
    return time.perf_counter() - begun


def figures(megabytes: int = 40, times: int = 3) -> list[Figure]:
    """Megabytes a second, for texts alone and for messages with pictures of a megabyte."""
    found = []
    for name, whole in (("texts", _texts(megabytes)), ("messages with pictures", _pictures(megabytes))):
        ours, bare = (statistics.median(read(whole) for _ in range(times)) for read in (_ours, _expat))
        size = len(whole) / 1_000_000
        found.append(Figure(f"read an SMS backup, {name}", size / ours, "MB/s", bare / ours, "expat alone"))
    return found


if __name__ == "__main__":
    for figure in figures():
        print(figure)

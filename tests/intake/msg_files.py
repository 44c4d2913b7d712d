"""Mails as Outlook saves them, made here: a small writer of compound files ([MS-CFB]) with what a mail needs."""

from __future__ import annotations

import struct

SECTOR, SMALL = 512, 64
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SHORT = 4096
Folder = dict[str, "bytes | Folder"]


def compound(tree: Folder) -> bytes:
    """A compound file of this tree. Siblings hang on one another in a row, which readers accept."""
    entries: list[list[object]] = [["Root Entry", 5, FREE, FREE, FREE, END, 0]]
    small, small_fat, big, fat = bytearray(), [], bytearray(), []

    def store(data: bytes) -> int:
        if len(data) < SHORT:
            start, count = len(small_fat), max(1, -(-len(data) // SMALL))
            small.extend(data.ljust(count * SMALL, b"\0"))
            small_fat.extend([*range(start + 1, start + count), END])
            return start
        start, count = len(fat), -(-len(data) // SECTOR)
        big.extend(data.ljust(count * SECTOR, b"\0"))
        fat.extend([*range(start + 1, start + count), END])
        return start

    def hang(folder: Folder, parent: int) -> None:
        before = 0
        for name, inside in sorted(folder.items()):
            number = len(entries)
            is_stream = isinstance(inside, bytes)
            start = store(inside) if isinstance(inside, bytes) else 0
            entries.append([name, 2 if is_stream else 1, FREE, FREE, FREE, start, len(inside) if is_stream else 0])
            if before:
                entries[before][3] = number
            else:
                entries[parent][4] = number
            before = number
            if not isinstance(inside, bytes):
                hang(inside, number)

    hang(tree, 0)
    entries[0][5:] = [store(bytes(small).ljust(SHORT, b"\0")), len(small)]
    small_table = store(struct.pack(f"<{len(small_fat)}I", *small_fat).ljust(SHORT, b"\xff"))
    directory = b"".join(_entry(*one) for one in entries)
    blank = _entry("", 0, FREE, FREE, FREE, 0, 0)
    directory_start = store(
        directory.ljust(SHORT, b"\0")
        if len(directory) >= SHORT
        else directory + blank * (-(-(SHORT - len(directory)) // 128))
    )
    fat_sectors = 1
    while fat_sectors * (SECTOR // 4) < len(fat) + fat_sectors:
        fat_sectors += 1
    first = len(fat)
    table = [*fat, *[FAT] * fat_sectors]
    table += [FREE] * (fat_sectors * (SECTOR // 4) - len(table))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    small_sectors = -(-max(len(small_fat) * 4, SHORT) // SECTOR)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, directory_start, 0, SHORT, small_table, small_sectors, END, 0)
    head += struct.pack("<109I", *[first + at for at in range(fat_sectors)], *[FREE] * (109 - fat_sectors))
    return head + bytes(big) + struct.pack(f"<{len(table)}I", *table)


def _entry(*given: object) -> bytes:
    name, kind, left, right, child, start, size = given
    assert isinstance(name, str)
    coded = (name + "\0").encode("utf-16-le") if name else b""
    head = coded.ljust(64, b"\0") + struct.pack("<HBBIII", len(coded), kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)


def properties(values: dict[tuple[int, int], bytes], above: int) -> Folder:
    """The streams of properties: a row of sixteen bytes for each, and a stream where it does not fit in there."""
    rows, streams = bytes(above), dict[str, "bytes | Folder"]()
    for (number, kind), value in values.items():
        fixed = kind in (0x0003, 0x0040)
        rows += struct.pack("<HHI", kind, number, 6) + (
            value.ljust(8, b"\0") if fixed else struct.pack("<II", len(value), 0)
        )
        if not fixed:
            streams[f"__substg1.0_{number:04X}{kind:04X}"] = value
    return {"__properties_version1.0": rows, **streams}


def text(words: str) -> bytes:
    return words.encode("utf-16-le")


TEXT, BINARY, TIME = 0x001F, 0x0102, 0x0040
WHEN = struct.pack("<Q", (1_710_450_309 + 11_644_473_600) * 10_000_000)
"""2024-03-14T21:05:09Z."""


def outlook(
    *,
    body: str | None = "Come home.\r\nNow.",
    html: bytes = b"",
    headers: str = "",
    rtf: bytes = b"",
    inner: bool = False,
    mail: Folder | None = None,
) -> bytes:
    return compound(tree(body=body, html=html, headers=headers, rtf=rtf, inner=inner, mail=mail))


def tree(
    *,
    body: str | None = "Come home.\r\nNow.",
    html: bytes = b"",
    headers: str = "",
    rtf: bytes = b"",
    inner: bool = False,
    picture: bytes = b"picture" * 900,
    mail: Folder | None = None,
    above: int = 32,
) -> Folder:
    """The streams of a mail; with 24 bytes `above` its properties it is one that goes into another, as `mail`."""
    values = {
        (0x001A, TEXT): text("IPM.Note"),
        (0x0037, TEXT): text("Hello é"),
        (0x0C1A, TEXT): text("Alex Example"),
        (0x0C1F, TEXT): text("alex@example.org"),
        (0x0039, TIME): WHEN,
    }
    if body is not None:
        values[0x1000, TEXT] = text(body)
    if html:
        values |= {(0x1013, BINARY): html, (0x3FDE, 0x0003): struct.pack("<I", 65001)}
    if headers:
        values[0x007D, TEXT] = text(headers)
    if rtf:
        values[0x1009, BINARY] = rtf
    made = properties(values, above)
    made["__recip_version1.0_#00000000"] = properties(
        {(0x3001, TEXT): text("Sam"), (0x39FE, TEXT): text("sam@example.com")}, 8
    )
    made["__attach_version1.0_#00000000"] = properties(
        {
            (0x3707, TEXT): text(r"..\..\evil.png"),
            (0x370E, TEXT): text("image/png"),
            (0x3701, BINARY): picture,
        },
        8,
    )
    if inner:
        made["__attach_version1.0_#00000001"] = properties({(0x3707, TEXT): text("inner")}, 8)
    if mail is not None:
        made["__attach_version1.0_#00000002"] = set_in(mail, 5)
    return made


def set_in(inside: Folder, method: int) -> Folder:
    """What is set into a mail and is no file: a mail (`method` 5), or something of another program (6)."""
    told = properties({(0x3707, TEXT): text("inner"), (0x3705, 0x0003): struct.pack("<I", method)}, 8)
    return told | {"__substg1.0_3701000D": inside}

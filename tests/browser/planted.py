"""A phrase nobody else would write, a photo of its own, and a search of every place they could have got to."""

from __future__ import annotations

import base64
import contextlib
import io
import os
import random
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.browser.conftest import forms_of

SHARED = ("/tmp", "/var/tmp", "/dev/shm")
SLICE = 24
LARGEST_READ = 256 * 1024 * 1024


@dataclass
class Planted:
    """What was put in: the phrase that is part of everything typed, and bytes of everything that was shown."""

    phrase: str = field(default_factory=lambda: "zq" + secrets.token_hex(9))
    count: int = 0
    pieces: dict[str, bytes] = field(default_factory=dict)

    def next(self) -> str:
        """Another text with the phrase in it, so that a find can say which field it came from."""
        self.count += 1
        return f"{self.phrase} {self.count:04d}"

    def show(self, name: str, plain: bytes) -> None:
        """Take slices out of the middle of something to look for."""
        for part in (1, 2, 3):
            start = len(plain) * part // 4
            self.pieces[f"{name}, part {part}"] = plain[start : start + SLICE]

    def found_in(self, plain: bytes) -> list[str]:
        """What of it lies in these bytes, in any form."""
        hits = [f"typed as {form!r}" for form in forms_of(self.phrase) if form in plain]
        for name, piece in self.pieces.items():
            turned = [base64.b64encode(b"\0" * pad + piece)[4 if pad else 0 : -4] for pad in range(3)]
            hits += [name for form in (piece, *turned) if form in plain]
        return hits


@dataclass(frozen=True)
class Places:
    """Every folder it could have got to; `downloads` is where she took papers to, and is left out."""

    root: Path
    began: float

    @property
    def notebook(self) -> Path:
        return self.root / "notes"

    @property
    def profile(self) -> Path:
        return self.root / "profile"

    @property
    def downloads(self) -> Path:
        return self.root / "downloads"

    @property
    def own(self) -> dict[str, Path]:
        """The folders of this test, each with its name."""
        return {name: self.root / name for name in ("notes", "profile", "home", "tmp", "cwd", "runtime")}

    def files(self) -> Iterator[Path]:
        """Every file of ours, and every file of the shared temporary folders that changed since it began."""
        for folder in self.own.values():
            yield from _files(str(folder), 0)
        for shared in SHARED:
            yield from _files(shared, self.began, but=str(self.root))


def _files(folder: str, since: float, but: str = "") -> Iterator[Path]:
    """Every file below a folder that changed since then, on the same disk as the folder itself."""
    with contextlib.suppress(OSError):  # gone meanwhile, or somebody else's
        for entry in os.scandir(folder):
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    if entry.path != but and not os.path.ismount(entry.path):
                        yield from _files(entry.path, since, but)
                elif entry.is_file(follow_symlinks=False) and entry.stat().st_mtime >= since:
                    yield Path(entry.path)


def search(places: Places, planted: Planted, said: str = "") -> list[str]:
    """Where any of it lies open, the names of files included."""
    hits = [f"{what} in what was said" for what in planted.found_in(said.encode())]
    for path in places.files():
        hits += [f"{what} in the name {path}" for what in planted.found_in(str(path.relative_to("/")).encode())]
        try:
            plain = path.read_bytes() if path.stat().st_size <= LARGEST_READ else b""
        except OSError:  # gone meanwhile, or somebody else's
            continue
        hits += [f"{what} in {path}" for what in planted.found_in(plain)]
    return hits


def photo(planted: Planted) -> bytes:
    """A photo whose every byte is its own, with the phrase in what the camera wrote."""
    noise = Image.frombytes("RGB", (480, 360), random.Random(planted.phrase).randbytes(480 * 360 * 3))
    exif = Image.Exif()
    exif[0x013B] = exif[0x010E] = planted.next()  # artist, description
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)}
    out = io.BytesIO()
    noise.save(out, "JPEG", exif=exif, comment=planted.next().encode())
    return out.getvalue()

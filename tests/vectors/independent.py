"""A second reader of a notebook, written from docs/notebook-format.md alone.

It imports nothing of Daybook: where it and Daybook disagree, the document, this or Daybook is wrong.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
import struct
import unicodedata
from pathlib import Path
from typing import Any

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM, AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDFExpand


def expand(key: bytes, label: str) -> bytes:
    return HKDFExpand(SHA256(), 32, label.encode()).derive(key)


def unpad(filled: bytes) -> bytes:
    size = int.from_bytes(filled[:4], "big")
    assert not any(filled[4 + size :])
    return filled[4 : 4 + size]


class Reader:
    def __init__(self, folder: Path, passphrase: str) -> None:
        self.folder = folder
        header = (folder / "header").read_bytes()
        assert hashlib.sha256(header[:4064]).digest() == header[4064:]
        assert header[:8] == b"NOTES\0\0\x01"
        self.notebook, salt = header[8:24], header[24:40]
        memory, passes, lanes, volumes = struct.unpack(">IHHB", header[40:49])
        assert volumes == 1
        assert not any(header[49:64])
        kdf = Argon2id(salt=salt, length=32, iterations=passes, lanes=lanes, memory_cost=memory)
        slot_key = expand(kdf.derive(unicodedata.normalize("NFKC", passphrase).encode()), "notes.1 slot")
        self.key = self.volume_key(header, slot_key)

    def volume_key(self, header: bytes, slot_key: bytes) -> bytes:
        found = []
        for at in range(64, 64 + 8 * 128, 128):
            try:
                plain = AESGCMSIV(slot_key).decrypt(header[at : at + 12], header[at + 12 : at + 128], header[:64])
            except InvalidTag:
                continue
            assert plain[:2] == b"\x01\x00"
            assert not any(plain[34:])
            found.append(plain[2:34])
        [key] = found
        return key

    def pages(self) -> list[dict[str, Any]]:
        cipher, chain = AESGCMSIV(expand(self.key, "notes.1 pages")), expand(self.key, "notes.1 chain")
        db = sqlite3.connect(self.folder / "pages.db")
        rows = db.execute("SELECT place, nonce, sealed, tag FROM frames ORDER BY place").fetchall()
        db.close()
        before, pages = bytes(32), []
        for number, (place, nonce, sealed, tag) in enumerate(rows):
            assert place == number
            context = b"\0\x01" + self.notebook + b"\0\0" + place.to_bytes(8, "big") + before
            assert len(context) == 60
            before = hmac.digest(chain, context + nonce + hashlib.sha256(sealed).digest(), "sha256")
            assert before == tag
            pages.append(msgspec.msgpack.decode(unpad(cipher.decrypt(nonce, sealed, context))))
        self.head = (len(pages), before)
        return pages

    def marked(self) -> tuple[int, bytes]:
        stored = (self.folder / "mark").read_bytes()
        context = b"\0\x01" + self.notebook + b"\0\0"
        plain = AESGCMSIV(expand(self.key, "notes.1 mark")).decrypt(stored[:12], stored[12:], context)
        assert len(stored) == 128
        assert not any(plain[40:])
        return int.from_bytes(plain[:8], "big"), plain[8:40]

    def drafts(self) -> dict[str, bytes]:
        private = X25519PrivateKey.from_private_bytes(expand(self.key, "notes.1 drafts"))
        suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
        names = expand(self.key, "notes.1 draft slots")
        db = sqlite3.connect(self.folder / "pages.db")
        drafts = {}
        for place, sealed in db.execute("SELECT slot, sealed FROM drafts"):
            plain = unpad(suite.decrypt(sealed, private, b"\0\x01" + self.notebook + b"\0\0" + place))
            end = 2 + int.from_bytes(plain[:2], "big")
            assert place == hmac.digest(names, plain[2:end], "sha256")[:16]
            drafts[plain[2:end].decode()] = plain[end:]
        db.close()
        return drafts

    def file(self, blob: str) -> bytes:
        stored, name = (self.folder / "files" / blob).read_bytes(), bytes.fromhex(blob)
        context = b"\0\x01" + self.notebook + b"\0\0" + name
        wrapped = AESGCMSIV(expand(self.key, "notes.1 files")).decrypt(stored[:12], stored[12:60], context)
        cipher, body, plain = AESGCM(wrapped), stored[60:], b""
        chunks = [body[at : at + 65552] for at in range(0, len(body), 65552)]
        for number, chunk in enumerate(chunks):
            nonce = number.to_bytes(11, "big") + (b"\1" if number == len(chunks) - 1 else b"\0")
            plain += cipher.decrypt(nonce, chunk, name)
        size = int.from_bytes(plain[-8:], "big")
        assert not any(plain[size:-8])
        return plain[:size]

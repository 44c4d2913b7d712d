"""How the stored notebook was made, once. Run only to make a further one, never over an old one:

python -m tests.vectors.make notebook-2
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec

from daybook.crypto.derive import Cost
from daybook.domain.attachment import Attachment
from daybook.domain.happened import Happened, PartialDate
from daybook.domain.records.contact import Contact
from daybook.domain.records.incident import Incident
from daybook.domain.records.step import Step
from daybook.domain.revision import Revision
from daybook.journal import Journal
from daybook.stores.file import FileStore
from tests.journal.samples import WHEN

PASSPHRASE = "ledger pebble cafe\u0301 window"


def pattern(size: int) -> bytes:
    """Bytes anybody can make again: the place of each, modulo 251."""
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def written(files: list[Attachment]) -> list[Revision]:
    first = Incident(
        account="He took the car keys and said: “You are going nowhere.”",
        happened=Happened(how="about", start=PartialDate(year=2026, month=2), words="the week before half term"),
        where="the hall",
        there=("my sister",),
        files=tuple(files),
    )
    amended = replace(first, account=first.account + " Then he left.", children=("nearby",))
    call = Contact(whom="police", name="PC Invented", said="They gave me a number. 📞", reference="LOG-0001")
    step = Step(action="a-bag-somewhere-safe", choice="later", note="x" * 1000)
    rows = [("a1", "incident.1", 1, first), ("a1", "incident.1", 2, amended), ("b2", "contact.1", 1, call)]
    rows.append(("c3", "step.1", 1, step))
    return [
        Revision(
            record=record,
            kind=kind,
            number=number,
            body=body,
            key=f"form-{place}",
            written=WHEN + timedelta(hours=place),
        )
        for place, (record, kind, number, body) in enumerate(rows)
    ]


def make(folder: Path) -> None:
    store = FileStore(folder)
    journal = Journal.create(store, PASSPHRASE, cost=Cost(memory=64 * 1024))
    files = []
    for size in (0, 70_000):
        sealer = journal.seal_file()
        sealer.write(pattern(size))
        done = sealer.finish()
        files.append(
            Attachment(
                blob=done.blob, name=f"{size}.bin", media="application/octet-stream", size=size, sha256=done.sha256
            )
        )
    kept = [journal.append(revision) for revision in written(files)]
    journal.drafts.put("new incident", b"half a sentence")
    journal.drafts.put("amend a1", b"")
    expected = {
        "passphrase": PASSPHRASE,
        "revisions": [msgspec.to_builtins(revision) for revision in kept],
        "drafts": {slot: (journal.drafts.get(slot) or b"").decode() for slot in journal.drafts.slots()},
        "files": {file.blob: {"size": file.size, "sha256": file.sha256} for file in files},
        "head": {"count": journal.head.count, "tag": journal.head.tag.hex()},
    }
    journal.close()
    store.close()
    (folder / "lock").unlink(missing_ok=True)
    words = json.dumps(expected, indent=1, ensure_ascii=False)
    folder.with_name(folder.name + ".json").write_text(words + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(__file__).parent / sys.argv[1])

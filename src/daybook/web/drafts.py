"""What she types and has not saved: read from a form, sealed, and given back to the form."""

from __future__ import annotations

import hmac
import secrets
from typing import TYPE_CHECKING, Any

import msgspec
from flask import request

from daybook.domain.attachment import Attachment
from daybook.web.addresses import HERS, LATE
from daybook.web.here import desk

if TYPE_CHECKING:
    from werkzeug.datastructures import MultiDict

    from daybook.notebook.drafts import Draft

_MARK_KEY = secrets.token_bytes(32)
_OURS = ("kind", "key", "record", "based_on", "kept")


class Kept(msgspec.Struct, frozen=True):
    """A file of a form that is sealed already, as the form carries it."""

    field: str
    file: Attachment


def new_key() -> str:
    """A form's own id: a form sent twice is saved once, and its draft is found by it."""
    return secrets.token_hex(16)


def kept_value(field: str, file: Attachment) -> str:
    """The value of a hidden field `kept`: a file of this form that was sealed before.

    It begins with a mark that only this program can make: the fingerprint in it is printed on paper, and must be the
    one that was taken while the file was sealed.
    """
    plain = msgspec.json.encode(Kept(field, file))
    return f"{_mark(plain)} {plain.decode()}"


def _mark(plain: bytes) -> str:
    return hmac.digest(_MARK_KEY, plain, "sha256").hex()


def kept_files(form: MultiDict[str, str]) -> dict[str, tuple[Attachment, ...]]:
    """The files a form says were sealed before, by field. What we did not write there ourselves is passed over."""
    found: dict[str, tuple[Attachment, ...]] = {}
    for value in form.getlist("kept"):
        mark, _space, text = value.partition(" ")
        plain = text.encode()
        if not hmac.compare_digest(mark.encode(), _mark(plain).encode()):
            continue
        kept = msgspec.json.decode(plain, type=Kept)
        found[kept.field] = (*found.get(kept.field, ()), kept.file)
    return found


def draft_of(form: MultiDict[str, str], **changes: Any) -> Draft | None:  # noqa: ANN401  (fields of Draft)
    """The draft a form holds; None for a form that carries no `kind` and `key`, and so is not for keeping."""
    from daybook.notebook.drafts import Draft  # noqa: PLC0415  (not needed to start)

    if not form.get("kind") or not form.get("key"):
        return None
    typed = {name: form.getlist(name) for name in form if name not in _OURS}
    based_on = form.get("based_on", "")
    fields: dict[str, Any] = {
        "kind": form["kind"],
        "key": form["key"],
        "typed": typed,
        "files": kept_files(form),
        "record": form.get("record", ""),
        "based_on": int(based_on) if based_on.isdecimal() else 0,
    }
    return Draft(**(fields | changes))


def keep_typed(**changes: Any) -> bool:  # noqa: ANN401  (fields of Draft)
    """Seal what this request's form holds as its draft; False when it is not a form for keeping.

    What came neither from her browser nor from a page of hers is not kept: nobody puts words into her mouth.
    Works after locking too: then it goes through the letterbox, and the locked page says that it is kept.
    Files that came with this very request are kept when they are given as `files=…` and are lost otherwise.
    """
    from daybook.notebook.drafts import put_draft  # noqa: PLC0415  (not needed to start)

    is_hers = request.environ.get(HERS) or request.environ.get(LATE)
    draft = draft_of(request.form, **changes) if is_hers else None
    if draft is None:
        return False
    here = desk()
    if here.is_open:
        here.notebook.drafts.put(draft)
        return True
    if here.letterbox is None:
        return False
    here.wait_until_closed()
    put_draft(here.letterbox, draft)
    here.kept_late = True
    return True

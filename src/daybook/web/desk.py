"""The one notebook of this process: locked or open, for whom, and until when."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from daybook.domain.records.preferences import Preferences
from daybook.web.addresses import AddressBook
from daybook.web.clock import Clock, SleepWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from daybook.notebook.letterbox import LateLetterbox
    from daybook.notebook.notebook import Notebook

ABSOLUTE_LIMIT = 30 * 60
PATIENCE = 0.2
"""Seconds that leaving waits for the notebook to finish what it was doing. The session is over before that."""


class ClosedError(RuntimeError):
    """The notebook is locked. Open it again with your passphrase; everything you saved is still there."""


@dataclass(slots=True)
class Session:
    """One opening of the notebook: what only her browser knows, her addresses, and when she was last here."""

    token: str
    book: AddressBook
    notebook: Notebook
    opened: float
    last_here: float


class Desk:
    """Holds the notebook in `folder` while it is open, and nothing but a letterbox once it is locked.

    It locks after the idle minutes of her settings, at the latest after 30 minutes, when the machine slept, and when
    she leaves. Locking ends the session at once, drops every address and closes the notebook. What cannot be
    undone here: Python may still hold copies of keys and words in memory until they are overwritten.
    """

    def __init__(self, folder: Path, *, clock: Clock | None = None) -> None:
        self.folder = folder
        self.clock = clock or Clock()
        self.launch_secret = secrets.token_urlsafe(16)
        self.launch_token = secrets.token_urlsafe(24)
        # Cookies are shared by every port of this machine: a fresh name keeps two running copies apart.
        self.launch_cookie = "n" + secrets.token_hex(3)
        self.session_cookie = "p" + secrets.token_hex(3)
        self.front = AddressBook()
        self.offer = ""
        self.exit_to = Preferences().exit_to
        self.kept_late = False
        self.pages_lost = False
        self.left = False
        self.pause_after_failure = 1.0
        self.troubles: dict[str, str] = {}
        self.letterbox: LateLetterbox | None = None
        self._idle_limit = Preferences().idle_minutes * 60
        self._session: Session | None = None
        self._ended: set[str] = set()
        self._closing: threading.Thread | None = None
        self._watch = SleepWatch(self.clock)
        self._turn = threading.RLock()
        self._one_unlock = threading.Lock()

    def exists(self) -> bool:
        """Whether there is a notebook here, or what is left of one."""
        from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (not needed to start)

        return Notebook.exists(self.folder)

    def unlock(self, passphrase: str, *, what_is_left: bool = False) -> str:
        """Open the notebook and return the session's token. Raises what the façade raises.

        One try at a time. A session that is open elsewhere ends first.
        """
        from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (not needed to start)

        token = self._open(lambda: Notebook.unlock(self.folder, passphrase, what_is_left=what_is_left))
        self.pages_lost = False
        return token

    def create(self, passphrase: str) -> str:
        """Start a new notebook, open it, and return the session's token. Raises what the façade raises."""
        from daybook.notebook.notebook import Notebook  # noqa: PLC0415  (not needed to start)

        return self._open(lambda: Notebook.create(self.folder, passphrase))

    def _open(self, opened: Callable[[], Notebook]) -> str:
        with self._one_unlock:
            self.lock()
            self.wait_until_closed()
            try:
                notebook = opened()
            except Exception:
                time.sleep(self.pause_after_failure)
                raise
            now = self.clock.running()
            session = Session(secrets.token_urlsafe(24), AddressBook(), notebook, now, now)
            with self._turn:
                self._session, self.letterbox = session, notebook.letterbox
                self._watch.slept()
                self.front, self.offer, self.kept_late, self.left = AddressBook(), "", False, False
                self.adopt(notebook.one(Preferences))
            return session.token

    def lock(self) -> None:
        """End the session, forget every address, close the notebook. Locking twice is fine."""
        with self._turn:
            session, self._session = self._session, None
            if session is None:
                return
            self.front, self.offer = AddressBook(), ""
            self._ended |= session.book.paths()
            self.troubles.clear()
            # A page that is just being made may hold the notebook for seconds; leaving does not wait for it.
            closing = self._closing = threading.Thread(target=session.notebook.close)
            closing.start()
        closing.join(PATIENCE)

    def leave(self) -> None:
        """Lock, and forget what was begun before there was anything to lock: six words on offer, and their page."""
        self.lock()
        with self._turn:
            self.front, self.offer, self.left = AddressBook(), "", True

    def was_hers(self, path: str) -> bool:
        """Whether a session of this launch that is over had this address. What stood behind it is forgotten."""
        return path in self._ended

    def wait_until_closed(self) -> None:
        """Return once a notebook that was locked has let go of its folder."""
        if self._closing:
            self._closing.join()

    def tick(self) -> None:
        """Lock if it is time to. Called every second and before every request."""
        with self._turn:
            slept = self._watch.slept()
            if self._session and (slept or self.seconds_left() <= 0):
                self.lock()

    def book_of(self, token: str) -> AddressBook | None:
        """The addresses of the session with this token, which counts as being here; None when it is not the one."""
        self.tick()
        with self._turn:
            session = self._session
            if session is None or not hmac.compare_digest(session.token.encode(), token.encode("utf-8", "replace")):
                return None
            session.last_here = self.clock.running()
            return session.book

    def seconds_left(self) -> float:
        """Seconds until it locks by itself, if nobody does anything; 0 when it is locked."""
        with self._turn:
            if self._session is None:
                return 0
            now = self.clock.running()
            idle = self._session.last_here + self._idle_limit - now
            return min(idle, self._session.opened + ABSOLUTE_LIMIT - now)

    @property
    def notebook(self) -> Notebook:
        """The open notebook. Raises ClosedError."""
        with self._turn:
            if self._session is None:
                raise ClosedError
            return self._session.notebook

    def notebook_of(self, book: AddressBook | None) -> Notebook:
        """The open notebook, for a request of its own session only. Raises ClosedError."""
        with self._turn:
            if self._session is None or self._session.book is not book:
                raise ClosedError
            return self._session.notebook

    @property
    def is_open(self) -> bool:
        """Whether a notebook is open here."""
        return self._session is not None

    def adopt(self, preferences: Preferences) -> None:
        """Follow these settings from now on. Where leaving goes is remembered after locking too."""
        self.exit_to = preferences.exit_to
        self._idle_limit = max(1, preferences.idle_minutes) * 60

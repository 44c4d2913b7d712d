"""The server on this machine: one address, one secret, one desk."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from cheroot.wsgi import Server

from daybook.web.app import OPEN_TO_ALL, create_app
from daybook.web.desk import Desk
from daybook.web.watch import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from flask import Flask

THREADS = 10
SHUTDOWN = 1
_A_MOMENT = 0.3
"""Seconds that the first page is given before the pages of an open notebook are made, unless it was asked for."""


class Screens:
    """The screens of one notebook, served on a free port of 127.0.0.1."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.desk = Desk(folder)
        self._turn = threading.Lock()
        self._whole: Flask | None = None
        self._first = create_app(self.desk, OPEN_TO_ALL)
        self._shown = threading.Event()
        self._server = Server(("127.0.0.1", port), self._answer, numthreads=THREADS, shutdown_timeout=SHUTDOWN)
        self._server.server_name = ""
        # The server's own log can quote a request line; nothing of it is kept.
        self._server.error_log = _say_nothing  # type: ignore[method-assign]

    @property
    def address(self) -> str:
        """What to open: the address with the secret of this launch. Known once it is listening."""
        return f"http://127.0.0.1:{self._server.bind_addr[1]}/{self.desk.launch_secret}"

    @property
    def app(self) -> Flask:
        """Every page. Made when it is first asked for."""
        with self._turn:
            if self._whole is None:
                self._whole = create_app(self.desk)
            return self._whole

    def _answer(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401  (a WSGI app)
        """The pages that are there without an open notebook come at once; all else waits until every page is made."""
        if self._whole is None and not self.desk.is_open and environ["REQUEST_METHOD"] == "GET":
            answer: Iterable[bytes] = self._first(environ, start_response)
            self._shown.set()
            return answer
        return self.app(environ, start_response)

    def _make_every_page(self) -> None:
        self._shown.wait(_A_MOMENT)
        _ = self.app

    @contextmanager
    def listening(self) -> Iterator[Callable[[], None]]:
        """Listen, and give what serves until it is interrupted. At the end the notebook is locked."""
        self._server.prepare()
        stop = watch(self.desk)
        threading.Thread(target=self._make_every_page, daemon=True).start()
        try:
            yield self._server.serve
        finally:
            stop.set()
            self.desk.lock()
            self._server.stop()
            self.desk.wait_until_closed()


def _say_nothing(msg: str = "", level: int = 20, traceback: bool = False) -> None:  # noqa: FBT001, FBT002
    """Take the place of the server's log (its signature)."""

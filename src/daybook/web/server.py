"""The server on this machine: one address, one secret, one desk."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cheroot.wsgi import Server

from daybook.web.app import create_app
from daybook.web.desk import Desk
from daybook.web.watch import watch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

THREADS = 10
SHUTDOWN = 1


class Screens:
    """The screens of one notebook, served on a free port of 127.0.0.1."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.desk = Desk(folder)
        self.app = create_app(self.desk)
        self._server = Server(("127.0.0.1", port), self.app, numthreads=THREADS, shutdown_timeout=SHUTDOWN)
        self._server.server_name = ""
        # The server's own log can quote a request line; nothing of it is kept.
        self._server.error_log = _say_nothing  # type: ignore[method-assign]

    @property
    def address(self) -> str:
        """What to open: the address with the secret of this launch. Known once it is listening."""
        return f"http://127.0.0.1:{self._server.bind_addr[1]}/{self.desk.launch_secret}"

    @contextmanager
    def listening(self) -> Iterator[Callable[[], None]]:
        """Listen, and give what serves until it is interrupted. At the end the notebook is locked."""
        self._server.prepare()
        stop = watch(self.desk)
        try:
            yield self._server.serve
        finally:
            stop.set()
            self.desk.lock()
            self._server.stop()
            self.desk.wait_until_closed()


def _say_nothing(msg: str = "", level: int = 20, traceback: bool = False) -> None:  # noqa: FBT001, FBT002
    """Take the place of the server's log (its signature)."""

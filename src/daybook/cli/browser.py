"""Open an address in a window that keeps no history, where an installed browser has one."""

from __future__ import annotations

import shutil
import subprocess
import sys
import webbrowser
from pathlib import Path

_PRIVATE = {
    "firefox": "--private-window",
    "firefox-esr": "--private-window",
    "chromium": "--incognito",
    "chromium-browser": "--incognito",
    "google-chrome": "--incognito",
    "google-chrome-stable": "--incognito",
    "brave-browser": "--incognito",
    "microsoft-edge": "--inprivate",
    "chrome": "--incognito",
    "msedge": "--inprivate",
}
_ELSEWHERE = {
    "darwin": {
        "/Applications/Firefox.app/Contents/MacOS/firefox": "--private-window",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome": "--incognito",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge": "--inprivate",
    },
    "win32": {
        r"C:\Program Files\Mozilla Firefox\firefox.exe": "--private-window",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe": "--incognito",
        r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe": "--inprivate",
    },
}


def private_window(address: str) -> list[str] | None:
    """The command that opens a private window here; None where no installed browser is known to have one."""
    for name, switch in _PRIVATE.items():
        if found := shutil.which(name):
            return [found, switch, address]
    for place, switch in _ELSEWHERE.get(sys.platform, {}).items():
        if Path(place).exists():
            return [place, switch, address]
    return None


def open_browser(address: str) -> None:
    """Open a private window, or any window. Where there is no browser nothing happens: the address is printed."""
    command = private_window(address)
    if command is None:
        webbrowser.open(address)
        return
    nowhere = subprocess.DEVNULL
    try:
        subprocess.Popen(  # noqa: S603  (a fixed list, and an address of our own making)
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True
        )
    except OSError:
        webbrowser.open(address)

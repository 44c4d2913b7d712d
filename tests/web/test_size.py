"""The first page is small, and asks nobody else for anything."""

from __future__ import annotations

import gzip
import re

from tests.web.conftest import Browser

MOST = 14 * 1024


def _weight(browser: Browser, page: str) -> int:
    total = len(gzip.compress(page.encode(), mtime=0))
    for path in set(re.findall(r'(?:href|src)="(/p/[^"]+)"', page)):
        answer = browser.client.get(path, headers={"Accept-Encoding": "gzip"})
        assert answer.status_code == 200
        assert answer.headers["Content-Encoding"] == "gzip"
        total += len(answer.data)
    return total


def test_the_first_pages_are_under_14_kb_in_all(opened: Browser) -> None:
    home = opened.page
    opened.desk.lock()
    opened.get("/")
    for page in (home, opened.page):
        assert len(set(re.findall(r"/p/[^\"]+", page))) >= 3
        assert _weight(opened, page) < MOST


def test_static_files_are_named_by_what_is_in_them(opened: Browser) -> None:
    path = re.findall(r'href="(/p/[0-9a-f]{16}\.css)"', opened.page)[0]
    assert opened.client.get(path).mimetype == "text/css"
    for other in ("/p/0000000000000000.css", "/p/page.css", "/p/../app.py", path.replace(".css", ".js")):
        answer = opened.get(other)
        assert answer.status_code in (303, 404)
        assert "create_app" not in answer.text


def test_no_page_or_static_file_names_another_host(opened: Browser) -> None:
    files = [opened.client.get(path).text for path in re.findall(r'(?:href|src)="(/p/[^"]+\.(?:css|js))"', opened.page)]
    for text in (opened.page, *files):
        assert not re.search(r"https?:|//[a-z]|@import|url\(", text.replace("// ", ""))

"""The entries that a search for words finds, without the messages."""

from __future__ import annotations

from daybook.domain.revision import Revision
from daybook.notebook.finding import Question, find
from daybook.notebook.notebook import Notebook


def entries_with(notebook: Notebook, words: str) -> list[Revision]:
    """The latest revision of each, newest first."""
    return [hit.record for hit in find(notebook, Question(words=words)).hits if hit.record]

"""Frames, their chain and their code; what a store must keep."""

from daybook.journal.chain import Head
from daybook.journal.drafts import Drafts, Letterbox
from daybook.journal.journal import Journal
from daybook.journal.openfile import OpenFile
from daybook.journal.sealer import FileSealer, SealedFile

__all__ = ["Drafts", "FileSealer", "Head", "Journal", "Letterbox", "OpenFile", "SealedFile"]

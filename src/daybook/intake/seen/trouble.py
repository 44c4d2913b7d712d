"""Why the words in a picture could not be read."""

from __future__ import annotations

from daybook.intake.format import CannotReadError


class CannotSeeError(CannotReadError):
    """The words in this file could not be read here. The file is kept exactly as it is."""


class NothingInItError(CannotSeeError):
    """This file is empty, so there are no words in it to read."""


class TooLargeToSeeError(CannotSeeError):
    """This picture is too large to be read here. It is kept exactly as it is."""


class StoppedReadingError(Exception):
    """The reading of pictures was stopped, because the notebook is locked. It goes on when you open it again."""

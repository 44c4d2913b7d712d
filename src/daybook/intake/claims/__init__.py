"""What a photo, a film, a recording or a paper says of itself. These are claims of the file, never facts."""

from daybook.intake.claims.claim import Claim, Says
from daybook.intake.claims.of_file import claims_of

__all__ = ["Claim", "Says", "claims_of"]

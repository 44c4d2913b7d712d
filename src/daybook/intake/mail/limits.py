"""How much of one mail is held in memory: the rest is only counted, and every cut is said."""

BLOCK = 1 << 20
"""Bytes read at a time."""
LINE = 1 << 16
"""A line longer than this goes by in pieces of this size."""
HEADS = 1 << 18
"""Bytes of heads of one mail, those of its parts and of mails inside it together."""
WORDS = 4 << 20
"""Bytes of words of one mail, likewise, as they stand in the file."""
VALUE = 1 << 12
"""A line of a head longer than this is given as it is written: the library's time grows with its square."""
QUOTES = 64
"""Likewise one with more marks of quoting than this."""
PARTS = 5_000
"""Parts of one mail, likewise."""
DEPTH = 20
"""Parts inside parts."""
MAILS_DEEP = 8
"""Mails inside mails."""
DEFECTS = 200
"""Sentences about what is broken in one mail."""

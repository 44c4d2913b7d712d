"""What follows from a number's beginning: the cost from a mobile, the bill, and what is left behind."""

from daybook.guide.pack import Pack
from daybook.guide.prefix import Prefix
from daybook.guide.service import Way


def follows(pack: Pack, way: Way) -> Prefix | None:
    """What the pack's numbers.toml says of this way in, or None where it says nothing.

    A row that names the way goes before one that does not; then the longest beginning wins.
    """
    digits = "".join(sign for sign in way.value if sign.isdigit())
    if way.value.startswith("+44"):
        digits = f"0{digits[2:]}"
    fitting = [
        (bool(prefix.ways), len(begin), prefix)
        for prefix in pack.prefixes.values()
        if not prefix.ways or way.kind in prefix.ways
        for begin in prefix.begins
        if digits.startswith(begin)
    ]
    return max(fitting, key=lambda row: row[:2])[2] if fitting else None

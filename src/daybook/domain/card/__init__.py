"""Cards to carry (W3, with its correction X23: written numbers can be found, so a card may be disguised).

Read `layout` for what goes on a card and what stays off it, `telling` for the words a disguised one never holds.
"""

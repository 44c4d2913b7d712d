"""What follows from a week of hers and what she knows of theirs: overlaps, ideas, and another week.

Ledger W21 (avoid shared places, change routines, move appointments that are known, vary routes) and W20.
"""

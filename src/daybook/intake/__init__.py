"""Bringing things in: what a file is, and every message in it with its place, or why a part could not be read.

Nothing here keeps anything: a format turns a file into `Message`s and `Skipped`s as it goes, in one pass and in little
memory. Each format is one file in `daybook.intake.formats` with a `format` in it, and is found by itself.
"""

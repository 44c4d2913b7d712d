"""Packs of words and facts: load them, check them, and decide which entries fit her and in what order. Pure."""

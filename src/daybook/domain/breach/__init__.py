"""Which lines of an order something may have broken: possibilities with their reasons, never a conclusion."""

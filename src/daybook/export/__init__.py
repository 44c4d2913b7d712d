"""Papers made from the record."""

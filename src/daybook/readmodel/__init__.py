"""An in-memory picture of the journal, built by replay."""

"""The kinds of record, one file each. A new kind is one new file here and its words."""

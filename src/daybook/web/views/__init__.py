"""The pages, one file each. A file holds `views`, its blueprint, and `place` if the menu leads to it."""

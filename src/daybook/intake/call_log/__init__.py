"""Call logs in tables, as the usual programs and phone companies write them."""

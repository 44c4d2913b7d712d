"""What follows from her looks at the home: a careful order, and what is still open, in words. Pure."""

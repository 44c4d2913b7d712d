"""What a person writes down, and what follows from it. Standard library only."""

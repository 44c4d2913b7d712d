"""The database an iPhone or a Mac keeps its messages in: opened in memory, its rows, and words that are archived."""

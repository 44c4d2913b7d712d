"""Inputs by the million for every format: seeds, ways to spoil them, and a child that reads them under limits."""

"""Frames, their chain and their code; what a store must keep."""

"""Figures of speed, each beside a named reference measured in the same run."""

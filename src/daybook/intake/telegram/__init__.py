"""Telegram: what one element of its export says."""

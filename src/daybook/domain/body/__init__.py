"""The outline of a body, and places marked on it."""

"""The façade: everything a screen or a command may do."""

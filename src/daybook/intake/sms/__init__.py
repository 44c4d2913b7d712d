"""Text messages and calls as Android backup programs write them in XML, read piece by piece with their places."""

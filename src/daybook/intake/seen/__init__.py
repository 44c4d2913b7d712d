"""What can be seen in a picture: its words and their places, the bubbles of a chat, a run of screenshots in order."""

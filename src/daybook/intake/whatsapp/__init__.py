"""WhatsApp's exported chats: how their lines begin, who wrote them, and what the program's own lines mean.

The shape of a line's head is learned from the file itself and then asked for strictly. Memory stays within a few
megabytes whatever the size of the file: one block, one message (at most 1 MiB) and what was learned.
"""

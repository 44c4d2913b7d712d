"""What follows from an order she holds: when it binds, what is not noted yet, and what to do before it ends."""

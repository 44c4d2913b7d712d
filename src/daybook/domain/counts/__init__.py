"""Counting what is there by year, month, week, day and hour. Nothing is guessed and nothing is concluded."""

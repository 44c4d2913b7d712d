"""One ordered page for the day she may go, worked out from what she told (ledger W11 to W14, uk-facts X33).

Standard library only. `order.py` holds the rules of the order; `before.py` to `after.py` hold the lines.
"""

"""What formats of downloads share: zips, JSON and HTML read piece by piece, with their places."""

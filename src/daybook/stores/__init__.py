"""Where frames and sealed files are kept."""

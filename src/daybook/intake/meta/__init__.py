"""Facebook Messenger and Instagram: how their downloads are laid out, as JSON and as pages."""

"""The emergency page (R1, R15, W36): what is said on it of a call, and which of her own things come first."""

"""Derive, seal, unseal: bytes in, bytes out."""

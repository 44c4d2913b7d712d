"""The rules of docs/packs.md, one concern a file. Each rule yields Findings and changes nothing."""

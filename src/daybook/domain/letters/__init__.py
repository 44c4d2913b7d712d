"""Letters: what may be released to a reader, how a draft is made, and what stands in it that was not released. Pure."""

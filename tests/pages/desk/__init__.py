"""The desk of a draft."""

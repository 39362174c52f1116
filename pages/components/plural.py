"""Counted things: a number with its noun in the singular or plural."""


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: "1 outcome", "2 outcomes"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

"""Text that people wrote, and counted things, as they are shown."""


def escaped(text: str) -> str:
    """Return text that people wrote so that Markdown shows it as it is."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:" else char for char in text)


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: "1 outcome", "2 outcomes"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

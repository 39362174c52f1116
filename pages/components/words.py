"""Text that people wrote, and counted things, as they are shown."""


def escaped(text: str) -> str:
    """Return text that people wrote so that Markdown shows it as it is."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]()<>#+-.!|~$:" else char for char in text)


def unbroken(text: str) -> str:
    """Return text in which figures stay on one line: "41 %", "12.0–14.3"."""
    return text.replace(" %", "\u00a0%").replace("–", "\u2060–\u2060")


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: "1 outcome", "2 outcomes"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

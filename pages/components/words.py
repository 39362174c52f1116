"""Text that people wrote, and counted things, as they are shown."""

import re


def escaped(text: str) -> str:
    """Return text that people wrote so that Markdown shows it as it is.

    Backslashes do not keep addresses from becoming links, nor `:name:` from becoming an icon; an invisible word
    joiner within them does.
    """
    joined = re.sub(r"(:|\bwww)", "\\1\u2060", text).replace("@", "\u2060@")
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:])", r"\\\1", joined)


def unbroken(text: str) -> str:
    """Return text in which figures stay on one line: "41 %", "12.0–14.3"."""
    return text.replace(" %", "\u00a0%").replace("–", "\u2060–\u2060")


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: "1 outcome", "2 outcomes"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

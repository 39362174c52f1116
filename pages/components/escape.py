"""Text on its way into Markdown: what people wrote is escaped, figures do not wrap."""

import re


def escaped(text: str) -> str:
    """Return text that people wrote, escaped so that Streamlit's Markdown shows it to the letter.

    Backslashes alone do not stop addresses from becoming links, nor `:name:` from becoming an icon: these also get an
    invisible word joiner (U+2060).
    """
    joined = re.sub(r"(:|\bwww)", "\\1\u2060", text).replace("@", "\u2060@")
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:])", r"\\\1", joined)


def spoken(text: str) -> str:
    """Return text that people wrote for the label of a field, which a screen reader says, backslashes too.

    Marks that Markdown would read are left out; an invisible word joiner (U+2060) keeps addresses, links and icons from
    becoming such.
    """
    return re.sub(r"(:|\bwww|\])", "\\1\u2060", re.sub(r"[*_`~$]", "", text)).replace("@", "\u2060@")


def unbroken(text: str) -> str:
    """Return text whose figures do not wrap, by no-break spaces and word joiners: "41 %", "12.0–14.3"."""
    return re.sub(" (?=%|→)|(?<=→) ", "\u00a0", text).replace("–", "\u2060–\u2060")

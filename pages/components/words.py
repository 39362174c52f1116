"""Text that people wrote, and counted things, as they are shown."""

import re

import streamlit as st


def escaped(text: str) -> str:
    """Return text that people wrote so that Markdown shows it as it is.

    Backslashes do not keep addresses from becoming links, nor `:name:` from becoming an icon; an invisible word
    joiner within them does.
    """
    joined = re.sub(r"(:|\bwww)", "\\1\u2060", text).replace("@", "\u2060@")
    return re.sub(r"([\\`*_{}\[\]()<>#+\-.!|~$:])", r"\\\1", joined)


def show_error(error: Exception) -> None:
    """Show what was refused and why, wherever the page is scrolled to; the message may quote what people wrote.

    For callbacks, whose words Streamlit puts at the top of the page.
    """
    st.error(escaped(str(error)), icon=":material/error:")
    st.toast(escaped(str(error)), icon=":material/error:", duration="long")


def unbroken(text: str) -> str:
    """Return text in which figures stay on one line: "41 %", "12.0–14.3"."""
    return text.replace(" %", "\u00a0%").replace("–", "\u2060–\u2060")


def plural(count: int, noun: str, nouns: str | None = None) -> str:
    """Return a number with its noun: "1 outcome", "2 outcomes"."""
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"

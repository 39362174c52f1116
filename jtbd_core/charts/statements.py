"""Statements cut to the room that a chart has for them."""

import textwrap
from unicodedata import east_asian_width


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Break a text into at most `lines` lines of at most `width` characters; an ellipsis marks what was cut.

    A word longer than a line is broken with a hyphen, and a last line is cut within a word rather than left half empty.
    A Chinese, Japanese or Korean character takes the room of two others, and a line ends after any of them.
    """
    text = " ".join(text.split())
    wide = sum(east_asian_width(one) in "WF" for one in text)
    width = max(width * len(text) // (len(text) + wide), 5) if wide else width
    has_long_word = not wide and max(map(len, text.split()), default=0) > width
    rows, start = list[str](), 0
    for row in textwrap.wrap(text, width - has_long_word, break_on_hyphens=False):
        if len(rows) == lines - 1 and len(text) - start > width:
            return "\n".join([*rows, _cut(text[start:], width)])
        start += len(row)
        is_broken = start < len(text) and text[start] != " "
        rows.append(f"{row}-" if is_broken and not wide else row)
        start += not is_broken
    return "\n".join(rows)


def _cut(text: str, width: int) -> str:
    """Return the beginning of a text, at the end of a word where that takes at least half of the width."""
    whole = text[: width - 1].rpartition(" ")[0]
    return f"{whole} …" if len(whole) >= width / 2 else f"{text[: width - 1].rstrip()}…"

"""Statements cut to the room that a chart has for them."""

import textwrap


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Break a text into at most `lines` lines of at most `width` characters; an ellipsis marks what was cut."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_on_hyphens=False))

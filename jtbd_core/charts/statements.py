"""Statements cut to the room that a chart has for them."""

import re
import textwrap

_OPENINGS = (
    (re.compile(r"\b(?:minimi[sz]e|reduce|decrease|lower) the ", re.I), "↓ "),
    (re.compile(r"\b(?:increase|maximi[sz]e|raise) the ", re.I), "↑ "),
)


def wrapped(text: str, width: int, lines: int = 2) -> str:
    """Break a text into at most `lines` lines of at most `width` characters; an ellipsis marks what was cut."""
    return "\n".join(textwrap.wrap(text, width, max_lines=lines, placeholder=" …", break_on_hyphens=False))


def short_statements(statement: str) -> tuple[str, str]:
    """Return a statement in two forms short enough for a label of a dot: in lines of 26 and of 17 characters.

    The opening words that all key outcomes share give way to an arrow for their direction.
    """
    for opening, arrow in _OPENINGS:
        statement = opening.sub(arrow, statement, count=1)
    statement = statement.replace("time it takes to", "time to")
    return wrapped(statement, 26, lines=3), wrapped(statement, 17, lines=4)

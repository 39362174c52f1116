"""Parser of a pasted outline: a list of statements, one per line."""

import re

_BULLET = re.compile(r"^\s*(?:[-*•–—·]|\(?\d{1,3}[.):]|\(?[a-z][.)])\s+")


def outline_statements(text: str) -> list[str]:
    """Return the statements of a pasted list: one per line, without bullets, numbering and empty lines."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [line for line in lines if line]

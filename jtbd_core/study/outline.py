"""Cleaning of the lines of a pasted list."""

import re

from jtbd_core.study.value import visible

_MARK = re.compile(r"^(?:(?:[-*•●▪◦‣·–—✓☐☑→]|\[[ xX]?\]|\(?\d{1,3}(?:\.\d{1,2})*[.):]|\(?[a-z][.)])\s+)+")


def cleaned(line: str) -> str:
    """Return a line without its bullet or number, without characters that nobody sees, and with single spaces."""
    return _MARK.sub("", " ".join(visible(line).split()))


def outline_statements(text: str) -> list[str]:
    """Return the statements of a pasted list: one per line, without bullets, numbering and empty lines."""
    return [line for line in map(cleaned, text.splitlines()) if line]

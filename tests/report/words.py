"""The words of a report: those of its values, and those that a reader finds in a file."""

import io
import re
import unicodedata
from html.parser import HTMLParser

from msgspec import to_builtins
from pypdf import PdfReader

from jtbd_core.report.report import Report

UNPRINTED = {"kind", "verdict", "mark", "name", "colour", "language", "picture", "rated", "contending"}
"""The values that a page does not print as they are."""

INVISIBLE = dict.fromkeys(map(ord, "\u2060\u2068\u2069\u00ad\u200b"))


def values(report: Report) -> list[str]:
    """Return every text of a report, in which its figures are."""
    return list(_texts(to_builtins(report)))


def missing(report: Report, found: str) -> list[str]:
    """Return the texts of a report that a file has less often than the report, on their own or within others."""
    texts = values(report)
    return [text for text in texts if found.count(text) < sum(one.count(text) for one in texts)]


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, one in value.items() if key not in UNPRINTED for text in _texts(one)]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    is_word = isinstance(value, str) and value and not value.startswith("share_")
    return [plain(value)] if is_word else []


def plain(text: str) -> str:
    """Return a text without what breaks lines: readers of PDF give hyphens and blanks as they find them."""
    joined = unicodedata.normalize("NFKC", text).translate(INVISIBLE)
    return re.sub(r"[\s‐-]+", "", joined)


def pdf_text(content: bytes) -> str:
    """Return what a reader finds in a PDF."""
    return plain("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._is_style = False

    def handle_starttag(self, tag: str, _: object) -> None:
        self._is_style = tag == "style"

    def handle_endtag(self, _: str) -> None:
        self._is_style = False

    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.said.append(data)


def html_text(content: bytes) -> str:
    """Return what a reader finds in an HTML file."""
    words = _Words()
    words.feed(content.decode())
    return plain("".join(words.said))

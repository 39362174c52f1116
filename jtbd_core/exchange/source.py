"""The bytes of a file that somebody brings, in UTF-8 whatever they were."""

import hashlib
from pathlib import Path
from typing import IO

from jtbd_core.errors import UnreadableFile

Source = str | Path | bytes | IO[bytes] | IO[str]

UTF_8 = "UTF-8"
MARK_OF_UTF_8 = b"\xef\xbb\xbf"
MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""The other byte order marks and what they mark; the longer come first."""

SAMPLE = 2_000
END_OF_FILE = b"\x1a"
"""Ctrl-Z, with which programs of DOS end a text."""


def content_of(source: Source) -> bytes:
    """Return all bytes of a source; raise UnreadableFile if its path cannot be read."""
    if isinstance(source, bytes):
        return source
    if isinstance(source, (str, Path)):
        try:
            return Path(source).read_bytes()
        except OSError as cause:
            raise UnreadableFile(f"The file {source} cannot be read: {cause.strerror}.") from cause
    read = source.read()
    return read.encode() if isinstance(read, str) else read


def digest_of(content: bytes) -> str:
    """Return what a file is known by when it comes again, whatever it is called then."""
    return hashlib.sha256(content).hexdigest()


def text_of(content: bytes) -> tuple[bytes, str]:
    """Return a text in UTF-8 with line ends of one character, and the name of the encoding that it had.

    Raises:
        UnreadableFile: it is empty, or in no encoding known here; the message names the row.
    """
    content = content.removeprefix(MARK_OF_UTF_8)
    encoding = next((name for mark, name in MARKS.items() if content.startswith(mark)), "") or _unmarked(content)
    if encoding != UTF_8:
        content = _decoded(content, encoding).encode()
    if b"\r" in content:
        content = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    content = content.rstrip(END_OF_FILE + b"\n \x00")
    if not content.strip():
        raise UnreadableFile("The file is empty.")
    return content, encoding


def _unmarked(content: bytes) -> str:
    """Return the encoding of a text without a mark; letters of UTF-16 are every other byte 0."""
    sample = content[:SAMPLE]
    for first, name in ((1, "UTF-16-LE"), (0, "UTF-16-BE")):
        if 3 * sample[first::2].count(0) > len(sample):
            return name
    if content.isascii():
        return UTF_8
    try:
        content.decode()
    except UnicodeDecodeError as cause:
        _refuse_damaged(content, cause)
        return "Windows-1252"
    return UTF_8


def _refuse_damaged(content: bytes, cause: UnicodeDecodeError) -> None:
    """Refuse a text that is mostly UTF-8: in another encoding all its letters with accents would be garbage."""
    replaced = content.decode(errors="replace")
    bad = replaced.count("\ufffd")
    if sum(not letter.isascii() for letter in replaced) > 2 * bad:
        row = content.count(b"\n", 0, cause.start) + 1
        raise UnreadableFile(f"Row {row} is damaged: a letter there is not in UTF-8; save the file again.") from cause


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as cause:
        row = content[: cause.start].count(b"\n") + 1
        raise UnreadableFile(f"Row {row}: the file is in no encoding known here; save it as CSV UTF-8.") from cause

"""A line that is typed below a question, completed to a statement: “calm” to “I feel calm”."""

from typing import NamedTuple


class Completion(NamedTuple):
    """A statement; whether it may mean something else than the line, and whether the line could be made one at all."""

    statement: str
    is_doubtful: bool = False
    is_unclear: bool = False


def lowered(text: str) -> str:
    """Return a text with a small first letter, unless its first word is I or has further capitals."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    is_kept = first in ("I", "I'm", "I've") or any(letter.isupper() for letter in first[1:])
    return text if is_kept else f"{text[:1].lower()}{text[1:]}"

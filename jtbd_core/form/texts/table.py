"""What a language's table of texts is made of."""

from collections.abc import Mapping
from typing import NamedTuple

TextTable = Mapping[str, str | Mapping[str, str]]
"""A text by its key. Where the wording depends on `all`, how many there are, one text for each plural category."""


class ScaleWords(NamedTuple):
    """A five-point question in the words of a language."""

    question: str
    labels: tuple[str, str, str, str, str]

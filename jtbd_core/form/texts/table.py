"""The types of a language's table of texts."""

from collections.abc import Mapping
from typing import NamedTuple

TextTable = Mapping[str, str | Mapping[str, str]]
"""Texts by key; where the wording depends on the number `all`, a text for each plural category (`one`, `other`)."""


class ScaleWords(NamedTuple):
    """The question and the five labels of a scale in a language; `using` is the question that names a `{solution}`."""

    question: str
    labels: tuple[str, str, str, str, str]
    using: str = ""

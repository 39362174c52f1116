"""The words of Headway, explained."""

import re

import pytest

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import KINDS


@pytest.mark.parametrize("word", GLOSSARY)
def test_a_word_is_explained_in_one_sentence(word: str) -> None:
    """One sentence that ends, short enough to read in passing."""
    text = GLOSSARY[word]
    assert re.search(r"[^.]\.$", text)
    assert len(re.findall(r"\.(?:\s|$)", text)) == 1
    assert len(text.split()) <= 30


def test_every_kind_of_outcome_is_explained() -> None:
    """The desk shows the sentence of each."""
    assert set(KINDS) <= GLOSSARY.keys()

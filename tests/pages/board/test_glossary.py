"""The glossary of the results."""

from jtbd_core.glossary import GLOSSARY
from pages.board.glossary import WORDS
from tests.pages.conftest import Visit
from tests.pages.words import text


def test_each_word_is_explained(visit: Visit, key: str) -> None:
    """Behind one click stands a sentence for each word of the results."""
    shown = text(visit("results.py", key=key))
    assert [word for word in WORDS if GLOSSARY[word] not in shown] == []

"""The checks and ids that all parts of a study share."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.errors import InvalidStudy
from jtbd_core.study.value import check_text, comparable, identifier


def test_an_identifier_is_made_of_the_first_words() -> None:
    """An id is readable, without apostrophes, and falls back when no letter is left."""
    assert identifier("It’s the Sender's own choice, on time, every time", ()) == "its-the-senders-own-choice-on"
    assert identifier("時間", (), fallback="outcome") == "outcome"


@given(st.lists(st.text(max_size=80), max_size=20))
def test_identifiers_are_valid_and_unique(statements: list[str]) -> None:
    """Whatever the texts, the ids made of them are valid and all different."""
    taken: list[str] = []
    for text in statements:
        taken.append(identifier(text, taken))
    assert len(set(taken)) == len(statements)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) <= 60 for name in taken)


@pytest.mark.parametrize(
    "text", ["Grös\u00adse", "Gro\u0308sse", "\ufeffGrösse\u200b", "Grösse\u00a0", "\u200fGrösse\n"]
)
def test_texts_that_look_alike_compare_alike(text: str) -> None:
    """Composed letters, invisible characters and spaces of any kind make no difference."""
    assert comparable(text) == "Grösse"


def test_a_text_of_nothing_visible_is_empty() -> None:
    """Characters that nobody sees make no statement."""
    with pytest.raises(InvalidStudy, match="The statement is empty"):
        check_text("\u200b\u00ad ", "The statement")

"""The checks and ids that all parts of a study share."""

import re

from hypothesis import given
from hypothesis import strategies as st

from jtbd_core.study.value import identifier


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

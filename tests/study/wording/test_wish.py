"""Wishes and duties."""

import pytest

from jtbd_core.study.wording.wish import wish


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("I want to feel safe", "I want"),
        ("As a nurse, I want to see all patients", "As a nurse, I want"),
        ("As a customer I want to track my order", "As a customer I want"),
        ("Travellers need to know about delays", "Travellers need"),
        ("The door should be shut", "should"),
        ("I prefer to pay later", "I prefer"),
    ],
)
def test_a_wish_is_found_by_its_words(statement: str, words: str) -> None:
    """Whoever wishes, and whatever for."""
    found = wish(statement)
    assert found is not None
    assert found[0] == words


def test_what_others_want_of_us_and_a_taste_are_no_wish() -> None:
    """It says how they think of us, and a taste how we are."""
    assert wish("People want to work with us") is None
    assert wish("I prefer certainty over risky opportunities") is None

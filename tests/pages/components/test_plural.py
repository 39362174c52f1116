"""Numbers with their nouns."""

from pages.components.plural import plural


def test_a_noun_agrees_with_its_number() -> None:
    """One has the singular; thousands are separated, and an irregular plural is given."""
    assert plural(1, "outcome") == "1 outcome"
    assert plural(1234, "outcome") == "1,234 outcomes"
    assert plural(0, "person", "people") == "0 people"

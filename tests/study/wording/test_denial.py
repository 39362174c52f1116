"""What a negation denies."""

import pytest

from jtbd_core.study.wording.denial import denies_good


@pytest.mark.parametrize(
    "statement",
    ["Nobody wants to row", "No visitors come", "Nothing gets done", "The members do not pay", "The hall is not ready"],
)
def test_a_good_thing_that_does_not_happen_is_bad(statement: str) -> None:
    """Such a line names what should not happen, though it has the form of an outcome to avoid."""
    assert denies_good(statement)


@pytest.mark.parametrize(
    "statement",
    ["Nobody is hurt", "No boat is damaged", "Nothing is forgotten", "The hall is not overcrowded", "I cannot come"],
)
def test_a_bad_thing_that_does_not_happen_is_good(statement: str) -> None:
    """That is what an outcome to avoid says."""
    assert not denies_good(statement)

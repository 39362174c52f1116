"""Whether a statement says that something bad does not happen."""

import pytest

from jtbd_core.study.wording import is_avoid


@pytest.mark.parametrize(
    ("statement", "avoids"),
    [
        ("I do not feel rushed", True),
        ("I rarely feel rushed", True),
        ("I feel confident that intruders won't break in", False),
        ("I saw something I had not seen before", False),
        ("People notice when I am not there", False),
        ("When I do not know the answer, nobody laughs at me", True),
        ("My boss does not think that I am lazy", True),
    ],
)
def test_the_negation_of_the_main_clause_counts(statement: str, avoids: bool) -> None:
    """One inside a subordinate clause says nothing about what happens."""
    assert is_avoid(statement) == avoids

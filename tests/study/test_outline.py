"""A pasted list, read as statements."""

import pytest

from jtbd_core.study.outline import outline_statements


@pytest.mark.parametrize("line", ["1. A b", "2) A b", "- A b", "• A b", "* A b", "  a. A b", "(3) A b", "A b  "])
def test_bullets_and_numbers_are_removed(line: str) -> None:
    """Whatever a list was marked with, its words remain."""
    assert outline_statements(f"\n{line}\n\n") == ["A b"]


def test_words_that_look_like_a_mark_stay() -> None:
    """A statement may begin with a short word or hold a number."""
    lines = ["I feel safe", "3D prints hold", "A parcel arrives"]
    assert outline_statements("\n".join(lines)) == lines

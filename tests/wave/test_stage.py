"""Notes on the outcomes of a wave."""

import pytest

from jtbd_core.errors import Refused
from jtbd_core.wave.stage import LONGEST_AUTHOR, LONGEST_NOTE, check_note


@pytest.mark.parametrize(
    ("author", "text"),
    [("", "x"), ("Ann", " "), ("A" * (LONGEST_AUTHOR + 1), "x"), ("Ann", "x" * (LONGEST_NOTE + 1)), ("Ann", "\0")],
)
def test_a_note_that_cannot_be_kept_is_refused(author: str, text: str) -> None:
    """A note needs an author and a text, neither too long, without a NUL."""
    with pytest.raises(Refused):
        check_note(author, text)

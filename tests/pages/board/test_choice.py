"""A choice that the address keeps."""

from tests.pages.conftest import Visit
from tests.pages.words import text


def test_a_link_to_a_group_that_is_not_shown_says_so(visit: Visit, key: str) -> None:
    """A group that does not exist, or is too small, is not silently replaced."""
    page = visit("results.py", key=key, who="solution.pigeon")
    assert "not shown now" in text(page)

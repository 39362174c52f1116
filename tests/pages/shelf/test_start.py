"""The start that is open."""

from tests.pages.conftest import Visit
from tests.pages.words import press, text


def test_one_start_is_open_until_it_is_cancelled(facilitate: Visit) -> None:
    """Another start takes the place of the first; Cancel closes it."""
    page = press(press(facilitate(), "New study"), "From an earlier study")
    assert not page.text_input
    assert "There is no earlier study yet" in text(page)
    assert "There is no earlier study yet" not in text(press(page, "Cancel"))

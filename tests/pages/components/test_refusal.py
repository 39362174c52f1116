"""A refusal, as a page shows it."""

from streamlit.testing.v1 import AppTest


def refused() -> None:
    """Draw a refusal."""
    from jtbd_core.errors import NotFound
    from pages.components.refusal import show_refusal

    show_refusal(NotFound("There is no study *abc*."))


def test_a_refusal_is_shown_with_its_reason() -> None:
    """Above the page and as a toast, in the words of the error, whatever people wrote into them."""
    page = AppTest.from_function(refused).run()
    assert [shown.value for shown in (*page.error, *page.toast)] == [r"There is no study \*abc\*\."] * 2

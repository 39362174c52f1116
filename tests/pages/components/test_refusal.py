"""What the store refuses is shown where it was asked for."""

from streamlit.testing.v1 import AppTest

from tests.pages.words import press


def refused() -> None:
    """Draw a button whose verb is refused, and say whether it worked."""
    import streamlit as st

    from jtbd_core.errors import NotFound
    from pages.components.refusal import do

    def verb(study_id: str) -> None:
        raise NotFound(f"There is no study *{study_id}*.")

    st.button("Delete", on_click=do, args=(verb, "abc"))
    st.text(f"worked: {do(str, 'abc')}")


def test_a_refusal_is_shown_with_its_reason() -> None:
    """Above the page and as a toast, in the words of the error, whatever people wrote into them."""
    page = press(AppTest.from_function(refused).run(), "Delete")
    assert [shown.value for shown in (*page.error, *page.toast)] == [r"There is no study \*abc\*\."] * 2
    assert not page.exception


def test_the_caller_learns_whether_it_worked() -> None:
    """What is not refused shows nothing, and says so."""
    page = AppTest.from_function(refused).run()
    assert page.text[0].value == "worked: True"
    assert not page.error

"""The rerun of a page by a timer, whose run has an older address than the page."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    """Choose after the page was drawn, as in a fragment, and let a timer with the address of before rerun it."""
    import streamlit as st

    from pages.components.rerun import note_address, note_choice, rerun_page

    note_address()
    st.write(f"chart {st.query_params['chart']}, kind {st.query_params.get('kind')}")
    if st.session_state.setdefault("is first", True):
        st.session_state["is first"] = False
        st.query_params["chart"] = "chosen"
        note_choice("chart")
        st.query_params.from_dict({"chart": "before", "kind": "key"})
        rerun_page()


def test_what_was_chosen_within_a_page_outlives_a_timer() -> None:
    """The page is drawn anew with what was chosen last, and without what it was not drawn for."""
    drawn = AppTest.from_function(page)
    drawn.query_params["chart"] = "before"
    assert [one.value for one in drawn.run().markdown] == ["chart chosen, kind None"]

"""What the address of a page keeps when a run has an older one, as that of a timer does."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    """Choose twice after the page was drawn, the second time at the address of before, and let a timer rerun it so."""
    import streamlit as st

    from pages.components.rerun import keep_in_address, note_address, rerun_page

    note_address()
    st.write(" ".join(f"{key}={value}" for key, value in sorted(st.query_params.items())))
    if st.session_state.setdefault("is first", True):
        st.session_state["is first"] = False
        before = {"chart": "before", "kind": "key"}
        keep_in_address("chart", "chosen")
        st.query_params.from_dict(before)
        keep_in_address("rows", "all")
        st.query_params.from_dict(before)
        rerun_page()


def test_what_was_chosen_outlives_a_run_with_an_older_address() -> None:
    """The page is drawn anew with all that was chosen, and without what it was not drawn for."""
    drawn = AppTest.from_function(page)
    drawn.query_params["chart"] = "before"
    assert [one.value for one in drawn.run().markdown] == ["chart=chosen rows=all"]

"""What the address of a page keeps when a run has an older one, as that of a timer does."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    """Draw the address, and buttons that choose, twice with the address of before the first, or go elsewhere."""
    import streamlit as st

    from pages.components.rerun import keep_in_address, note_address, rerun_page

    def twice() -> None:
        before = st.query_params.to_dict()
        keep_in_address("chart", "chosen")
        st.query_params.from_dict(before | {"kind": "key"})
        keep_in_address("rows", "all")

    def elsewhere() -> None:
        keep_in_address("chart", "chosen")
        st.query_params["study"] = "other"
        del st.query_params["chart"]

    note_address()
    st.write(" ".join(f"{key}={value}" for key, value in sorted(st.query_params.items())))
    st.button("Choose", on_click=keep_in_address, args=("chart", "chosen"))
    st.button("Choose twice", on_click=twice)
    st.button("Go elsewhere", on_click=elsewhere)
    if st.button("Let a timer rerun it"):
        st.query_params.from_dict({"kind": "key"})
        rerun_page()


def drawn() -> AppTest:
    """Return the page, drawn for a chart."""
    app = AppTest.from_function(page)
    app.query_params["chart"] = "before"
    return app.run()


def address(app: AppTest) -> str:
    """Return the address that a page was drawn for."""
    (one,) = app.markdown
    return one.value


def test_what_was_chosen_outlives_a_run_with_an_older_address() -> None:
    """The page is drawn anew with all that was chosen, and without what it was not drawn for."""
    app = drawn()
    app.button[1].click().run()
    app.button[3].click().run()
    assert address(app) == "chart=chosen rows=all"


def test_a_whole_run_that_was_asked_for_before_a_choice_is_drawn_for_it() -> None:
    """A timer's run may bring the choice, and the run of the choice then has the address of before."""
    app = drawn()
    app.button[0].click().run()
    app.query_params["chart"] = "before"
    assert address(app.run()) == "chart=chosen"


def test_another_page_is_drawn_for_its_own_address() -> None:
    """What was chosen on one study says nothing of another."""
    app = drawn()
    app.button[2].click().run()
    assert address(app) == "study=other"

"""Who is this, and which pages do they have."""

import streamlit as st

from pages.components.visitor import KEY, is_facilitator, uses_login

# White words on the accent and the accent on a dark page cannot both be read: a line marks the open tab, and no colour.
# In a row that does not wrap, the empty margin below words is 5 pixels too tall for it, which shows a bar to scroll.
STYLE = """<style>
    [role=tab][aria-selected=true] { color: inherit }
    .st-key-readiness { overflow-y: hidden }
</style>"""

st.set_page_config(page_title="Headway", page_icon="🧭", layout="wide")
st.html(STYLE)


def welcome() -> None:
    """Greet a visitor without a key."""
    st.title("Headway")
    st.write("Headway finds where customers’ progress falls short.")
    st.link_button("I have a join code", "/join", type="primary", icon=":material/dialpad:")
    if uses_login():
        st.button("Sign in as facilitator", on_click=st.login, icon=":material/login:")
    else:
        st.caption("Facilitators open the sign-in link that Headway printed in its terminal when it was started.")


results = st.Page("results.py", title="Results", url_path="results")
display = st.Page("display.py", title="Display", url_path="display")
if KEY not in st.query_params and is_facilitator():
    pages = [
        st.Page("studies.py", title="My studies", default=True),
        st.Page("define.py", title="Define", url_path="define"),
        st.Page("room.py", title="Room", url_path="room"),
        results,
        display,
    ]
else:
    # The facilitator's addresses greet others like any address, instead of a complaint that they do not exist.
    greetings = [st.Page(welcome, title="Headway", url_path=path) for path in ("define", "room")]
    pages = [st.Page(welcome, title="Headway", url_path="welcome", default=True), *greetings, results, display]
st.navigation(pages, position="hidden").run()

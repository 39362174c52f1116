"""The entry of all pages: which of them this visitor may open."""

import streamlit as st
from streamlit.errors import StreamlitAuthError

from pages.components.address import root_path
from pages.components.browser import browsers
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.permission import watch_sign_in
from pages.components.rerun import note_address
from pages.components.sign_in import account, current_sign_in, is_listed, sign_out, uses_login

# No accent colour has enough contrast both under white text and on the dark page: the open tab has its line alone.
# A word may be longer than a phone is wide.
# The matrix of all groups needs its width: in a narrow window it scrolls by itself.
# Tabs stay in view on a long page. Their row fades at an edge beyond which there are more, and text that moves below it
# before their line, which stays where it is. One that opens is moved into view once, by a snap that an animation ends.
# The buttons of a choice stay in one row, of two lines if need be; those of many questions stand apart, each whole.
# Undo stays in view on a long desk, and a conflict must be seen wherever somebody goes on typing.
# The bar that Streamlit lays over the top holds a menu alone: what lies below it can be seen and clicked.
# The label of a chosen round takes as many lines as it needs.
# A phone shows the first finding and what is wanted of it; what is `wide` stands on its other views.
# The bar of icons above a chart makes pictures without title, dates and key; a table has its own bar, and room for it.
# A phone has no keys for shortcuts, and room for two buttons beside each other without them.
STYLE = """<style>
    [role=tab][aria-selected=true] { color: inherit }
    body { overflow-wrap: anywhere }
    :not(.stDataFrame) > .stElementToolbar { display: none }
    div:has(> .st-key-status) { position: sticky; top: 0; z-index: 80; background: light-dark(#fff, #10181f) }
    .st-key-conflict { position: fixed; inset: auto 0 0; z-index: 1000; padding: 16px; background: canvas }
    @media (pointer: coarse) {
        [data-has-shortcut] kbd { display: none }
        .stDataFrame { margin-top: 44px }
    }
    [class*="st-key-"] button[aria-checked=true] p { color: light-dark(#0f6e68, #5cc8be) }
    .stMultiSelect [role=group] [role=group] > span, .stMultiSelect [role=group] [role=group] > span > span {
        height: auto; white-space: normal
    }
    @media (max-width: 640px) {
        .stButtonGroup [role=radiogroup] { flex-wrap: nowrap }
        .stButtonGroup [role=radio] { padding: 4px 10px; height: auto; min-width: min-content }
        .stButtonGroup [role=radio] * { white-space: normal; overflow-wrap: break-word }
    }
    .st-key-questions [role=radiogroup] { flex-wrap: wrap; overflow: visible; gap: 6px }
    .st-key-questions [role=radio] { margin: 0; border-radius: 5.6px }
    .st-key-matrix { overflow: auto hidden; padding-bottom: 16px }
    .st-key-matrix > * { min-width: 700px }
    @media (max-width: 640px) { .wide { display: none } }
    .stTabs [role=tablist] {
        height: 48px; margin: 0 -16px -8px; padding: 0 0 8px; scroll-snap-type: x mandatory;
        background: linear-gradient(#7f8c9873 0 0) 16px 38px / calc(100% - 32px) 2px no-repeat,
            linear-gradient(to top, transparent, light-dark(#fff, #10181f) 8px)
    }
    .stTabs [role=tablist]::before, .stTabs [role=tablist]::after {
        content: ""; position: sticky; inset: 0 0 auto; z-index: 1; flex: none; align-self: start; pointer-events: none;
        height: 36px; width: 16px; margin-right: -16px;
        background: linear-gradient(to left, transparent, light-dark(#fff, #10181f))
    }
    .stTabs [role=tablist]::after {
        width: 40px; margin: 0 0 0 -16px; background: linear-gradient(to right, transparent, light-dark(#fff, #10181f))
    }
    .stTabs [role=tab][aria-selected=true] { animation: into-view 0.5s }
    @keyframes into-view { from, to { scroll-snap-align: center } }
    .st-key-part [role=tablist] { position: sticky; top: 0; z-index: 90 }
    .st-key-context button p { text-align: start }
    .stAppHeader { background: none }
    .stAppHeader, .stAppHeader :not(button, button *) { pointer-events: none }
    .stAppHeader button { pointer-events: auto }
    .st-key-signed-out { position: fixed; inset: 0 0 auto; z-index: 1000000; background: canvas }
</style>"""

st.set_page_config(page_title="Headway", page_icon="🧭", layout="wide")
st.html(STYLE)


def sign_in() -> None:
    """Redirect to the OIDC provider, or show what its configuration lacks."""
    try:
        st.login()
    except StreamlitAuthError as error:
        st.error(f"Nobody can sign in yet. {error}", icon=":material/error:")


def welcome() -> None:
    """Draw the page of a visitor who has neither a key nor a sign-in."""
    st.title("Headway")
    st.write("Headway finds where customers’ progress falls short.")
    st.link_button("I have a join code", f"{root_path()}/join", type="primary", icon=":material/dialpad:")
    if uses_login() and st.user.is_logged_in and not is_listed():
        st.warning(
            f"{escaped(account()) or 'This account'} is not one of the facilitators. Whoever runs this server can add "
            "its address to `facilitators` under `[headway]` in `.streamlit/secrets.toml`.",
            icon=":material/person_off:",
        )
        st.button("Sign out", on_click=sign_out, icon=":material/logout:")
    elif uses_login():
        st.button("Sign in as facilitator", on_click=sign_in, icon=":material/login:")
    else:
        st.caption(
            "Facilitators open the sign-in link that Headway printed in its terminal when it was started. It works "
            "once; `python -m jtbd_core sign-in` prints another."
        )


results = st.Page("results.py", title="Results", url_path="results")
display = st.Page("display.py", title="Display", url_path="display")
if KEY not in st.query_params and (signed_in := current_sign_in()):
    browsers.add(st.context.headers.get("Cookie", ""), signed_in)
    watch_sign_in()
    pages = [
        st.Page("studies.py", title="My studies", default=True),
        st.Page("define.py", title="Define", url_path="define"),
        st.Page("room.py", title="Room", url_path="room"),
        results,
        display,
    ]
else:
    # The facilitator's addresses show others the welcome page instead of Streamlit's "Page not found".
    greetings = [st.Page(welcome, title="Headway", url_path=path) for path in ("define", "room")]
    pages = [st.Page(welcome, title="Headway", url_path="welcome", default=True), *greetings, results, display]
page = st.navigation(pages, position="hidden")
note_address()
page.run()

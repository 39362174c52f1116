"""The entry of all pages: which of them this visitor may open."""

from pathlib import Path

import streamlit as st
from streamlit.errors import StreamlitAuthError

from pages.components.address import root_path
from pages.components.browser import browsers
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.open_pages import open_pages
from pages.components.permission import watch_sign_in
from pages.components.rerun import note_address
from pages.components.sign_in import account, current_sign_in, is_listed, sign_out, uses_login

STYLE = Path(__file__).parent / "components" / "page.css"

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
        st.Page("access.py", title="Access", url_path="access"),
        results,
        display,
    ]
else:
    # The facilitator's addresses show others the welcome page instead of Streamlit's "Page not found".
    greetings = [st.Page(welcome, title="Headway", url_path=path) for path in ("define", "room", "access")]
    pages = [st.Page(welcome, title="Headway", url_path="welcome", default=True), *greetings, results, display]
page = st.navigation(pages, position="hidden")
note_address(page.url_path)
open_pages.open()
page.run()

"""Who is visiting, and which study they have before them."""

import json

import streamlit as st

from jtbd_core import access
from jtbd_core.errors import NotFound, StoreUnavailable
from jtbd_core.study import DAYS_IN_BIN, StudyRecord
from jtbd_core.wave import Wave
from pages.components.refusal import show_refusal
from pages.components.store import the_store

KEY = "key"
STUDY = "study"
SIGN_IN_CLAIMS = ("iss", "sub", "iat", "nonce")
"""Who it is at which provider, and when; OpenID Connect has the nonce be another one each time."""


def uses_login() -> bool:
    """Whether the operator has configured sign-in with OIDC."""
    return "auth" in st.secrets if _has_secrets() else False


def account() -> str:
    """Return the e-mail address of the account that the visitor signed in with; empty unless it is the visitor's."""
    is_theirs = str(st.user.get("email_verified", True)).lower() == "true"  # some providers write it as text
    return str(st.user.get("email") or "").lower() if st.user.is_logged_in and is_theirs else ""


def is_listed() -> bool:
    """Whether the account that the visitor signed in with is one of the facilitators', by its address or domain."""
    listed = [str(one).lower() for one in st.secrets.get("headway", {}).get("facilitators", [])]
    name, at, domain = account().rpartition("@")
    return bool(name) and (f"{name}{at}{domain}" in listed or f"@{domain}" in listed)


def is_facilitator() -> bool:
    """Whether the visitor has signed in and not out since; with an account, which anybody may have, a listed one."""
    signed_in = _sign_in()
    return bool(signed_in) and not the_store().is_signed_out(signed_in)


def sign_out() -> None:
    """End the visitor's sign-in with an account for good: in all open windows, and for who kept a copy of its cookie.

    For callbacks.
    """
    try:
        if signed_in := _sign_in():
            the_store().sign_out(signed_in)
    except StoreUnavailable as error:
        show_refusal(StoreUnavailable(f"You are still signed in. {error}"))
    else:
        st.logout()


def is_phone() -> bool:
    """Whether the page is read on a phone, as far as its browser says."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def chosen_study() -> StudyRecord:
    """Return the study named in the address; for the facilitator's pages. Stops the page if there is none."""
    try:
        record = the_store().study(st.query_params.get(STUDY, ""))
    except NotFound:
        st.info("Choose a study first.", icon=":material/folder_open:")
        lead_to_studies()
    if record.shelf == "bin":
        st.title("This study is in the bin", anchor=False)
        st.write("Restore it among your studies to go on with it.")
        lead_to_studies()
    return record


def lead_to_studies() -> "st.NoReturn":
    """Offer the way to the facilitator's studies, and stop the page."""
    st.page_link("studies.py", label="My studies", icon=":material/arrow_back:")
    st.stop()


def shared_study() -> StudyRecord:
    """Return the study that the results key or, for the facilitator, the id in the address opens; else stop."""
    if KEY not in st.query_params:
        if is_facilitator():
            return chosen_study()
        refuse()
    try:
        return at_hand(the_store().study_by_results_key(st.query_params[KEY]))
    except NotFound:
        refuse()


def shared_wave() -> Wave:
    """Return the wave whose display key is in the address; else stop the page."""
    try:
        wave = the_store().wave_by_key("display", st.query_params.get(KEY, ""))
        at_hand(the_store().study(wave.study_id))
    except NotFound:
        refuse()
    return wave


def at_hand(record: StudyRecord) -> StudyRecord:
    """Return the study that a link opens; stop the page if it is in the bin."""
    if record.shelf == "bin":
        st.title("This study was taken back", anchor=False)
        st.write(
            "Whoever runs it has put it into the bin. The link works again if the study is restored within "
            f"{DAYS_IN_BIN} days."
        )
        st.stop()
    return record


def refuse() -> "st.NoReturn":
    """Say that the link opens nothing, and stop the page."""
    st.title("This link opens nothing")
    st.write("It is not complete, or it was withdrawn. Ask the person who sent it for a new one.")
    st.stop()


def _sign_in() -> str:
    if uses_login():
        return json.dumps([st.user.get(claim) for claim in SIGN_IN_CLAIMS]) if is_listed() else ""
    return access.sign_in(the_store().secret(), st.context.cookies.get(access.SIGN_IN_COOKIE))


def _has_secrets() -> bool:
    return bool(st.secrets.load_if_toml_exists())

"""The facilitator's sign-in: by the cookie of the printed link, or by an OIDC account that is listed."""

import json

import streamlit as st

from jtbd_core import access
from jtbd_core.errors import StoreUnavailable
from pages.components.refusal import show_refusal
from pages.components.store import the_store

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


def _sign_in() -> str:
    if uses_login():
        return json.dumps([st.user.get(claim) for claim in SIGN_IN_CLAIMS]) if is_listed() else ""
    return access.sign_in(the_store().secret(), st.context.cookies.get(access.SIGN_IN_COOKIE))


def _has_secrets() -> bool:
    return bool(st.secrets.load_if_toml_exists())

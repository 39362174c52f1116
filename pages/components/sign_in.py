"""The facilitator's sign-in: by the cookie of the printed link, or by an OIDC account that is listed."""

import json

import streamlit as st

from jtbd_core import access
from jtbd_core.errors import StoreUnavailable
from pages.components.refusal import show_refusal
from pages.components.store import the_store

SIGN_IN_CLAIMS = ("iss", "sub", "iat", "nonce")
"""The claims that identify one sign-in: provider, account, time, and the nonce, unique by OpenID Connect."""


def uses_login() -> bool:
    """Whether the secrets configure sign-in with OIDC."""
    return "auth" in st.secrets if _has_secrets() else False


def account() -> str:
    """Return the verified e-mail address of the visitor's account in lower case; empty if there is none."""
    is_theirs = str(st.user.get("email_verified", True)).lower() == "true"  # some providers write it as text
    return str(st.user.get("email") or "").lower() if st.user.is_logged_in and is_theirs else ""


def is_listed() -> bool:
    """Whether the secrets list the visitor's account among the facilitators, by its address or its domain."""
    return _lists("facilitators", account()) or is_operator()


def is_operator() -> bool:
    """Whether the secrets list the visitor's account among the operators, who may see all studies and back them up."""
    return _lists("operators", account())


def is_facilitator() -> bool:
    """Whether the visitor is signed in as facilitator: by the link's cookie or a listed account, and not revoked."""
    return bool(current_sign_in())


def current_sign_in() -> str:
    """Return the visitor's sign-in as facilitator, empty if there is none or it was revoked."""
    signed_in = presented_sign_in()
    return "" if signed_in and the_store().is_signed_out(signed_in) else signed_in


def sign_out() -> None:
    """Revoke the visitor's sign-in in the store, in all windows and for copies of its cookie; for callbacks."""
    try:
        if signed_in := presented_sign_in():
            the_store().sign_out(signed_in)
    except StoreUnavailable as error:
        show_refusal(StoreUnavailable(f"You are still signed in. {error}"))
    else:
        st.logout()


def presented_sign_in() -> str:
    """Return the sign-in that the visitor's browser presents, also one that was revoked; empty if there is none."""
    if uses_login():
        return json.dumps([st.user.get(claim) for claim in SIGN_IN_CLAIMS]) if is_listed() else ""
    return access.sign_in(the_store().secret(), st.context.cookies.get(access.SIGN_IN_COOKIE))


def may_sign_in(address: str) -> bool:
    """Whether the secrets list an address, or its domain, among those who may sign in; the id of an account may."""
    return "@" not in address or _lists("facilitators", address) or _lists("operators", address)


def _lists(role: str, address: str) -> bool:
    listed = [str(one).lower() for one in st.secrets.get("headway", {}).get(role, [])]
    name, _, domain = address.rpartition("@")
    return bool(name) and (address in listed or f"@{domain}" in listed)


def _has_secrets() -> bool:
    return bool(st.secrets.load_if_toml_exists())

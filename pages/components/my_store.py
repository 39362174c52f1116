"""The store as whoever looks at a page may use it, and their role in a study."""

import streamlit as st

from jtbd_core import access
from jtbd_core.contract import Store
from jtbd_core.contract.rights import GUEST, STRANGER, Actor, Role, suffices
from jtbd_core.study import StudyRecord
from pages.components.rerun import KEY
from pages.components.sign_in import account, is_operator, presented_sign_in, uses_login
from pages.components.store import the_store


def current_actor() -> Actor:
    """Return who looks: a guest at a page that has a key, else whoever has signed in.

    Whether they have signed out since is asked by the page, and by each callback and fragment.
    """
    if KEY in st.query_params:
        return GUEST
    sign_in = presented_sign_in()
    if not sign_in:
        return STRANGER
    known_by = access.digest(sign_in)[:8]
    if not uses_login():
        return Actor(kind="operator", sign_in=known_by)
    kind = "operator" if is_operator() else "facilitator"
    return Actor(kind=kind, name=account(), subject=str(st.user.get("sub") or ""), sign_in=known_by)


def my_store() -> Store:
    """Return the store as whoever looks may use it."""
    return the_store().for_actor(current_actor())


def my_role(study_id: str) -> Role | None:
    """Return the role of whoever looks in a study."""
    return the_store().role(study_id, current_actor())


def may(least: Role, study_id: str) -> bool:
    """Whether whoever looks may what a role in a study may at least."""
    return suffices(my_role(study_id), least)


def editable(records: list[StudyRecord]) -> list[StudyRecord]:
    """Return those of some studies that whoever looks may change."""
    return [one for one in records if may("editor", one.id)]

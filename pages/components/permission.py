"""The permission of the facilitator, asked by each action itself: a callback runs before the page asks who it is."""

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from jtbd_core.errors import JtbdError, Refused, StoreUnavailable
from pages.components.refusal import show_refusal
from pages.components.sign_in import is_facilitator

P = ParamSpec("P")
R = TypeVar("R")

SIGNED_OUT = "You have signed out, in this window or another one. Nothing was done; sign in again to go on."
ENDED = (
    "You are signed out, in this window too: nothing you do here is saved. What you typed stays until you leave its "
    "field: copy it, sign in again, and load this page anew."
)


def ask_permission() -> None:
    """Raise Refused unless the visitor is signed in as facilitator now."""
    if not is_facilitator():
        raise Refused(SIGNED_OUT)


@st.fragment(run_every="5s")
def watch_sign_in() -> None:
    """Show within five seconds, wherever the page is scrolled to, that the sign-in has ended; what is typed stays."""
    with suppress(StoreUnavailable):
        if not is_facilitator():
            st.container(key="signed-out").error(ENDED, icon=":material/logout:")


def with_permission(action: Callable[P, R]) -> Callable[P, R | None]:
    """Return the callback that runs an action for the facilitator; to anybody else it shows a refusal instead.

    While the store cannot be asked it runs, so that what is typed waits in its window: what saves it asks again.
    """

    @wraps(action)
    def permitted(*args: P.args, **kwargs: P.kwargs) -> R | None:
        with suppress(StoreUnavailable):
            try:
                ask_permission()
            except Refused as error:
                show_refusal(error)
                return None
        return action(*args, **kwargs)

    return permitted


def do(action: Callable[..., object], *values: object) -> bool:
    """Call an action of the facilitator, such as a verb of the store, and show a `JtbdError`; return whether it worked.

    Anybody else is refused, and so is everybody while the store cannot be asked who it is.
    """
    try:
        ask_permission()
        action(*values)
    except JtbdError as error:
        show_refusal(error)
        return False
    return True

"""The permission of the facilitator, asked by each action itself: a callback runs before the page asks who it is."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from jtbd_core.errors import JtbdError, Refused
from pages.components.refusal import show_refusal
from pages.components.sign_in import current_sign_in, is_facilitator
from pages.components.store import the_store

P = ParamSpec("P")
R = TypeVar("R")

SIGNED_OUT = "You have signed out, in this window or another one. Nothing was done; sign in again to go on."


def with_permission(action: Callable[P, R]) -> Callable[P, R | None]:
    """Return the callback that runs an action for the facilitator; to anybody else it shows a refusal instead."""

    @wraps(action)
    def permitted(*args: P.args, **kwargs: P.kwargs) -> R | None:
        try:
            if not is_facilitator():
                raise Refused(SIGNED_OUT)
        except JtbdError as error:
            show_refusal(error)
            return None
        return action(*args, **kwargs)

    return permitted


@with_permission
def do(action: Callable[..., object], *values: object) -> bool:
    """Call an action, such as a verb of the store, and show a `JtbdError` it raises; return whether it succeeded."""
    try:
        action(*values)
    except JtbdError as error:
        show_refusal(error)
        return False
    return True


def permitted_file(make: Callable[[], bytes | str]) -> Callable[[], bytes | str]:
    """Return the data of a download button: the file is made when asked for, unless the sign-in has ended since.

    Streamlit calls it outside of the session, where nobody can be asked who it is.
    """
    signed_in = current_sign_in()

    def made() -> bytes | str:
        if not signed_in or the_store().is_signed_out(signed_in):
            raise Refused(SIGNED_OUT)
        return make()

    return made

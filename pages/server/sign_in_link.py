"""The sign-in link that the server prints at its start."""

from jtbd_core.contract import Store
from jtbd_core.errors import StoreUnavailable
from jtbd_core.web.sign_in import new_sign_in_link
from pages.components.sign_in import uses_login
from pages.server.json_log import LOG, logs_json


def print_sign_in_link(store: Store, address: str) -> None:
    """Print a link that works once or, with OIDC, the address of the first page; on a full disk, why there is none.

    Where the log is kept as JSON it says instead how to come by one.
    """
    if logs_json():
        LOG.info("Headway has started. `python -m jtbd_core sign-in` prints a link to sign in.")
        return
    try:
        link = address if uses_login() else new_sign_in_link(store, address)
    except StoreUnavailable as error:
        link = f"not now. {error}"
    print(f"\n  Sign in as facilitator: {link}\n", flush=True)

"""The browsers in which a facilitator is signed in, for requests of files, which Streamlit answers without any page."""

import re
from collections import OrderedDict
from contextlib import suppress
from threading import Lock

from jtbd_core import access
from jtbd_core.errors import StoreUnavailable
from pages.components.sign_in import uses_login
from pages.components.store import the_store

COOKIES = re.compile(rf"(?:^|;)\s*((?:{access.SIGN_IN_COOKIE}|_streamlit_user\w*)=[^;]*)")
"""The cookies of a sign-in, by our link or by Streamlit's OIDC."""

OURS = re.compile(rf"(?:^|;)\s*{access.SIGN_IN_COOKIE}=([^;]{{1,200}})(?:;|$)")
"""The cookie of a sign-in by our link, by its value."""

MOST_BROWSERS = 1000


class SignedInBrowsers:
    """The sign-ins of browsers, by the digest of their cookies; safe to share between threads."""

    def __init__(self) -> None:
        self._sign_ins = OrderedDict[str, str]()
        self._lock = Lock()

    def add(self, header: str, sign_in: str) -> None:
        """Add the browser that sent this `Cookie` header to a page of the facilitator; drop the oldest of too many."""
        if (found := COOKIES.findall(header)) and sign_in:
            with self._lock:
                self._sign_ins[_digest(found)] = sign_in
                self._sign_ins.move_to_end(_digest(found))
                if len(self._sign_ins) > MOST_BROWSERS:
                    self._sign_ins.popitem(last=False)

    def recall(self, header: str) -> None:
        """Add the browser that sent this `Cookie` header if its sign-in by our link holds: a new one, or of before a
        restart.
        """
        found = OURS.search(header)
        if not found or self.knows(header) or uses_login():
            return
        with suppress(StoreUnavailable):
            sign_in = access.sign_in(the_store().secret(), found[1])
            if sign_in and not the_store().is_signed_out(sign_in):
                self.add(header, sign_in)

    def knows(self, header: str) -> bool:
        """Whether the browser that sent this `Cookie` header was added; asks no database."""
        return self._sign_in(header) is not None

    def has(self, header: str) -> bool:
        """Whether the browser that sent this `Cookie` header was added, and its sign-in was not revoked since."""
        return bool(self.sign_in(header))

    def sign_in(self, header: str) -> str:
        """Return the sign-in of the browser that sent this `Cookie` header, empty if it was not added, or revoked."""
        sign_in = self._sign_in(header)
        return "" if sign_in is None or the_store().is_signed_out(sign_in) else sign_in

    def _sign_in(self, header: str) -> str | None:
        found = COOKIES.findall(header)
        return self._sign_ins.get(_digest(found)) if found else None


browsers = SignedInBrowsers()


def _digest(cookies: list[str]) -> str:
    return access.digest("; ".join(sorted(cookies)))

"""The browsers in which a facilitator is signed in, for requests of files, which Streamlit answers without any page."""

import re
from collections import OrderedDict
from threading import Lock

from jtbd_core.access import SIGN_IN_COOKIE, digest
from pages.components.store import the_store

COOKIES = re.compile(rf"(?:^|;)\s*((?:{SIGN_IN_COOKIE}|_streamlit_user\w*)=[^;]*)")
"""The cookies of a sign-in, by our link or by Streamlit's OIDC."""

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

    def knows(self, header: str) -> bool:
        """Whether the browser that sent this `Cookie` header was added; asks no database."""
        return self._sign_in(header) is not None

    def has(self, header: str) -> bool:
        """Whether the browser that sent this `Cookie` header was added, and its sign-in was not revoked since."""
        sign_in = self._sign_in(header)
        return sign_in is not None and not the_store().is_signed_out(sign_in)

    def _sign_in(self, header: str) -> str | None:
        found = COOKIES.findall(header)
        return self._sign_ins.get(_digest(found)) if found else None


browsers = SignedInBrowsers()


def _digest(cookies: list[str]) -> str:
    return digest("; ".join(sorted(cookies)))

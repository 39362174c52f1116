"""The addresses of the server: the one on this machine, and the one to hand out."""

import socket
from urllib.parse import urlsplit

import streamlit as st

from jtbd_core.web.address import given_address

LOCAL = ("localhost", "127.0.0.1", "::1")


def server_address() -> str:
    """Return the address at which this machine reaches the server: HEADWAY_URL, else localhost, port and path."""
    return given_address() or f"http://localhost:{st.get_option('server.port')}{root_path()}"


def root_path() -> str:
    """Return the path under which the server is reached, such as `/headway`; mostly empty."""
    path = urlsplit(given_address()).path or st.get_option("server.baseUrlPath").strip("/")
    return f"/{path.strip('/')}" if path else ""


def public_address() -> str:
    """Return the address to hand out: HEADWAY_URL, else the one in the browser.

    On the server's own machine the browser shows `localhost`, which no phone can open; if the server listens on the
    network, the machine's address there takes its place.
    """
    if given := given_address():
        return given
    visited = urlsplit(st.context.url or server_address())
    if visited.hostname in LOCAL and not is_local_only():
        return f"{visited.scheme}://{_network_address()}:{visited.port or 80}{root_path()}"
    return f"{visited.scheme}://{visited.netloc}{root_path()}"


def is_local_only() -> bool:
    """Whether the server listens on localhost alone, so that no other machine can open its addresses."""
    return not given_address() and st.get_option("server.address") in LOCAL


def warn_if_local_only() -> None:
    """Draw a warning where no phone can open the links that are handed out, and how to let them in."""
    if is_local_only():
        st.warning(
            "Phones cannot reach this address yet: only this computer can. To let others in over your network, stop "
            "Headway, and start it again with these words added to the command:\n\n`--server.address 0.0.0.0`",
            icon=":material/wifi_off:",
        )


def _network_address() -> str:
    # Connecting a datagram socket sends nothing; it selects the interface that routes out of this machine.
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return "localhost"
        return str(probe.getsockname()[0])

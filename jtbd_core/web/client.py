"""Who sends a request, as far as limits tell clients apart."""

from ipaddress import IPv6Address, ip_address
from typing import NamedTuple

from starlette.requests import Request


class Client(NamedTuple):
    """Who sends a request: the network address, and the browser by its name for itself."""

    address: str
    browser: str


def client(request: Request) -> Client:
    """Return who sends a request."""
    address = network(request.client.host) if request.client else ""
    return Client(address, request.headers.get("user-agent", "")[:300])


def network(host: str) -> str:
    """Return the address by which a host is counted: of IPv6 the first 64 bits, since one host has all the others."""
    try:
        address = ip_address(host)
    except ValueError:  # such as the name of a socket
        return host
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or IPv6Address(int(address) >> 64 << 64))
    return host

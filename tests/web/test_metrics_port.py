"""The port of the metrics."""

import socket

import httpx
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import JtbdError
from jtbd_core.web.metrics_port import open_metrics_port
from tests.server import free_port


def test_it_is_closed_unless_it_is_given(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it answers in Prometheus' format."""
    open_metrics_port(store)
    given = f"127.0.0.1:{free_port()}"
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://{given}/metrics")
    monkeypatch.setenv("HEADWAY_METRICS", given)
    close = open_metrics_port(store)
    assert "# TYPE headway_save_seconds histogram" in httpx.get(f"http://{given}/metrics").text
    close()
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"http://{given}/metrics")


@pytest.mark.parametrize("given", ["9105", "127.0.0.1", "127.0.0.1:http", "127.0.0.1:99999"])
def test_what_is_no_address_is_refused(store: Store, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """The refusal names the variable and gives an example."""
    monkeypatch.setenv("HEADWAY_METRICS", given)
    with pytest.raises(JtbdError, match=f"HEADWAY_METRICS .* 127.0.0.1:9105; {given} is none"):
        open_metrics_port(store)


def test_a_port_that_is_taken_is_named(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headway does not start without the metrics it was asked for."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        given = f"127.0.0.1:{other.getsockname()[1]}"
        monkeypatch.setenv("HEADWAY_METRICS", given)
        with pytest.raises(JtbdError, match=f"nobody can listen at {given}: Address already in use"):
            open_metrics_port(store)

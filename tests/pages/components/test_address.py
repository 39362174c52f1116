"""The address to hand out."""

import pytest
import streamlit as st

from pages.components.address import is_local_only, public_address, root_path, server_address


def test_the_operators_address_is_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """HEADWAY_URL wins over what the browser shows, without a slash at its end."""
    monkeypatch.setenv("HEADWAY_URL", "https://headway.example.com/")
    assert public_address() == server_address() == "https://headway.example.com"
    assert not is_local_only()


def test_a_server_on_localhost_is_reached_from_this_machine_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it listens to others, the machine's address in its network takes the place of localhost."""
    monkeypatch.delenv("HEADWAY_URL", raising=False)
    port = st.get_option("server.port")
    assert server_address() == f"http://localhost:{port}"
    options = {"server.port": port, "server.baseUrlPath": "", "server.address": "localhost"}
    monkeypatch.setattr(st, "get_option", options.get)
    assert is_local_only()
    assert public_address() == f"http://localhost:{port}"
    options["server.address"] = None
    assert not is_local_only()
    assert public_address().endswith(f":{port}")


def test_the_path_of_the_server_is_part_of_its_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is that of HEADWAY_URL, else the one that Streamlit was told."""
    monkeypatch.setenv("HEADWAY_URL", "https://example.com/a/b/")
    assert root_path() == "/a/b"
    monkeypatch.delenv("HEADWAY_URL")
    monkeypatch.setattr(
        st, "get_option", {"server.baseUrlPath": "c", "server.port": 1, "server.address": "localhost"}.get
    )
    assert (root_path(), server_address(), public_address()) == ("/c", "http://localhost:1/c", "http://localhost:1/c")

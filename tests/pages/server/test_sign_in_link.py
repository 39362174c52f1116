"""What the server prints at its start."""

import pytest

from jtbd_core.contract import Store
from pages.server.sign_in_link import print_sign_in_link
from tests.server import SIGN_IN_LINK


def test_the_printed_link_is_valid(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    """It holds a token that the database knows, once."""
    print_sign_in_link(store, "http://localhost:8501")
    found = SIGN_IN_LINK.search(capsys.readouterr().out)
    assert found is not None
    address, _, token = found[1].rpartition("/")
    assert address == "http://localhost:8501/signin"
    assert [store.use_sign_in_link(token) for _ in range(2)] == [True, False]

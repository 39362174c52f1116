"""PostgreSQL, where it cannot be reached."""

import pytest

from jtbd_core.errors import StoreUnavailable
from jtbd_core.store import open_store


def test_a_server_that_does_not_answer_is_named() -> None:
    """An unreachable PostgreSQL is refused with its place, without the password."""
    with pytest.raises(StoreUnavailable, match=r"127.0.0.1:9/headway") as refusal:
        open_store("postgresql://someone:hidden@127.0.0.1:9/headway?connect_timeout=1")
    assert "hidden" not in str(refusal.value)

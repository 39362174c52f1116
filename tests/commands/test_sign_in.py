"""The command `sign-in`."""

from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.store import open_store


def test_a_link_of_the_command_works_in_the_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It prints the link alone, whose token the database knows, once."""
    path = tmp_path / "headway.duckdb"
    monkeypatch.setenv("HEADWAY_DB", str(path))
    printed = CliRunner().invoke(main, ["sign-in", "--address", "https://headway.example.com"]).output.strip()
    address, _, token = printed.rpartition("/")
    assert address == "https://headway.example.com/signin"
    with closing(open_store(path)) as store:
        assert [store.use_sign_in_link(token) for _ in range(2)] == [True, False]

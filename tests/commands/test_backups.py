"""The commands `backup`, `restore` and `check`, with a server and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.exchange.demo import demo_study
from jtbd_core.store import open_store
from jtbd_core.web.data import Data
from pages.server.operator import operator_socket
from tests.commands.test_studies import run


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a database with a study, which HEADWAY_DB names."""
    path = tmp_path / "headway.duckdb"
    monkeypatch.setenv("HEADWAY_DB", str(path))
    store = open_store(path)
    store.add_study(demo_study())
    store.close()
    return path


@pytest.fixture(params=["a server", "no server"])
def maybe_served(request: pytest.FixtureRequest, database: Path) -> Iterator[Path]:
    """Give the database, with a server that has it open and without."""
    if request.param == "no server":
        yield database
        return
    store = open_store(database)
    with operator_socket(store, Data(store)):
        yield database
    store.close()


def test_a_backup_is_restored_elsewhere(maybe_served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both commands say what they wrote, and the study is in the other database."""
    assert "studies: 1" in run("backup", tmp_path / "backup").output
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "elsewhere.duckdb"))
    restored = run("restore", tmp_path / "backup")
    assert "studies: 1" in restored.output
    assert "If stakeholders looked at results after that" in restored.stderr
    assert "revoke their links before the server starts" in restored.stderr
    store = open_store(tmp_path / "elsewhere.duckdb")
    assert [one.study for one in store.studies()] == [demo_study()]
    store.close()


def test_a_check_says_that_all_is_well(maybe_served: Path) -> None:
    """The database is checked where it is open."""
    assert "whole" in run("check").output


@pytest.mark.parametrize("command", [["backup", "file"], ["check"]])
def test_a_database_that_is_not_there_is_not_made(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong HEADWAY_DB is refused with a line that names it."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "wrong.duckdb"))
    refused = CliRunner().invoke(main, command)
    assert refused.exit_code == 2
    assert "wrong.duckdb" in refused.output
    assert list(tmp_path.iterdir()) == []

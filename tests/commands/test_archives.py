"""The command `archive`, and the import of what it wrote."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.store import open_store
from tests.commands.test_studies import run, study_id


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an archive of the demo study, and an empty database on which the commands work from now on."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "first.duckdb"))
    run("demo")
    run("archive", "--out", tmp_path / "demo.headway")
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "second.duckdb"))
    return tmp_path / "demo.headway"


def test_an_archive_becomes_a_copy_with_the_same_scores(archive: Path, tmp_path: Path) -> None:
    """All digits are the same, what it holds is counted, and that a round is closed is said."""
    with pytest.MonkeyPatch.context() as at_first:
        at_first.setenv("HEADWAY_DB", str(tmp_path / "first.duckdb"))
        run("export", "--scores", "--out", tmp_path / "first.csv")
    imported = run("import", archive)
    assert "3 rounds, 610 respondents" in imported.output
    assert "closed in the copy" in imported.stderr
    run("export", study_id(imported), "--scores", "--out", tmp_path / "second.csv")
    assert (tmp_path / "second.csv").read_text() == (tmp_path / "first.csv").read_text()
    run("archive", study_id(imported), "--out", tmp_path / "again.headway")


def test_a_damaged_archive_leaves_nothing(archive: Path, tmp_path: Path) -> None:
    """One line says so, and no study is stored."""
    (tmp_path / "cut.headway").write_bytes(archive.read_bytes()[:-1000])
    refused = CliRunner().invoke(main, ["import", str(tmp_path / "cut.headway")])
    assert (refused.exit_code, refused.stderr) == (2, "Error: This is no archive of Headway, or it is damaged.\n")
    store = open_store(tmp_path / "second.duckdb")
    assert store.studies() == []
    store.close()


def test_an_archive_has_its_own_ending(archive: Path, tmp_path: Path) -> None:
    """Another one would not be taken in again."""
    run("import", archive)
    refused = CliRunner().invoke(main, ["archive", "--out", str(tmp_path / "demo.zip")])
    assert "demo.zip is none" in refused.stderr

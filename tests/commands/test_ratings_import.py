"""The import of a file on the command line: once, unless it is said twice, and with what has to be heeded of it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from jtbd_core.exchange.own_import import APART
from jtbd_core.store import open_store
from tests.commands.test_studies import RATINGS, run, study_id


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a file of ratings beside an empty database."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "h.duckdb"))
    (tmp_path / "survey.csv").write_text(RATINGS)
    return tmp_path / "survey.csv"


def test_a_file_is_imported_again_only_if_asked(file: Path) -> None:
    """Whatever it is called now, one line says what was made of it before, and nothing is stored; as on the page.

    Nor as a further round of the study that it became: the same people would count twice.
    """
    run("import", file, "--title", "Parcels")
    other = file.rename(file.with_name("copy.csv"))
    refused = CliRunner().invoke(main, ["import", str(other)])
    said = "This very file was imported before: round 1 of “Parcels”. Import it again all the same with --again."
    assert (refused.exit_code, refused.stderr) == (2, f"Error: {said}\n")
    into = study_id(run("import", other, "--again"))
    twice = CliRunner().invoke(main, ["import", str(other), "--into", into])
    assert twice.exit_code == 2
    assert "round 1 of “copy”" in twice.stderr
    counted = CliRunner().invoke(main, ["import", str(other), "--into", into, "--again"])
    assert "The answers of 5 of these 5 people are in “Round 1” already: import only the new people" in counted.stderr
    store = open_store(file.with_name("h.duckdb"))
    assert [len(store.waves(one.id)) for one in store.studies()] == [1, 1]
    store.close()


def test_answers_that_were_exported_are_imported_with_a_warning(file: Path) -> None:
    """From links to their study and to one of the same people, these could be told."""
    exported = file.with_name("answers.csv")
    run("export", study_id(run("import", file)), "--out", exported)
    made = run("import", exported)
    assert APART in made.stderr
    assert "imported before: round 1" in CliRunner().invoke(main, ["import", str(exported)]).stderr
    assert APART not in run("import", file, "--again").stderr

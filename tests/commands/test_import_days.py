"""The days of the field work of a file that is imported on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from jtbd_core.commands import main
from tests.commands.test_studies import RATINGS, run, study_id


def test_a_file_without_dates_is_undated_unless_days_are_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The day of the import is not said to be that of the answers."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "h.duckdb"))
    file = tmp_path / "ratings.csv"
    file.write_text(RATINGS)
    made = [study_id(run("import", file, "--again", *days)) for days in ((), ("--days", "2024-05-06..2024-05-17"))]
    said = [run("export", study, "--codebook").output.splitlines()[-2] for study in made]
    assert ["no dates in the file" in said[0], "6–17 May 2024" in said[1]] == [True, True]
    assert "FIRST..LAST" in CliRunner().invoke(main, ["import", str(file), "--again", "--days", "May"]).output

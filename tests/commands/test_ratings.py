"""What commands say of a file of ratings before they print what they found."""

from pathlib import Path

import pytest

from jtbd_core.commands.ratings import FileOptions, read_file


def test_columns_that_are_used_are_not_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of many only the first are named, and none that a command uses as groups or to name the person."""
    file = tmp_path / "ratings.csv"
    file.write_text("id,person,imp_a,sat_a,Home Town," + ",".join(f"q{at}" for at in range(12)) + "\n1,x,5,2,here\n")
    assert read_file(file, FileOptions(respondent="person"), used=["home_town"]).respondents == ("x",)
    named = ", ".join(["id", *(f"q{at}" for at in range(9))])
    assert capsys.readouterr().err == f"Columns passed over: {named} and 3 more.\n"

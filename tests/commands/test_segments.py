"""The command `segments`."""

from pathlib import Path

import pandas as pd
import pytest

from tests.commands.test_score import run
from tests.scoring.test_segments import frame, survey


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a long file of two planted segments of 35 and 31 people, with a cell outside 1–5."""
    ratings = frame(*survey([35, 31], gap=3, outcomes=12))
    ratings.loc[0, "importance"] = 6
    path = tmp_path_factory.mktemp("segments") / "ratings.csv"
    ratings.to_csv(path, index=False)
    return path


def test_the_printed_segments_and_the_written_file(file: Path, tmp_path: Path) -> None:
    """Stability, verdict, sizes and differences fit 80 columns; the file has each respondent's segment."""
    out = tmp_path / "segments.csv"
    done = run("segments", file, "--out", out)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "1 cell holds numbers outside 1–5 (6: 1): not applicable, not ratings.",
        f"Wrote the segments of 66 respondents to {out}.",
    ]
    assert max(map(len, done.stdout.splitlines())) <= 80
    said = " ".join(done.stdout.split())
    for part in (
        "2 segments found: resamples of the same people give the same ones",
        "Segment 1: 35 of 66 respondents. Largest differences:",
        "Segment 2: 31 of 66 respondents.",
        "points",
        "anchor 4, important from 4, seed 0",
    ):
        assert part in said
    written = pd.read_csv(out)
    assert written.columns.tolist() == ["respondent", "segment"]
    assert written["segment"].tolist() == [1] * 35 + [2] * 31


def test_where_there_are_none(tmp_path: Path) -> None:
    """The verdict is printed without a table, and the file has headings alone."""
    path, out = tmp_path / "few.csv", tmp_path / "segments.csv"
    frame(*survey([10], gap=0)).to_csv(path, index=False)
    done = run("segments", path, "--out", out)
    assert done.stdout.startswith("No segments: 10 people are too few for two segments of 30.\nAgreement:")
    assert out.read_text(encoding="utf-8").splitlines() == ["respondent,segment"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "segments.json"], "Error: The segments can be written to a .csv file, not to segments.json.\n"),
        (["--anchor", "1"], "Error: --anchor is from 2 to 5 here, not 1.\n"),
    ],
)
def test_refused_arguments(file: Path, arguments: list[str], message: str) -> None:
    """What cannot be done is said in one line on stderr with exit code 2."""
    done = run("segments", file, *arguments)
    assert (done.exit_code, done.stdout, done.stderr.endswith(message)) == (2, "", True)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A file that cannot be read gets one line on stderr and exit code 2."""
    done = run("segments", tmp_path / "no.csv")
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "No such file" in done.stderr

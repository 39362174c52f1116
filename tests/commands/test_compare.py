"""The command `compare`, of a file and of a study."""

from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from jtbd_core import compare
from jtbd_core.commands import main
from tests.bench.honesty_differences import planted_page
from tests.commands.test_studies import database, run

__all__ = ["database"]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a long file of 100 people in two halves that differ, with a column of the halves."""
    page = planted_page("odi", 1, 6.0, people=100, outcomes=24)
    wide = page.groups.pivot(index="respondent", columns="question", values="option").rename(columns={"two": "Used"})
    path = tmp_path_factory.mktemp("compare") / "ratings.csv"
    page.ratings.merge(wide, on="respondent").to_csv(path, index=False)
    return path


def test_the_printed_differences(file: Path) -> None:
    """Marked ones alone, within 80 columns, with what the figures are."""
    printed = run("compare", file, "--groups", "used", "--by", "opportunity").output
    assert max(map(len, printed.splitlines())) <= 80
    words = " ".join(printed.split())
    assert "differences are beyond noise." in words
    assert "By opportunity. Others: all others who rated the outcome." in words


def test_the_written_file_has_all_rows(file: Path, tmp_path: Path) -> None:
    """To the digits of a notebook."""
    out = tmp_path / "differences.csv"
    run("compare", file, "--groups", "used", "--out", out)
    rows = pd.read_csv(file, dtype={"respondent": str, "Used": str})
    groups = rows[["respondent", "Used"]].drop_duplicates().rename(columns={"Used": "option"}).assign(question="Used")
    table = compare(rows, groups)
    written = pd.read_csv(out, dtype={"option": str})
    assert written["p"].to_numpy() == pytest.approx(table["p"].to_numpy())
    assert written["is_marked"].tolist() == table["is_marked"].tolist()


def test_the_groups_of_a_study(database: Path) -> None:
    """Without a file the study that was changed last is compared by the questions it asks, in its own words."""
    run("demo")
    words = " ".join(run("compare", "--groups", "solution").output.split())
    assert "The music I Streaming" in words
    assert "Cassette" in words


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Name the columns of the groups"),
        (("--groups", "mood"), "There is no column mood that could hold groups."),
        (("--groups", "Used", "--out", "x.txt"), "can be written to a .csv or .json file, not to x.txt"),
    ],
)
def test_refused_arguments(file: Path, words: tuple[str, ...], message: str) -> None:
    """What cannot be done is said in one line with exit code 2."""
    result = CliRunner().invoke(main, ["compare", str(file), *words])
    assert result.exit_code == 2
    assert message in result.output

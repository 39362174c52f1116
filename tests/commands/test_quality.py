"""The command `quality`."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.scoring.quality import FLAGS, FROM_CARDS, quality_flags
from jtbd_core.scoring.top_lists import top_with_and_without
from tests.commands.test_score import run
from tests.scoring.careless_rooms import room


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a long file of 100 people, 30 of them careless, and 20 outcomes."""
    path = tmp_path_factory.mktemp("files") / "ratings.csv"
    room(np.random.default_rng(1), "spread", 100, 20, careless=0.3).ratings.to_csv(path, index=False)
    return path


def test_what_is_printed(file: Path) -> None:
    """People per flag, who they are, both lists and the number of false responses, within 80 columns."""
    done = run("quality", file, "--top", 3)
    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    read = read_ratings(file).ratings
    flags = quality_flags(read)
    for name in FLAGS:
        line = f"{name.replace('_', ' ')} {flags[name].sum()}".split()
        assert (line in [words.split()[: len(line)] for words in lines]) == (name not in FROM_CARDS)
    careless = flags[flags["is_careless"]]
    assert f"{len(careless)} of 100 respondents may have answered carelessly" in done.stdout
    listed = [line.split()[0] for line in lines if line.split() and line.split()[0] in set(careless["respondent"])]
    assert set(careless["respondent"].head(20)) <= set(listed)
    assert f"… and {len(careless) - 20} more" in done.stdout
    tops = top_with_and_without(read, flags, top=3)
    assert f"without {len(careless)}" in done.stdout
    for place in range(3):
        row = next(line.split() for line in lines if line.split()[:1] == [str(place + 1)] and "." in line)
        shown = [one.iloc[place] for one in (tops.everybody, tops.without_careless)]
        assert row[1:] == [text for one in shown for text in (one["outcome"], f"{one['opportunity']:.1f}")]
    assert f"At worst it takes {tops.false_responses} false response" in " ".join(done.stdout.split())


def test_out_writes_a_row_per_respondent(file: Path, tmp_path: Path) -> None:
    """The file has the flags of all, also of those who have none."""
    out = tmp_path / "flags.csv"
    done = run("quality", file, "--out", out)
    assert "Wrote the flags of 100 respondents" in done.stderr
    written = pd.read_csv(out, dtype={"respondent": str})
    pd.testing.assert_frame_equal(written, quality_flags(read_ratings(file).ratings), check_dtype=False)


def test_without_importance_and_with_few_outcomes(tmp_path: Path) -> None:
    """Nobody is flagged, the list is by value wanted, and no answers could change which outcomes lead."""
    path = tmp_path / "experience.csv"
    path.write_text("exp_speed,exp_calm\n1,2\n3,2\n4,5\n", encoding="utf-8")
    printed = run("quality", path).stdout
    assert "0 of 3 respondents" in printed
    assert "value wanted" in printed
    assert "no answers could change which are the top 5" in " ".join(printed.split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--out", "flags.json"], "a .csv file, not to flags.json"),
        (["--out", "no/such/folder/flags.csv"], "cannot be written"),
        (["--anchor", "1"], "--anchor is from 2 to 5 here, not 1"),
    ],
)
def test_refused_arguments(file: Path, arguments: list[str], message: str) -> None:
    """What cannot be done is said on stderr with exit code 2, and nothing is printed."""
    done = run("quality", file, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr

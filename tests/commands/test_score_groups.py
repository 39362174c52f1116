"""The option `--groups` of `score`, for any file of ratings and for what `export` wrote."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from jtbd_core.commands import main

GROUPS = ("everybody", "place: home", "place: work", "plan: a", "plan: b")
FEW = "Not scored, since fewer than 5 people rated: place: [bold] (4)."


def run(*arguments: object) -> Result:
    """Run the command and return what it printed and its exit code."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def table() -> pd.DataFrame:
    """Give the ratings of 40 people, and where they live and what they pay."""
    codes = np.random.default_rng(1).integers(1, 6, (40, 4))
    rated = pd.DataFrame(codes, columns=["imp_speed", "imp_calm", "sat_speed", "sat_calm"])
    place = ["home"] * 20 + ["work"] * 16 + ["[bold]"] * 4
    return rated.assign(id=range(40), place=place, plan=["a", "b"] * 20)


def test_groups_have_the_same_table_each(table: pd.DataFrame, tmp_path: Path) -> None:
    """Everybody's, and that of each option with five people or more, who are as if alone in the file."""
    path, alone, out = (tmp_path / f"{name}.csv" for name in ("grouped", "alone", "scores"))
    table.to_csv(path, index=False)
    table[table["place"] == "work"].to_csv(alone, index=False)
    done = run("score", path, "--groups", "place, plan")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, FEW)
    headed = [line for line in done.stdout.splitlines() if line in GROUPS]
    assert headed == list(GROUPS)
    printed = done.stdout.partition("place: work\n")[2].partition("plan: a\n")[0]
    assert printed.strip() in run("score", alone).stdout
    done = run("score", path, "--groups", "place,plan", "--out", out)
    assert f"Wrote 2 outcomes of everybody and 4 groups to {out}." in done.stderr
    written = pd.read_csv(out)
    assert written.columns[0] == "group"
    assert written["group"].unique().tolist() == list(GROUPS)
    run("score", alone, "--out", tmp_path / "alone_scores.csv")
    of_work = written[written["group"] == "place: work"].drop(columns="group").reset_index(drop=True)
    pd.testing.assert_frame_equal(of_work, pd.read_csv(tmp_path / "alone_scores.csv"), check_dtype=False)


def test_weights_count_within_groups(table: pd.DataFrame, tmp_path: Path) -> None:
    """Each is weighted by itself, by weights that are cut as those of everybody are."""
    path, out = tmp_path / "grouped.csv", tmp_path / "scores.csv"
    weights = [100.0, *[1.0, 3.0] * 18, *[2.0] * 3]
    table.assign(post_weight=weights).to_csv(path, index=False)
    assert run("score", path, "--groups", "place", "--weight", "post_weight", "--out", out).exit_code == 0
    written = pd.read_csv(out)
    cut = np.array([10.0, *weights[1:20]])
    found = written[(written["group"] == "place: home") & (written["outcome"] == "calm")]["n_eff"].item()
    assert found == pytest.approx(cut.sum() ** 2 / (cut**2).sum())


def test_a_column_of_groups_that_is_not_there_is_refused(table: pd.DataFrame, tmp_path: Path) -> None:
    """It is named."""
    table.to_csv(file := tmp_path / "ratings.csv", index=False)
    assert "no column home that could hold groups" in run("score", file, "--groups", "home").stderr


def test_an_export_is_scored_by_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its questions are named by their ids, each kind of outcome by its own scale; an unknown one is refused."""
    monkeypatch.setenv("HEADWAY_DB", str(tmp_path / "headway.duckdb"))
    run("demo")
    answers, out = tmp_path / "answers.csv", tmp_path / "scores.csv"
    run("export", "--out", answers)
    assert "place: At home, key outcomes, satisfaction from 1 to 5" in run("score", answers, "--groups", "place").output
    run("score", answers, "--groups", "place", "--out", out)
    written = pd.read_csv(out)
    assert written["group"].nunique() == 4
    rated = pd.read_csv(answers).dropna(subset=["importance", "experience"])
    at_home = rated[rated["question_place"] == "home"]["outcome"].value_counts()
    assert written[written["group"] == "place: At home"].set_index("outcome")["n"].to_dict() == at_home.to_dict()
    refused = CliRunner().invoke(main, ["score", str(answers), "--groups", "plaice"])
    assert "There is no question plaice; the file has solution, place" in refused.output

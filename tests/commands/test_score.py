"""The command `score`, once run in a process of its own."""

import io
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from jtbd_core import score
from jtbd_core.commands import main
from jtbd_core.exchange.ratings_file import read_ratings

ROOT = Path(__file__).parents[2]

WEIGHTS = [1.0, 3.0] * 18 + [2.0] * 3
"""The weights of 39 people, with the median 2, which one more above them does not move."""


def run(*arguments: object) -> Result:
    """Run the command and return what it printed and its exit code."""
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a wide file of 40 people and three outcomes, with two cells outside 1–5."""
    codes = np.random.default_rng(1).integers(1, 6, (40, 6))
    codes[0, 0], codes[1, 5] = 0, 6
    path = tmp_path / "ratings.csv"
    pd.DataFrame(
        codes, columns=[f"{kind}_{name}" for kind in ("imp", "sat") for name in ("speed", "calm", "cost")]
    ).to_csv(path, index=False)
    return path


def test_the_printed_table(file: Path) -> None:
    """The table fits 80 columns, is cut nowhere, and says what its figures are."""
    command = [sys.executable, "-m", "jtbd_core", "score", str(file), "--top", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert done.stderr == "2 cells hold numbers outside 1–5 (0: 1, 6: 1): not applicable, not ratings.\n"
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    for heading in ("outcome", "n", "I", "S", "opportunity", "expected", "P(top 2)", "group"):
        assert heading in lines[1]
    row = score(read_ratings(file).ratings, top=2).iloc[0]
    low, high = row["opportunity_expected_low"], row["opportunity_expected_high"]
    told = f" {row['opportunity']:.1f} {row['opportunity_expected']:.1f} ({low:.1f}–{high:.1f}) "
    assert any(row["outcome"] in line and told in " ".join(line.split()) + " " for line in lines[3:])
    footer = " ".join(done.stdout.split())
    for said in ("I + max(I − S, 0)", "Scale 1–5, anchor 4", "40 respondents", "95 % interval", "seed 0"):
        assert said in footer


def test_long_statements_are_wrapped_not_cut(tmp_path: Path) -> None:
    """A statement longer than the line is continued below, with no word lost."""
    statement = "minimise the time it takes to find out whether a delivery will arrive before the guests do"
    path = tmp_path / "long.csv"
    path.write_text(f"respondent,outcome,importance,experience\nann,{statement},5,2\n", encoding="utf-8")
    printed = run("score", path).stdout
    assert max(map(len, printed.splitlines())) <= 80
    assert all(word in printed for word in statement.split())


def test_out_writes_no_formula(tmp_path: Path) -> None:
    """The name of an outcome that a spreadsheet would run is marked as text."""
    path, out = tmp_path / "formula.csv", tmp_path / "scores.csv"
    path.write_text("respondent,outcome,importance,experience\nann,=1+1,5,2\n", encoding="utf-8")
    assert run("score", path, "--out", out).exit_code == 0
    assert out.read_text(encoding="utf-8").splitlines()[1].startswith("'=1+1,")


def test_without_importance(tmp_path: Path) -> None:
    """Where only experience was asked, value wanted and the share falling short are printed."""
    path = tmp_path / "experience.csv"
    path.write_text("exp_speed,exp_calm\n1,\n3,\n4,\n", encoding="utf-8")
    printed = run("score", path, "--anchor", 3).stdout
    assert "value wanted" in printed
    assert "falls short" in printed
    assert "opportunity" not in printed
    assert any(line.split() == ["calm", "0", "–", "–", "–", "–", "–"] for line in printed.splitlines())


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_out_writes_the_table_of_the_library(file: Path, tmp_path: Path, ending: str) -> None:
    """The written file has all columns, to the digit."""
    out = tmp_path / f"scores.{ending}"
    done = run("score", file, "--top", 2, "--by", "value_wanted", "--seed", 7, "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "Wrote 3 outcomes" in done.stderr
    assert "2 cells hold numbers outside 1–5" in done.stderr
    text = out.read_text(encoding="utf-8")
    written = pd.read_csv(io.StringIO(text)) if ending == "csv" else pd.DataFrame(json.loads(text))
    expected = score(read_ratings(file).ratings, top=2, by="value_wanted", seed=7)
    pd.testing.assert_frame_equal(written, expected, check_dtype=False, rtol=1e-14 if ending == "json" else 0)


@pytest.fixture
def weighted(file: Path, tmp_path: Path) -> Path:
    """Return the file with a column of weights, one of them 50 times their median."""
    path = tmp_path / "weighted.csv"
    pd.read_csv(file).assign(post_weight=[100.0, *WEIGHTS]).to_csv(path, index=False)
    return path


def test_weighted_scores_are_printed_beside_plain_ones(weighted: Path) -> None:
    """With weights the table has n_eff and the plain score, fits 80 columns, and says that a weight was cut."""
    done = run("score", weighted, "--weight", "Post Weight")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert lines[1].split() == ["outcome", "n", "n_eff", "opportunity", "plain", "expected", "P(top", "5)", "group"]
    ratings = read_ratings(weighted).ratings
    weights = dict(zip(map(str, range(1, 41)), [10.0, *WEIGHTS], strict=True))
    row, plain = score(ratings, weights=weights).iloc[0], score(ratings).set_index("outcome")["opportunity"]
    cells = next(line.split() for line in lines if line.startswith(f" {row['outcome']} "))
    assert cells[1:4] == [str(row["n"]), f"{row['n_eff']:.1f}", f"{row['opportunity']:.1f}"]
    assert cells[4] == f"{plain[row['outcome']]:.1f}"
    assert "1 of 40 weights cut to 5 × their median" in " ".join(done.stdout.split())


def test_out_writes_weighted_and_plain_scores(weighted: Path, tmp_path: Path) -> None:
    """The written file has all weighted columns, and last the plain score that decides the order."""
    out = tmp_path / "scores.csv"
    done = run("score", weighted, "--by", "value_wanted", "--weight", "post_weight", "--out", out)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "1 of 40 weights" in " ".join(done.stderr.split())
    written, ratings = pd.read_csv(out), read_ratings(weighted).ratings
    weights = dict(zip(map(str, range(1, 41)), [10.0, *WEIGHTS], strict=True))
    plain = score(ratings, by="value_wanted").set_index("outcome")["value_wanted"]
    expected = score(ratings, by="value_wanted", weights=weights)
    expected = expected.assign(value_wanted_plain=plain[expected["outcome"]].to_numpy())
    pd.testing.assert_frame_equal(written, expected, check_dtype=False, rtol=0)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--weight", "mass"], "There is no column mass that could be the weight"),
        (["--out", "scores.xlsx"], "a .csv or .json file, not to scores.xlsx"),
        (["--anchor", "1"], "--anchor is from 2 to 5 here, not 1"),
        (["--out", "no/such/folder/scores.csv"], "cannot be written"),
        (["--by", "satisfaction"], "'satisfaction' is not one of"),
    ],
)
def test_refused_arguments(file: Path, arguments: list[str], message: str) -> None:
    """What cannot be done is said on stderr with exit code 2, and nothing is printed."""
    done = run("score", file, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("imp_a,sat_a\n5,good\n", "Error: Row 2, column sat_a: “good” is not a number or a known label.\n"),
        ("imp_a,sat_a\n7,2\n6,3\n7,1\n", "Error: Importance holds 6, 7: this can be a scale of 1 to 7 or"),
        ("id,person,imp_a,sat_a\n1,x,5,2\n", "Columns id and person could both name the person: choose one with"),
        (None, "No such file"),
    ],
)
def test_refused_files(tmp_path: Path, text: str | None, message: str) -> None:
    """A file that cannot be read gets one line on stderr and exit code 2."""
    path = tmp_path / "ratings.csv"
    if text:
        path.write_text(text, encoding="utf-8")
    done = run("score", path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_is_passed_over_is_said(tmp_path: Path) -> None:
    """The column that was chosen names the person, and what else was left out stands on stderr."""
    path = tmp_path / "ratings.csv"
    path.write_text("October\nid,person,mood,imp_a,sat_a\n1,x,good,5,-\n2,y,bad,4,3\nTotal,,,4.5,3\n", encoding="utf-8")
    done = run("score", path, "--respondent", "ID")
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "Row 1 above the headings was left out: “October”.",
        "Row 5, “Total”, sums up others and was left out.",
        "1 cell holds words for no answer (-: 1): missing, not ratings.",
        "Columns passed over: person, mood.",
    ]


def test_help_says_what_a_file_looks_like() -> None:
    """The help names the shapes of a file and shows how to call the command."""
    printed = " ".join(run("score", "--help").stdout.split())
    for said in ("respondent, outcome, importance, experience", "imp_speed", "--anchor 3", "not applicable"):
        assert said in printed


def test_importing_a_part_does_not_load_pandas() -> None:
    """`jtbd_core` and its errors come without pandas; `score` brings it."""
    code = "import sys, jtbd_core.errors; print('pandas' in sys.modules); from jtbd_core import score; print(score)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("False\n<function score")


SEVEN = "imp_be on time,sat_be on time,imp_nice paper,sat_nice paper\n" + "".join(
    f"{6 + at % 2},{1 + at % 3},{3 + at % 2},{3 + at % 3}\n" for at in range(12)
)


def test_a_scale_in_doubt_is_asked_and_then_read(tmp_path: Path) -> None:
    """Without it there is no table; with it the best outcome leads, by the usual cut and anchor or by others."""
    file = tmp_path / "seven.csv"
    file.write_text(SEVEN)
    asked = run("score", file)
    assert (asked.exit_code, asked.stdout, asked.stderr.count("\n")) == (2, "", 1)
    assert "--scale=1..7" in asked.stderr
    scored = run("score", file, "--scale", "1..7").stdout
    assert "Scale 1–7, anchor 6, important from 6" in " ".join(scored.split())
    assert scored.index("be on time") < scored.index("nice paper")
    lower = " ".join(run("score", file, "--scale", "1..7", "--important", 7, "--anchor", 3).stdout.split())
    assert "anchor 3, important from 7" in lower
    assert "A scale is LOW..HIGH" in run("score", file, "--scale", "seven").stderr


def test_columns_are_what_a_mapping_says(tmp_path: Path) -> None:
    """Headings that say nothing are read by a file that says what they are."""
    file, mapping = tmp_path / "typed.csv", tmp_path / "mapping.json"
    file.write_text("who,q1,q2\nann,5,2\nbob,4,1\n")
    mapping.write_text(
        '{"columns": [{"heading": "who", "role": "respondent"}, {"heading": "q1", "role": "importance", "outcome": '
        '"speed"}, {"heading": "q2", "role": "experience", "outcome": "speed"}]}'
    )
    assert run("score", file).exit_code == 2
    assert "speed" in run("score", file, "--columns", mapping).stdout
    mapping.write_text("[]")
    assert "not an assignment of columns" in run("score", file, "--columns", mapping).stderr

"""The commands `drivers` and `standing`, on a file and on a study."""

from pathlib import Path

import pandas as pd
import pytest

from jtbd_core import drivers, standing
from jtbd_core.commands.analysed import analysed_file, analysed_study
from jtbd_core.commands.ratings import FileOptions
from jtbd_core.exchange.answers import answers_csv, wave_answers
from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.store import open_store
from tests.commands.test_score import run

STUDY = demo_study()


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database with the demo study, and beside it a file of its answers."""
    folder = tmp_path_factory.mktemp("drivers")
    store = open_store(folder / "headway.duckdb")
    wave = store.import_wave(store.add_study(STUDY).id, *demo_answers(STUDY))
    (folder / "answers.csv").write_bytes(answers_csv(wave_answers(store, STUDY, wave)))
    store.close()
    return folder / "headway.duckdb"


@pytest.fixture
def file(database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file; the commands use the database."""
    monkeypatch.setenv("HEADWAY_DB", str(database))
    return database.with_name("answers.csv")


def test_drivers_of_a_file_are_those_of_its_study(file: Path, tmp_path: Path) -> None:
    """To the last digit; printed in 80 columns, with the steps that stand out and the word that nothing is caused."""
    out = tmp_path / "drivers.csv"
    assert run("drivers", "--out", out).stderr == f"Wrote 84 shares to {out}.\n"
    of_file = analysed_file(file, [], FileOptions())
    pd.testing.assert_frame_equal(pd.read_csv(out), drivers(of_file.ratings, of_file.outcomes))
    done = run("drivers", file)
    assert (done.exit_code, done.stderr.startswith("Columns passed over: outcome_number, ")) == (0, True)
    assert max(map(len, done.stdout.splitlines())) <= 80
    said = " ".join(done.stdout.split())
    for part in ("goes with the 6 steps; ", "stands out", "Goes with, not causes.", "200 draws; 999 shuffles"):
        assert part in said


def test_standing_of_a_file_is_that_of_its_study(file: Path, tmp_path: Path) -> None:
    """To the last digit, with the columns of circumstances; printed in 80 columns, with what can be said."""
    out = tmp_path / "standing.csv"
    columns = "question_frequency,question_place"
    done = run("standing", file, "--solution", "question_solution", "--groups", columns, "--out", out)
    assert done.stderr.endswith(f"Wrote 8 rows to {out}.\n")
    study = analysed_study(None, None)
    table = standing(study.ratings, study.groups, study.outcomes, study.anchors)
    figures = ["solution", "kind", "n", "plain", "equal_low"]
    pd.testing.assert_frame_equal(pd.read_csv(out)[figures], table[figures])
    done = run("standing")
    assert max(map(len, done.stdout.splitlines())) <= 80
    said = " ".join(done.stdout.split())
    for part in ("More efficient: “Streaming service”", "everybody", "400 draws, seed 0"):
        assert part in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["drivers", "plain.csv"], "There is no column job_step or step."),
        (["standing", "--out", "table.xlsx"], "can be written to a .csv or .json file, not to table.xlsx."),
    ],
)
def test_refusals(file: Path, tmp_path: Path, arguments: list[str], message: str) -> None:
    """A file without steps and another ending of the output get one line each."""
    plain = tmp_path / "plain.csv"
    plain.write_text("respondent,outcome,experience\n1,a,3\n", encoding="utf-8")
    done = run(*(plain if one == plain.name else one for one in arguments))
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert message in done.stderr

"""The commands `demo`, `import` and `export`."""

import shutil
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from jtbd_core import score
from jtbd_core.commands import main
from jtbd_core.exchange.demo import demo_study
from jtbd_core.exchange.long_table import LEADING
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.store import open_store
from jtbd_core.study import study_to_json
from jtbd_core.wave import Answers
from tests.links import results_key

RATINGS = "id,imp_speed,sat_speed,imp_cost,sat_cost\n1,5,2,4,4\n2,4,6,3,0\n3,5,1,2,5\n4,4,2,1,4\n5,5,3,,\n"
POINTS = ["outcome", "n", "importance", "satisfaction", "opportunity", "value_wanted", "share_short"]


@pytest.fixture
def database(tmp_path: Path, new_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the database that the commands work on."""
    path = shutil.copy(new_database, tmp_path)
    monkeypatch.setenv("HEADWAY_DB", str(path))
    return Path(path)


def run(*words: object) -> Result:
    """Run a command that must succeed."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result


def study_id(result: Result) -> str:
    """Return the id of the study that a command made."""
    return result.output.split("Study ")[1].split(":")[0]


def test_demo_prints_links_that_open_it(database: Path) -> None:
    """The demo study is there with an open round, and each printed key opens its part."""
    printed = run("demo", "--address", "http://here").output
    store = open_store(database)
    (record,) = store.studies()
    wave, *_ = store.waves(record.id)
    assert f"http://here/r/{wave.rate_key}" in printed
    assert f"http://here/results?key={results_key(store, record.id)}" in printed
    assert (wave.status, store.progress(wave.id).rated) == ("open", 240)
    store.close()


def test_a_study_file_becomes_a_draft(database: Path, tmp_path: Path) -> None:
    """A study file is imported as it is."""
    file = tmp_path / "study.json"
    file.write_text(study_to_json(demo_study()), encoding="utf-8")
    run("import", file)
    store = open_store(database)
    assert [(one.study, one.status) for one in store.studies()] == [(demo_study(), "draft")]
    store.close()


def test_imported_ratings_score_to_the_same_digits(database: Path, tmp_path: Path) -> None:
    """Scores are the export's to the last digit; those of the file have its points, as ids are drawn anew."""
    file, exported = tmp_path / "survey.csv", tmp_path / "answers.csv"
    file.write_text(RATINGS)
    imported = run("import", file, "--job", "Send a package")
    assert "5 respondents, 2 outcomes." in imported.output
    assert "2 cells hold numbers outside 1–5 (6: 1, 0: 1)" in imported.stderr
    alone = score(read_ratings(file).ratings)
    kept = pd.read_csv(StringIO(run("export", study_id(imported), "--scores").output))
    run("export", study_id(imported), "--out", exported)
    again = score(read_ratings(exported).ratings)
    pd.testing.assert_frame_equal(kept[again.columns], again, check_dtype=False, check_exact=False, rtol=1e-12)
    pd.testing.assert_frame_equal(again[POINTS], alone[POINTS], check_dtype=False)


def test_an_excel_file_holds_answers_and_scores(database: Path, tmp_path: Path) -> None:
    """What is exported to Excel can be imported from there, and scores to the same digits."""
    file, exported = tmp_path / "survey.csv", tmp_path / "answers.xlsx"
    file.write_text(RATINGS)
    run("export", study_id(run("import", file)), "--out", exported)
    alone = score(read_ratings(file).ratings)
    again = score(read_ratings(exported).ratings)
    pd.testing.assert_frame_equal(again[POINTS], alone[POINTS], check_dtype=False)
    assert pd.read_excel(exported, "Scores", engine="calamine")["Outcome id"].tolist() == alone["outcome"].tolist()
    assert "5 respondents, 2 outcomes" in run("import", exported).output
    sheet = pd.read_excel(exported, "Codebook", engine="calamine")
    assert list(pd.read_csv(StringIO(run("export", "--codebook").output))) == list(sheet)


def test_what_people_wrote_is_exported_apart(database: Path, tmp_path: Path) -> None:
    """The demo's remarks come as a table, and on a sheet beside the answers, each marked as released or not."""
    study, exported = study_id(run("demo")), tmp_path / "answers.xlsx"
    table = pd.read_csv(StringIO(run("export", study, "--remarks").output))
    run("export", study, "--out", exported)
    sheet = pd.read_excel(exported, "Remarks", engine="calamine")
    assert sheet["remark"].tolist() == table["remark"].tolist()
    assert set(table["is_released"]) == {True, False}


def test_the_links_carry_the_address_that_visitors_use(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """HEADWAY_URL is that of the server too."""
    monkeypatch.setenv("HEADWAY_URL", "https://x.org/headway/")
    assert "  room     https://x.org/headway/room?study=" in run("demo").output


def test_exported_answers_have_readable_headings(database: Path) -> None:
    """The long table has statements, job steps and the labels of profile answers."""
    table = pd.read_csv(StringIO(run("export", study_id(run("demo"))).output))
    assert list(table)[: len(LEADING)] == list(LEADING)
    assert list(table)[len(LEADING) :][:3] == ["importance", "experience", "not_applicable"]
    assert set(table["solution"].dropna()) == {solution.name for solution in demo_study().solutions}
    assert table["Where do you mostly listen? (place)"].notna().any()
    assert set(table["question_solution"].dropna()) == {solution.id for solution in demo_study().solutions}


def test_exported_text_is_no_formula(database: Path, tmp_path: Path) -> None:
    """A statement that a spreadsheet would run is marked as text."""
    file = tmp_path / "survey.csv"
    file.write_text('respondent,outcome,importance,experience\n1,"=1+1",5,2\n2,"=1+1",4,1\n')
    assert ",'=1+1," in run("export", study_id(run("import", file))).output


def test_a_round_is_exported_by_its_number(database: Path) -> None:
    """An earlier round can be asked for; one that does not exist is named."""
    made = study_id(run("demo"))
    store = open_store(database)
    store.set_status(store.waves(made)[0].id, "closed")
    second = store.open_wave(made)
    store.save(second.id, "a" * 22, Answers(profile={"solution": "vinyl"}))
    store.close()
    assert run("export", made, "--round", 1).output.count("\n") > 1000
    assert run("export", made).output.count("\n") == 1
    refused = CliRunner().invoke(main, ["export", made, "--round", "7"])
    assert (refused.exit_code, "no round 7" in refused.output) == (2, True)


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.txt", "Dear reader", "letter.txt does not"),
        ("broken.json", '{"title": 3}', "$.title"),
        ("broken.csv", "imp_a,sat_a\n5,often\n", "sat_a"),
        ("seven.csv", "imp_a,sat_a\n5,7\n4,6\n", "Experience holds 6, 7: this can be a scale of 1 to 7"),
    ],
)
def test_a_file_that_cannot_be_imported_leaves_nothing(
    database: Path, tmp_path: Path, name: str, content: str, says: str
) -> None:
    """The refusal is one line that names the place, with exit code 2, and nothing is kept."""
    file = tmp_path / name
    file.write_text(content)
    refused = CliRunner().invoke(main, ["import", str(file)])
    assert refused.exit_code == 2
    assert says in refused.output
    assert refused.output.count("\n") == 1
    store = open_store(database)
    assert store.studies() == []
    store.close()


def test_export_without_a_study_takes_the_one_changed_last(database: Path, tmp_path: Path) -> None:
    """Without an id the newest study is exported; without any study that is refused."""
    nothing = CliRunner().invoke(main, ["export"])
    assert (nothing.exit_code, "There is no study yet." in nothing.output) == (2, True)
    run("demo")
    file = tmp_path / "ratings.csv"
    file.write_text(RATINGS, encoding="utf-8")
    run("import", file)
    assert set(pd.read_csv(StringIO(run("export").output))["outcome"]) == {"speed", "cost"}


def test_scale_people_and_kind_of_experience_are_imported(database: Path, tmp_path: Path) -> None:
    """On seven points, against expectation, with a column of groups; what was taken as what is said."""
    file = tmp_path / "seven.csv"
    rows = "".join(f"{at},{at % 7 + 1},{at % 5 + 1},{'ab'[at % 2]},{at % 3}\n" for at in range(12))
    file.write_text("id,imp_speed,exp_speed,home,pets\n" + rows)
    options = ("--scale", "1..7", "--experience", "expectation", "--groups", "home")
    done = run("import", file, *options)
    assert "Taken as circumstance: home." in done.stderr
    assert "Columns passed over: pets." in done.stderr
    store = open_store(database)
    study = store.study(study_id(done)).study
    store.close()
    success = study.settings.success
    assert (success.scale, success.points.highest, success.anchor) == ("expectation", 7, 4)
    assert [one.question for one in study.circumstances] == ["home"]


def test_a_further_round_is_on_the_scale_of_its_study(database: Path, tmp_path: Path) -> None:
    """Few values leave no doubt there, and a file on another scale is no round of the study."""
    file, later, other = (tmp_path / f"{name}.csv" for name in ("first", "later", "other"))
    file.write_text("respondent,imp_speed,sat_speed\n1,7,2\n2,6,1\n")
    later.write_text("respondent,imp_speed,sat_speed\n1,6,6\n2,7,5\n")
    other.write_text("respondent,imp_speed,sat_speed\n1,10,0\n2,0,10\n")
    study = study_id(run("import", file, "--scale", "1..7"))
    assert "Round 2: 2 respondents" in run("import", later, "--into", study).output
    refused = CliRunner().invoke(main, ["import", str(other), "--into", study])
    assert "rates importance from 0 to 10, and “first” from 1 to 7" in refused.output


def test_the_weights_of_a_file_are_kept(database: Path, tmp_path: Path) -> None:
    """In a study of its own and in a further round; what `export` writes has them again."""
    file = tmp_path / "weighted.csv"
    file.write_text("respondent,imp_speed,sat_speed,post_weight\n1,5,2,0.25\n2,4,1,1.5\n")
    done = run("import", file)
    assert "Taken as weight: post_weight." in done.stderr
    run("import", file, "--again", "--into", study_id(done))
    for number in (1, 2):
        exported = pd.read_csv(StringIO(run("export", study_id(done), "--round", number).output))
        assert sorted(zip(exported["importance"], exported["weight"], strict=True)) == [(4, 1.5), (5, 0.25)]


def test_ratings_become_a_further_round(database: Path, tmp_path: Path) -> None:
    """Outcomes that the study does not have are named, or added when that is wanted."""
    file, later = tmp_path / "first.csv", tmp_path / "later.csv"
    file.write_text("respondent,imp_speed,sat_speed\n1,5,2\n2,4,1\n")
    later.write_text("respondent,imp_Speed,sat_Speed,imp_calm,sat_calm\n1,5,4,3,3\n2,4,5,3,3\n3,5,5,3,3\n")
    study = study_id(run("import", file))
    left_out = run("import", later, "--into", study)
    assert "Round 2: 3 respondents, 1 outcomes." in left_out.output
    assert "does not have it: the outcome “calm”" in left_out.stderr
    assert "3: 3 respondents, 2 outcomes." in run("import", later, "--into", study, "--add-missing", "--again").output
    exported = pd.read_csv(StringIO(run("export", study, "--round", "2").output))
    assert exported["outcome"].unique().tolist() == ["speed"]


def test_an_export_is_scored_and_imported_as_the_study_it_is_of(database: Path, tmp_path: Path) -> None:
    """Its scores are those of the results page, byte by byte; kinds and scales come back, as do all who answered."""
    made = study_id(run("demo"))
    run("export", "--out", tmp_path / "answers.csv")
    run("score", tmp_path / "answers.csv", "--out", tmp_path / "of_file.csv")
    assert (tmp_path / "of_file.csv").read_text() == run("export", "--scores").output
    printed = run("score", tmp_path / "answers.csv").output
    assert printed.index("Success outcomes, expectation from 1 to 5, anchor 3") < printed.index("Key outcomes")
    imported = study_id(run("import", tmp_path / "answers.csv", "--job", "Listen to music"))
    (tmp_path / "study.json").write_text(study_to_json(demo_study()))
    draft = study_id(run("import", tmp_path / "study.json"))
    run("import", tmp_path / "answers.csv", "--again", "--into", draft)
    store = open_store(database)
    first, copy = (store.study(one).study for one in (made, imported))
    told = [[(one.id, one.statement, one.kind) for one in study.outcomes] for study in (first, copy)]
    assert (told[1], copy.settings, copy.job) == (told[0], first.settings, "Listen to music")
    assert [store.progress(store.waves(one)[0].id).rated for one in (imported, draft)] == [240, 240]
    store.close()

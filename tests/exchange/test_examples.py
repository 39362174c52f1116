"""The example studies in data/examples, and the generated answers to the demo study."""

import csv
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange import demo
from jtbd_core.exchange.demo import EXAMPLES, demo_answers, demo_study, examples
from jtbd_core.study import Outcome, Study, study_from_json, study_to_json

FILES = sorted(EXAMPLES.glob("*.json"))
DEVELOP = "Develop professional competencies in some area"
SEND = "Send a package a long distance"
SEED = [
    (DEVELOP, "functional", "wanted", "My job performance has increased"),
    (DEVELOP, "functional", "wanted", "I qualify for a new job position"),
    (DEVELOP, "functional", "wanted", "My area of responsibility has increased"),
    (DEVELOP, "functional", "wanted", "I am promoted to a new job"),
    (DEVELOP, "emotional", "wanted", "I feel confident in my professional abilities"),
    (DEVELOP, "emotional", "wanted", "I feel empowered to voice my views"),
    (DEVELOP, "emotional", "wanted", "I feel like an important member of the team"),
    (DEVELOP, "emotional", "wanted", "I feel like my colleagues take me seriously"),
    (DEVELOP, "social", "wanted", "My colleagues think I'm a valuable team member"),
    (DEVELOP, "social", "wanted", "Others think of me as a thought leader in my field"),
    (DEVELOP, "social", "wanted", "My boss thinks that I'm strategically importance to the organization"),
    (SEND, "functional", "wanted", "The package is delivered on time"),
    (SEND, "functional", "wanted", "The package is delivered to the correct address"),
    (SEND, "functional", "avoid", "The package is not damaged upon arrival"),
    (SEND, "functional", "avoid", "The package is not stolen after it's delivered"),
]
STUDY = demo_study()
SOLUTIONS = [solution.id for solution in STUDY.solutions]
SOLUTION_WORDS = {"vinyl", "record", "records", "player", "cassette", "tape", "cd", "streaming", "stream", "app"}
each_outcome = pytest.mark.parametrize("outcome", STUDY.outcomes, ids=lambda outcome: outcome.id)


def words(outcome: Outcome) -> list[str]:
    """Return the words of a statement in lower case."""
    return re.findall(r"[\w'’]+", outcome.statement.lower())


def seed_rows() -> list[tuple[str, str | None, str, str]]:
    """Return job, dimension, polarity and statement of all outcomes in the examples."""
    return [
        (study.job, outcome.dimension, outcome.polarity, outcome.statement)
        for study in examples().values()
        for outcome in study.outcomes
    ]


@pytest.fixture(scope="module")
def ratings() -> pd.DataFrame:
    """Return the ratings of the demo."""
    return demo_answers(STUDY)[0]


@pytest.fixture(scope="module")
def used() -> "pd.Series[str]":
    """Return the solution of each respondent of the demo."""
    return pd.Series({name: profile["solution"] for name, profile in demo_answers(STUDY)[1].items()})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_is_written_as_headway_writes_it(path: Path) -> None:
    """Reading an example and writing it again gives the same text."""
    text = path.read_text(encoding="utf-8")
    assert study_to_json(study_from_json(text)) == text


def test_the_three_jobs_of_the_seed_are_offered() -> None:
    """The examples to begin from are the jobs of the seed article, without the demo."""
    assert {stem: study.job for stem, study in examples().items()} == {
        "develop-professional-competencies": DEVELOP,
        "listen-to-music": "Listen to music on demand",
        "send-a-package": SEND,
    }


def test_the_statements_of_the_seed_are_word_for_word() -> None:
    """All 15 outcomes of the seed are there, slip included, and no others."""
    assert seed_rows() == SEED


@pytest.mark.shared
def test_the_statements_are_those_of_the_seed_file(shared: Path) -> None:
    """The examples agree with the file of statements beside the repository."""
    with (shared / "data" / "seed_statements.csv").open(encoding="utf-8") as file:
        rows = [(r["job"], r["dimension"], r["polarity"], r["statement"]) for r in csv.DictReader(file)]
    assert seed_rows() == rows


@pytest.mark.parametrize("study", examples().values(), ids=lambda study: study.title)
def test_the_seed_asks_for_experience_alone(study: Study) -> None:
    """The studies of the seed do not ask for importance, as its instrument does not."""
    assert not study.settings.asks_importance


def test_listening_to_music_names_its_solutions_over_time() -> None:
    """The job without outcomes has the solutions of the seed, oldest first."""
    assert [part.id for part in examples()["listen-to-music"].solutions] == [
        "vinyl",
        "cassette",
        "cd",
        "streaming",
    ]


def test_a_missing_demo_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its file, the demo study is refused with a sentence that names the file."""
    monkeypatch.setattr(demo, "EXAMPLES", tmp_path)
    with pytest.raises(UnreadableFile, match=r"demo\.json"):
        demo_study()


def test_the_demo_can_be_launched() -> None:
    """Nothing is missing from the demo study, and it has exactly one core step."""
    assert STUDY.missing_for_launch() == []
    assert [step.name for step in STUDY.steps if step.is_core] == ["Listen to the music"]


def test_the_demo_covers_all_kinds() -> None:
    """Each step has key outcomes, and each dimension has wanted outcomes; avoid occurs in each dimension."""
    assert {outcome.step for outcome in STUDY.key_outcomes} == {step.id for step in STUDY.steps}
    assert len({(outcome.dimension, outcome.polarity) for outcome in STUDY.success_outcomes}) == 6


def test_the_demo_says_that_it_is_generated() -> None:
    """The note beside the results says how many answers are generated."""
    assert "all 240 respondents are generated" in STUDY.note


@each_outcome
def test_a_statement_has_one_thought(outcome: Outcome) -> None:
    """A statement is short, names no solution, and joins no two thoughts."""
    found = words(outcome)
    assert len(found) <= 20
    assert not set(found) & SOLUTION_WORDS
    assert not set(found) & {"and", "or"}
    assert not re.search(r"[/;?%\d]|as well as", outcome.statement)


@each_outcome
def test_a_negation_says_avoid(outcome: Outcome) -> None:
    """An avoid statement says that the bad thing does not happen; no other statement has a negation."""
    is_negative = bool({"not", "never", "no", "without"} & set(words(outcome)))
    assert is_negative == (outcome.polarity == "avoid")


@pytest.mark.parametrize("outcome", STUDY.key_outcomes, ids=lambda outcome: outcome.id)
def test_a_key_outcome_is_a_direction_and_a_metric(outcome: Outcome) -> None:
    """A key outcome says Minimize or Increase and one metric, and is not vague."""
    metrics = "time|likelihood|number|amount|frequency|effort|cost|risk|variation"
    assert re.match(rf"(Minimize|Increase) the ({metrics}) ", outcome.statement)
    assert len(re.findall(rf"\b({metrics})\b", outcome.statement)) == 1
    assert not re.search(r"\b(\w+ly|easy|quick|fast|good|better|reliable|consistent)\b", outcome.statement)


@pytest.mark.parametrize("outcome", STUDY.success_outcomes, ids=lambda outcome: outcome.id)
def test_a_success_outcome_speaks_the_language_of_its_dimension(outcome: Outcome) -> None:
    """Emotional outcomes say what I feel, social ones how others see me, functional ones what is so."""
    grammar = {
        "functional": r"(The|My) .*\b(is|are|has|have)\b",
        "emotional": r"I (do not )?feel ",
        "social": r"My \w+ (do not )?(see|regard|think of|respect) me ",
    }
    assert outcome.dimension is not None
    assert re.match(grammar[outcome.dimension], outcome.statement)


def test_the_same_seed_gives_the_same_answers(ratings: pd.DataFrame) -> None:
    """Answers are the same for the same seed, and others for another."""
    pd.testing.assert_frame_equal(ratings, demo_answers(STUDY, seed=0)[0])
    assert not ratings.equals(demo_answers(STUDY, seed=1)[0])


def test_answers_have_the_columns_of_the_store(ratings: pd.DataFrame) -> None:
    """Ratings have the columns and types that the store imports, one row per respondent and outcome."""
    assert list(ratings) == ["respondent", "outcome", "importance", "experience", "not_applicable"]
    assert ratings[["importance", "experience"]].dtypes.eq("float64").all()
    assert ratings["not_applicable"].dtype == bool
    assert not ratings.duplicated(["respondent", "outcome"]).any()


def test_answers_are_from_1_to_5_or_missing(ratings: pd.DataFrame) -> None:
    """A rating is a point of the scale or missing, and missing wherever the outcome does not apply."""
    given = ratings[["importance", "experience"]]
    assert (given.isin(range(1, 6)) | given.isna()).all(axis=None)
    assert given[ratings["not_applicable"]].isna().all(axis=None)


def test_240_people_answer(ratings: pd.DataFrame, used: "pd.Series[str]") -> None:
    """There are 240 respondents, each with ratings and an answer to every question."""
    assert set(ratings["respondent"]) == set(used.index)
    assert len(used) == 240
    assert all(profile.keys() == STUDY.questions().keys() for profile in demo_answers(STUDY)[1].values())


@pytest.mark.parametrize("seed", range(5))
def test_every_solution_has_its_group(seed: int) -> None:
    """At least 20 respondents use each solution, whatever the seed."""
    people = pd.DataFrame(demo_answers(STUDY, seed=seed)[1].values())
    assert (people["solution"].value_counts().reindex(SOLUTIONS) >= 20).all()


def test_people_answer_as_people_do(ratings: pd.DataFrame) -> None:
    """Some stop early, some answer all alike, and a few per cent of the outcomes do not apply."""
    rated = ratings.groupby("respondent").agg(shown=("outcome", "size"), points=("experience", "nunique"))
    assert 0.05 < np.mean(rated["shown"] < len(STUDY.outcomes)) < 0.2
    assert 0.01 < np.mean(rated["points"] == 1) < 0.08
    assert 0.01 < ratings["not_applicable"].mean() < 0.06


def test_experience_alone_has_no_importance() -> None:
    """A study that asks for experience alone gets no importance."""
    generated, _ = demo_answers(examples()["send-a-package"], respondents=20)
    assert generated["importance"].isna().all()
    assert generated["experience"].notna().any()


def test_the_demo_has_a_clear_leading_group(ratings: pd.DataFrame) -> None:
    """Three key outcomes are under-served beyond doubt and tied; others are over-served."""
    key = ratings[ratings["outcome"].isin([outcome.id for outcome in STUDY.key_outcomes])]
    scores = score(key, anchor=STUDY.anchors())
    leaders = scores[scores["tie_group"] == 1]
    assert set(leaders["outcome"]) == {"artist-discovered", "interruptions", "album-disappears"}
    assert (leaders["opportunity_low"] > 10).all()
    assert (scores["satisfaction"] > scores["importance"] + 2).any()


def test_streaming_wins_the_job_and_loses_its_result(ratings: pd.DataFrame, used: "pd.Series[str]") -> None:
    """Streaming falls short least often in key outcomes and most often in success outcomes."""
    rated = ratings.dropna(subset=["experience"])
    is_short = rated["experience"] < rated["outcome"].map(STUDY.anchors())
    kind = rated["outcome"].map({part.id: "key" if part.is_key else "success" for part in STUDY.outcomes})
    short = is_short.groupby([kind, rated["respondent"].map(used)]).mean().unstack()
    assert short.loc["key"].idxmin() == "streaming"
    assert short.loc["success"].idxmax() == "streaming"

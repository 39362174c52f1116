"""The example studies in data/examples, and the demo study."""

import csv
import re
from pathlib import Path

import pytest

from jtbd_core.errors import UnreadableFile
from jtbd_core.exchange import demo
from jtbd_core.exchange.demo import EXAMPLES, demo_study, examples
from jtbd_core.study import Outcome, Study, study_from_json, study_to_json
from jtbd_core.study.readiness import readiness
from jtbd_core.study.wording import problems

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
PUBLISHED = ("develop-professional-competencies", "listen-to-music", "send-a-package")
"""The jobs of the seed article, as it words them; the other examples are written for Headway."""
WORKED = {stem: study for stem, study in examples().items() if stem not in PUBLISHED}
each_worked = pytest.mark.parametrize("study", WORKED.values(), ids=list(WORKED))
STUDY = demo_study()
SOLUTION_WORDS = {"vinyl", "record", "records", "player", "cassette", "tape", "cd", "streaming", "stream", "app"}
each_outcome = pytest.mark.parametrize("outcome", STUDY.outcomes, ids=lambda outcome: outcome.id)


def words(outcome: Outcome) -> list[str]:
    """Return the words of a statement in lower case."""
    return re.findall(r"[\w'’]+", outcome.statement.lower())


def seed_rows() -> list[tuple[str, str | None, str, str]]:
    """Return job, dimension, polarity and statement of all outcomes in the published examples."""
    return [
        (study.job, outcome.dimension, outcome.polarity, outcome.statement)
        for study in map(examples().__getitem__, PUBLISHED)
        for outcome in study.outcomes
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_example_is_written_as_headway_writes_it(path: Path) -> None:
    """Reading an example and writing it again gives the same text."""
    text = path.read_text(encoding="utf-8")
    assert study_to_json(study_from_json(text)) == text


def test_the_three_jobs_of_the_seed_are_offered() -> None:
    """Among the examples to begin from are the jobs of the seed article, and the demo is not."""
    assert [examples()[stem].job for stem in PUBLISHED] == [DEVELOP, "Listen to music on demand", SEND]
    assert len(examples()) == len(FILES) - 1


def test_a_dozen_other_jobs_are_worked_out() -> None:
    """People and organisations do them; no statement is one of two jobs."""
    assert len(WORKED) >= 12
    assert len({study.executor for study in WORKED.values()}) == len(WORKED)
    statements = [one.statement for study in WORKED.values() for one in study.outcomes]
    assert len(set(statements)) == len(statements)


@each_worked
def test_a_worked_example_is_whole(study: Study) -> None:
    """It has every part a study can have, in a size that fits on a phone, and nothing is missing for its launch."""
    assert 6 <= len(study.steps) <= 9
    assert sum(step.is_core for step in study.steps) == 1
    assert {one.step for one in study.key_outcomes} == {step.id for step in study.steps}
    assert 20 <= len(study.outcomes) <= 40
    assert len({(one.dimension, one.polarity) for one in study.success_outcomes}) == 6
    assert 3 <= len(study.solutions) <= 5
    assert 2 <= len(study.circumstances) <= 3
    assert all(2 <= len(one.options) <= 5 for one in study.circumstances)
    assert readiness(study).gaps == ()
    assert (readiness(study).level, problems(study)) == ("green", ())


@each_worked
def test_the_ids_of_a_worked_example_say_nothing(study: Study) -> None:
    """Whoever rewords a copy leaves no words of the example behind in its exported answers."""
    ids = [one.id for one in (*study.steps, *study.outcomes, *study.solutions, *study.circumstances)]
    ids += [one.id for asked in study.circumstances for one in asked.options]
    assert all(re.fullmatch(r"(step-|o|solution-|question-|option-)\d+", one) for one in ids)


@each_worked
def test_a_worked_key_outcome_has_one_metric(study: Study) -> None:
    """A key outcome says Minimize or Increase, one metric, and no number."""
    metrics = "time|likelihood|number|amount|frequency|effort|cost|distance|variation"
    for one in study.key_outcomes:
        assert re.match(rf"(Minimize|Increase) the (physical )?({metrics}) ", one.statement)
        assert not re.search(r"\d", one.statement)


def test_the_statements_of_the_seed_are_word_for_word() -> None:
    """All 15 outcomes of the seed are there, slip included, and no others."""
    assert seed_rows() == SEED


@pytest.mark.shared
def test_the_statements_are_those_of_the_seed_file(shared: Path) -> None:
    """The examples agree with the file of statements beside the repository."""
    with (shared / "data" / "seed_statements.csv").open(encoding="utf-8") as file:
        rows = [(r["job"], r["dimension"], r["polarity"], r["statement"]) for r in csv.DictReader(file)]
    assert seed_rows() == rows


@pytest.mark.parametrize("stem", PUBLISHED)
def test_the_seed_asks_for_experience_alone(stem: str) -> None:
    """The studies of the seed do not ask for importance, as its instrument does not."""
    assert not examples()[stem].settings.asks_importance


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
    """The note beside the results says the answers are generated."""
    assert "all answers and remarks are generated" in STUDY.note


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

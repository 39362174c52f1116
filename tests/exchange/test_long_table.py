"""The long table of answers that analysts read."""

import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study
from jtbd_core.exchange.long_table import long_table
from jtbd_core.exchange.ratings_file import read_ratings
from jtbd_core.scoring.quality import FLAGS
from jtbd_core.study import Circumstance, Option, Study

STUDY: Study = replace(demo_study(), outcomes=demo_study().outcomes[:2])
FIRST, SECOND = (outcome.id for outcome in STUDY.outcomes)
RATINGS = pd.DataFrame(
    {"respondent": ["7"], "outcome": [FIRST], "importance": [5.0], "experience": [2.0], "not_applicable": [False]}
)
CARDS = pd.DataFrame(
    {"respondent": ["7"], "outcome": [FIRST], "position": [1.0], "seconds": [4.5], "took_bait": [True]}
)
NOBODY = pd.DataFrame({"respondent": [], "outcome": []}, dtype=str)
PROFILES = pd.DataFrame({"respondent": [], "question": [], "option": []}, dtype=str)


@pytest.mark.parametrize("question", ["experience", "Respondent ID", "solution", "imp", "statement", "question_q"])
def test_no_wording_of_a_question_is_the_name_of_another_column(question: str) -> None:
    """The ids of its answers stand beside their labels, and the table is read as a file of ratings."""
    options = (Option(id="a", label="Under a year"), Option(id="b", label="Longer"))
    study = replace(STUDY, circumstances=(Circumstance(id="q", question=question, options=options),))
    profiles = pd.DataFrame({"respondent": ["7"], "question": ["q"], "option": ["b"]})
    table = long_table(study, RATINGS, profiles, CARDS, NOBODY)
    assert table.iloc[0][["question_q", f"{question} (q)"]].tolist() == ["b", "Longer"]
    assert table.columns.is_unique
    read = read_ratings(table.to_csv(index=False).encode())
    assert read.ratings[["importance", "experience"]].to_numpy().tolist() == [[5, 2]]


def test_position_and_time_stand_beside_the_ratings() -> None:
    """A row has the position of the card in the form and the seconds spent on it."""
    (row,) = long_table(STUDY, RATINGS, PROFILES, CARDS, NOBODY).to_dict("records")
    assert (row["position"], row["seconds"], row["shown"]) == (1, 4.5, True)


def test_quality_flags_stand_beside_the_ratings() -> None:
    """Respondents who were too fast are flagged, and their answers stay in the table."""
    (row,) = long_table(STUDY, RATINGS, PROFILES, CARDS.assign(seconds=[1.5]), NOBODY).to_dict("records")
    assert {name for name in (*FLAGS, "is_careless") if row[name]} == {"speeder", "took_bait", "is_careless"}
    assert row["importance"] == 5


def test_what_was_not_shown_has_a_row_that_says_so() -> None:
    """Not shown is neither a number nor does it look like skipped or not applicable."""
    shown = pd.DataFrame({"respondent": ["7"], "outcome": [FIRST]})
    table = long_table(STUDY, RATINGS, PROFILES, CARDS, shown).set_index("outcome")
    assert table["shown"].to_dict() == {FIRST: True, SECOND: False}
    hidden = table.loc[SECOND]
    assert hidden[["importance", "experience", "position", "seconds"]].isna().all()
    assert not hidden["not_applicable"]

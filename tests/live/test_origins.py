"""Where success comes from in a snapshot of the demo study."""

import pandas as pd
import pytest

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.origins import MOST_SHOWN, Origins, origins
from jtbd_core.live.snapshot import Snapshot
from jtbd_core.scoring.driver_sentences import CAUSES

STUDY = demo_study()
NOBODY = pd.DataFrame(columns=["respondent", "question", "option"])


def snapshot(people: int) -> Snapshot:
    """Return the answers of so many people, without groups, which drivers do not need."""
    ratings = demo_answers(STUDY, people)[0].dropna(subset=["importance", "experience"])
    return Snapshot(ratings, NOBODY, NOBODY.rename(columns={"respondent": "outcome"}))


@pytest.fixture(scope="module")
def found() -> Origins:
    """Give what is found in the answers of 240 people."""
    return origins(STUDY, snapshot(240))


def test_the_most_unmet_outcomes_have_a_chart(found: Origins) -> None:
    """Each with all job steps in their order; the others are in the table alone."""
    assert len(found.pictures) == MOST_SHOWN
    unmet = found.table.drop_duplicates("outcome")["unmet"]
    assert unmet.is_monotonic_decreasing
    assert len(unmet) == len(STUDY.success_outcomes)
    for picture in found.pictures:
        assert picture.scores["step"].tolist() == [step.name for step in STUDY.steps]
        assert all(step.name in picture.text for step in STUDY.steps)


def test_what_is_said_of_them(found: Origins) -> None:
    """A headline, a line for each step and for what has none, and never that anything causes anything."""
    assert all(f"“{step}”" in found.headline for step in found.worst)
    assert found.lines[-1] == CAUSES
    inside = {step.name: {one.statement for one in STUDY.key_outcomes if one.step == step.id} for step in STUDY.steps}
    assert all({line.split(" · ")[0] for line in lines} <= inside[step] for step, lines in found.worst.items())
    for name in ("share", "unmet"):
        assert (found.table[name].dropna() == found.table[name].dropna().round(2)).all()


def test_an_outcome_apart_is_named_alone() -> None:
    """There are no figures and no number of people of it, and it is in the headline of no other."""
    first, *others = STUDY.success_outcomes
    found = origins(STUDY, snapshot(40)._replace(apart=frozenset({first.id})))
    assert found.hidden == (first.statement,)
    assert set(found.table["outcome"]) == {one.id for one in others}


def test_too_few_people_have_no_chart() -> None:
    """There is a table that says how many there are, and nothing else."""
    few = origins(STUDY, snapshot(12))
    assert (few.pictures, few.headline, few.lines, few.worst) == ((), "", (), {})
    assert few.table["n"].max() <= 12

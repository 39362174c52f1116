"""How people are served in the steps of a job."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.job_steps import experiences, job_steps, served
from jtbd_core.scoring.ratings import checked

OUTCOMES = pd.DataFrame(
    [
        ("fast", "key outcome", "Find"),
        ("cheap", "key outcome", "Buy"),
        ("sure", "key outcome", "Find"),
        ("proud", "social", None),
    ],
    columns=["outcome", "kind", "step"],
)


def test_steps_keep_the_order_of_the_study() -> None:
    """Each has its key outcomes; the success outcomes stand apart."""
    found = job_steps(OUTCOMES, 10)
    assert (found.steps, found.success) == ({"Find": ["fast", "sure"], "Buy": ["cheap"]}, ["proud"])


def test_more_steps_than_can_be_told_apart_are_taken_together() -> None:
    """Neighbours share a row, and every key outcome stays in one."""
    many = pd.DataFrame({"outcome": list("abcde"), "kind": "key outcome", "step": list("vwxyz")})
    assert job_steps(many, 2).steps == {"v + w + x": ["a", "b", "c"], "y + z": ["d", "e"]}


def test_outcomes_need_their_columns() -> None:
    """The one that is missing is named."""
    with pytest.raises(UnusableRatings, match="no column 'step'"):
        job_steps(OUTCOMES.drop(columns="step"), 10)


def test_nobody_is_served_worse_for_the_outcomes_they_were_shown() -> None:
    """Each outcome counts by its distance from its own mean; who rated nothing of a step has no figure."""
    rows = [("ann", "fast", 2), ("ben", "fast", 4), ("cem", "sure", 1), ("dan", "sure", 5), ("eva", "cheap", 3)]
    ratings = checked(pd.DataFrame(rows, columns=["respondent", "outcome", "experience"]))
    found = served(ratings, {"Find": ["fast", "sure"]})[:, 0]
    assert found[:4] == pytest.approx([-1, 1, -2, 2])
    assert np.isnan(found[4])


def test_an_outcome_that_nobody_rated_is_missing_for_all() -> None:
    """It has a column without figures."""
    ratings = checked(pd.DataFrame([("ann", "fast", 2)], columns=["respondent", "outcome", "experience"]))
    assert experiences(ratings, ["fast", "none"])[0, 0] == 2
    assert np.isnan(experiences(ratings, ["fast", "none"])[0, 1])

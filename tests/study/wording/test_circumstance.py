"""Circumstances within statements: what narrows a statement, and what it is about."""

import pytest

from jtbd_core.study.wording import problems
from tests.study.wording.one_statement import said, study


@pytest.mark.parametrize(
    "statement",
    [
        "Our choir does not spend its evenings on holidays",
        "We do not waste more than half of the budget on weekends",
        "The program does not depend on holidays",
        "The neighbors care for children",
    ],
)
def test_what_a_verb_needs_is_no_circumstance(statement: str) -> None:
    """Without it the sentence would say something else, or nothing."""
    assert "L03" not in {one.rule for one in problems(study(statement, "functional"))}


@pytest.mark.parametrize(
    "statement",
    [
        "Minimize the likelihood of waking up at night",
        "Minimize the number of letters we receive at home",
        "The path is lit at night",
        "Minimize the number of parcels that come during the holidays",
    ],
)
def test_what_may_be_the_point_is_not_cut_out(statement: str) -> None:
    """A place, an hour, and what tells an act or a thing from others is a doubt without a correction."""
    found = said(study(statement, "functional" if statement.startswith("The") else None), "L03")
    assert (found.severity, found.can_apply) == ("warning", False)
    assert "if it is not the point" in found.why


def test_what_is_loose_is_cut_out_by_one_click() -> None:
    """A season, after the sentence is complete."""
    assert said(study("The rooms are warm in winter", "functional"), "L03").suggestion == "The rooms are warm"

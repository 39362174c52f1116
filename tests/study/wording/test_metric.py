"""Rules about key outcomes, and their mechanical rewrites."""

import pytest
from msgspec.structs import replace

from jtbd_core.study import Step, Study
from jtbd_core.study.wording import problems
from tests.study.wording.one_statement import corrected, said, study


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        (study("Reduce the cost of a repair"), "L16", "Minimize the cost of a repair"),
        (study("Minimize time spent waiting"), "L16", "Minimize the time spent waiting"),
        (study("Lower average waiting time"), "L16", "Minimize the average waiting time"),
        (study("Reduce delays"), "L05", "Minimize the number of delays"),
        (study("Minimize how often the plan is changed"), "L16", "Minimize the number of times the plan is changed"),
        (study("Minimize how long it takes to sign up"), "L16", "Minimize the time it takes to sign up"),
        (study("Reduce how many boats leak"), "L16", "Minimize the number of boats that leak"),
        (study("Minimize delays"), "L05", "Minimize the number of delays"),
        (
            study("Minimize the likelihood that the package does not arrive"),
            "L10",
            "Increase the likelihood that the package arrives",
        ),
        (
            study("Minimize the likelihood that the door isn’t locked"),
            "L10",
            "Increase the likelihood that the door is locked",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_click_rewrites(before: Study, rule: str, after: str) -> None:
    """A mechanical rewrite says what the author meant, and keeps the id."""
    assert (corrected(before, rule).id, corrected(before, rule).statement) == ("one", after)


def test_steps_and_periods_are_measures() -> None:
    """What can be counted or timed needs no other measure before it."""
    for statement in ("Minimize the steps to reach a draft", "Minimize the payback period on the tools"):
        assert problems(study(statement)) == ()


def test_a_rewrite_that_would_be_an_error_is_not_offered() -> None:
    """“Minimize stomach upset” names nothing to measure."""
    assert [(problem.rule, problem.can_apply) for problem in problems(study("Reduce stomach upset"))] == [
        ("L05", False)
    ]


def test_a_target_is_the_only_error_of_a_measure_with_one() -> None:
    """Without the numbers it may be a measure; another verb than Minimize is a warning at most."""
    for statement in ("Reduce invoice errors by 50%", "Reduce time to pay from 3 hours to 15 minutes"):
        errors = {problem.rule for problem in problems(study(statement)) if problem.severity == "error"}
        assert errors == {"L09"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Minimize the time it takes to cook", "Minimize the time it takes to cook"),
        ("Reduce the effort to cook", "Minimize the effort to cook"),
    ],
)
def test_one_click_moves_a_misfiled_key_outcome_to_its_job_step(before: str, after: str) -> None:
    """It goes to the step whose name shares its words, with the verb that key outcomes begin with."""
    one = study(before, "social")
    two_steps = replace(one, steps=(*one.steps, Step(id="cook", name="Cook the meal")))
    assert "job step “Cook the meal”" in said(two_steps, "L13").offer
    outcome = corrected(two_steps, "L13")
    assert (outcome.step, outcome.dimension, outcome.statement) == ("cook", None, after)

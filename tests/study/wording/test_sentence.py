"""Rules about the sentence as a whole, and their suggestions."""

import pytest
from msgspec.structs import replace

from jtbd_core.study import Study
from jtbd_core.study.wording import applied
from tests.study.wording.one_statement import corrected, said, study


@pytest.mark.parametrize(
    ("before", "rule", "after"),
    [
        (study("I am not proud of my work", "emotional", "avoid"), "L05", "I do not feel proud of my work"),
        (study("Getting promoted", "functional"), "L17", "I am promoted"),
        (study("To be heard", "emotional"), "L17", "I feel heard"),
        (study("The crew is nervous", "emotional"), "L05", "The crew feels nervous"),
        (study("Our rowers are not ashamed", "emotional", "avoid"), "L05", "Our rowers do not feel ashamed"),
        (replace(study("Getting promoted", "functional"), executor="A rowing club"), "L17", "We are promoted"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_one_click_rewrites(before: Study, rule: str, after: str) -> None:
    """A mechanical rewrite says what the author meant, and keeps the id."""
    assert (corrected(before, rule).id, corrected(before, rule).statement) == ("one", after)


def test_one_click_rewrites_the_job() -> None:
    """A job that is worded as an activity becomes an act."""
    one = study("I feel relaxed", "emotional", job="Developing competencies")
    assert applied(one, said(one, "L05")).job == "Develop competencies"


def test_one_click_moves_to_another_dimension() -> None:
    """A feeling among the social outcomes, or under a job step, goes where feelings are."""
    for one, rule in ((study("I feel respected", "social"), "L05"), (study("I feel respected"), "L13")):
        outcome = corrected(one, rule)
        assert (outcome.id, outcome.step, outcome.dimension) == ("one", None, "emotional")
    assert said(study("I feel respected", "social"), "L05").offer == "Move to emotional success outcomes"


def test_one_click_sets_the_polarity() -> None:
    """A statement with a negation becomes an avoid-statement."""
    one = study("The package is not damaged", "functional")
    assert corrected(one, "L06").polarity == "avoid"
    assert said(one, "L06").offer == "Mark as avoid"

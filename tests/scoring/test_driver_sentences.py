"""What is said of job steps: goes with, never causes."""

import pytest

from jtbd_core.scoring.driver_sentences import (
    driver_lines,
    drivers_headline,
    explained_sentence,
    first_without,
    said_of,
)
from tests.scoring.standings_of import drivers_of

TELLS_NOTHING = "How people are served in the job steps tells nothing about these success outcomes."
WORDS = {"s0": "I am calm", "s1": "I am proud", "s2": "We are heard"}


@pytest.mark.parametrize(
    ("leading", "said"),
    [
        (
            {"s0": ("Buy",), "s1": ("Buy",), "s2": ()},
            "Two of the three success outcomes go with one job step above all: “Buy”.",
        ),
        (
            {"s0": ("Buy",), "s1": ("Find",), "s2": ("Buy",)},
            "Two of the three success outcomes go with one job step above all: “Buy”; one with “Find”.",
        ),
        (
            {"s0": ("Buy",), "s1": ("Find",), "s2": ()},
            "“I am calm” goes with “Buy”, “I am proud” with “Find” above all.",
        ),
        ({"s0": ("Buy",)}, "“I am calm” goes with “Buy” above all."),
        ({"s0": (), "s1": ()}, "No job step stands out for any of the two success outcomes."),
        ({"s0": ()}, "No job step stands out for this success outcome."),
    ],
)
def test_the_headline_names_the_step_of_most_outcomes(leading: dict[str, tuple[str, ...]], said: str) -> None:
    """Or the outcomes, where each goes with another; or says that none stands out."""
    assert drivers_headline(drivers_of(leading), WORDS) == said


def test_where_shuffled_answers_explain_as_much_the_steps_tell_nothing() -> None:
    """It is said so, of all and of each."""
    found = drivers_of({"s0": (), "s1": ()}, p=0.4)
    assert (
        drivers_headline(found, WORDS)
        == "How people are served in the job steps tells nothing about these success outcomes."
    )
    assert driver_lines(found, WORDS) == ["The steps tell nothing about “I am calm” and “I am proud”."]
    assert explained_sentence(found[found["outcome"] == "s0"]) == "The steps tell nothing about it"


def test_the_lines_name_each_outcome_once() -> None:
    """Under its step with its share, or among those for which none stands out."""
    found = drivers_of({"s0": ("Buy",), "s1": ("Buy",), "s2": ()})
    assert driver_lines(found, WORDS) == [
        "How well people are served in “Buy” goes with 20 % of the variation in “I am calm” and 20 % of the variation "
        "in “I am proud”.",
        "No step stands out for “We are heard”.",
    ]
    assert explained_sentence(found[found["outcome"] == "s2"]) == "30 % (20–40) goes with the 3 steps"


@pytest.mark.parametrize(
    ("leading", "said"),
    [
        ({"s0": (), "s1": (), "s2": ("Buy",)}, "No job step stands out for the two that fall short most."),
        ({"s0": (), "s1": ("Buy",)}, "No job step stands out for the one that falls short most."),
        ({"s0": ("Buy",), "s1": ()}, ""),
        ({"s0": (), "s1": ()}, ""),
    ],
)
def test_it_is_said_first_that_none_stands_out_for_the_first(leading: dict[str, tuple[str, ...]], said: str) -> None:
    """Where one stands out for a later outcome alone; of none at all the headline tells."""
    assert first_without(drivers_of(leading)) == said


def test_two_steps_and_the_other_way_round() -> None:
    """Both steps are named; where the served are those it falls short for, it is said and no headline rests on it."""
    found = drivers_of({"s0": ("Find", "Use")})
    assert said_of(found) == "20 % of the variation goes with “Find” and 20 % of the variation goes with “Use”."
    turned = drivers_of({"s0": ("Buy",)}, is_opposite=True)
    assert "the other way round" in said_of(turned)
    assert drivers_headline(turned, WORDS) == "No job step stands out for this success outcome."

"""The sentences that describe each chart to readers who cannot see it."""

from collections.abc import Callable

import pandas as pd
import pytest

from jtbd_core.charts import landscape_description, list_description, shortfall_description, steps_description

STEPS = ["Plan", "Pack", "Send"]


@pytest.fixture
def scores() -> pd.DataFrame:
    """Return five outcomes, the first four in the top group, the first a key outcome."""
    opportunity = pd.Series([16.0, 14, 12, 10, 8])
    numbers = {"importance": opportunity / 2, "satisfaction": [0.0, 0, 0, 9, 9], "opportunity": opportunity}
    numbers |= {"value_wanted": opportunity / 10, "share_short": opportunity / 20}
    frame = pd.DataFrame(numbers)
    limits = {f"{name}_{end}": frame[name] * by for name in numbers for end, by in (("low", 0.75), ("high", 1.25))}
    return frame.assign(
        **limits,
        outcome=list("abcde"),
        statement=["Minimize the time to pack", "It is there", "I feel safe", "They thank me", "It is whole"],
        kind=["key outcome", "functional", "emotional", "social", "functional"],
        step=["Pack", None, None, None, None],
        n=42,
        tie_group=[1, 1, 1, 1, 2],
    )


def test_landscape_description(scores: pd.DataFrame) -> None:
    """The landscape's description counts outcomes, people and the well served, and names the contenders."""
    said = landscape_description(scores, "outcome", people=42)
    assert said == (
        "Landscape of 5 outcomes from 42 people. Contend for first place: Minimize the time to pack; It is there; "
        "I feel safe; and 1 more. 2 served well."
    )
    with_bands = landscape_description(scores.assign(p_high=0.5), "outcome")
    assert with_bands.endswith("3 above opportunity 10; 2 served well.")


def test_list_description(scores: pd.DataFrame) -> None:
    """The list's description says by which score, and who leads."""
    assert list_description(scores[3:], "unmet", "success outcome", people=1) == (
        "2 success outcomes from 1 person by “matters and falls short”: measured, and expected with 95 % intervals. "
        "Leads: They thank me."
    )


def test_shortfall_description(scores: pd.DataFrame) -> None:
    """The shortfall's description names the outcome of each dimension that falls short most, with its interval."""
    said = shortfall_description(scores)
    assert "functional: It is there, 70 % (52–88); emotional: I feel safe, 60 % (45–75)" in said
    assert "Minimize" not in said


def test_steps_description(scores: pd.DataFrame) -> None:
    """The steps' description names the leading key outcome, its step and its score."""
    assert steps_description(scores, STEPS) == (
        "Opportunity of 1 outcome in 3 job steps. Highest: Minimize the time to pack (Pack), 16.0 (12.0–20.0)."
    )


def test_steps_description_without_importance(scores: pd.DataFrame) -> None:
    """Where importance was not asked, the steps' description speaks of value wanted."""
    asked = scores.drop(columns=["importance", "opportunity"])
    assert steps_description(asked, STEPS).startswith("Value wanted of 1 outcome in 3 job steps.")


DESCRIPTIONS = [
    lambda scores: landscape_description(scores, "key outcome"),
    lambda scores: list_description(scores, "opportunity", "key outcome"),
    shortfall_description,
    lambda scores: steps_description(scores, STEPS),
]


@pytest.mark.parametrize("describe", DESCRIPTIONS)
def test_descriptions_before_the_first_answer(describe: Callable[[pd.DataFrame], str], scores: pd.DataFrame) -> None:
    """Before the first answer a description is a whole sentence all the same, and names no leader."""
    said = describe(scores.assign(n=0))
    assert not any(statement in said for statement in scores["statement"])
    assert said.endswith(".")

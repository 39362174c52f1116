"""Weights: raking to margins, the cap, the effective number of people, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.errors import UnusableRatings
from jtbd_core.scoring.weights import capped, effective_n, rake

SEEN = {"solution": {"parcel": 0.9, "post": 0.1}, "age": {"young": 0.8, "middle": 0.15, "old": 0.05}}
TRUE = {"solution": {"parcel": 0.75, "post": 0.25}, "age": {"young": 0.67, "middle": 0.18, "old": 0.15}}


def profiles_of(answers: dict[str, list[str | None]]) -> pd.DataFrame:
    """Return the answers to each question, one respondent per place, as `Store.profiles` gives them."""
    rows = [(f"r{place}", question, one) for question, given in answers.items() for place, one in enumerate(given)]
    return pd.DataFrame(rows, columns=["respondent", "question", "option"]).dropna()


def random_profiles(people: int = 400) -> pd.DataFrame:
    """Return answers with the shares of `SEEN`, which are not those of everybody."""
    random = np.random.default_rng(1)
    drawn = {question: random.choice(list(p), people, p=list(p.values())).tolist() for question, p in SEEN.items()}
    return profiles_of(drawn)


def shares(profiles: pd.DataFrame, weights: pd.Series, question: str) -> dict[str, float]:
    """Return the weighted share of each option among those who answered, worked out without the code under test."""
    given = profiles[profiles["question"] == question].assign(weight=lambda rows: rows["respondent"].map(weights))
    return (given.groupby("option")["weight"].sum() / given["weight"].sum()).to_dict()


def test_one_margin_is_poststratification() -> None:
    """With one question the weight of an option is its share of everybody over its share of the answers."""
    weights = rake(profiles_of({"age": ["young"] * 3 + ["old"]}), {"age": {"young": 0.5, "old": 0.5}})
    assert weights.to_dict() == pytest.approx({"r0": 2 / 3, "r1": 2 / 3, "r2": 2 / 3, "r3": 2.0})


def test_the_example_of_a_two_way_table() -> None:
    """Raking keeps the odds ratio of the table and meets its margins, which together decide every cell."""
    table = {("a", "x"): 40, ("a", "y"): 10, ("b", "x"): 20, ("b", "y"): 30}
    people = [cell for cell, many in table.items() for _ in range(many)]
    profiles = profiles_of({"row": [row for row, _ in people], "column": [column for _, column in people]})
    weights = rake(profiles, {"row": {"a": 0.3, "b": 0.7}, "column": {"x": 0.5, "y": 0.5}})
    sums = pd.Series(weights.to_numpy()).groupby(pd.Series(people)).sum()
    assert sums["a", "x"] * sums["b", "y"] / sums["a", "y"] / sums["b", "x"] == pytest.approx(6)
    assert shares(profiles, weights, "row") == pytest.approx({"a": 0.3, "b": 0.7})
    assert shares(profiles, weights, "column") == pytest.approx({"x": 0.5, "y": 0.5})


def test_margins_and_cap_hold_both() -> None:
    """A weight above the cap is cut, and the rest raked until the margins hold again."""
    profiles = random_profiles()
    free, weights = rake(profiles, TRUE, most=np.inf), rake(profiles, TRUE)
    assert free.max() > 9 * free.median()
    assert weights.max() <= 5 * weights.median() * (1 + 1e-9)
    assert weights.mean() == pytest.approx(1)
    for one in (free, weights):
        for question, margin in TRUE.items():
            assert shares(profiles, one, question) == pytest.approx(margin, abs=1e-6)
    assert effective_n(free) < effective_n(weights) < 400


def test_who_did_not_answer_keeps_their_weight() -> None:
    """The margin of a question holds among those who answered it; the others keep the weight they had."""
    profiles = profiles_of({"age": ["young", "young", "old", None], "solution": ["parcel"] * 4})
    weights = rake(profiles, {"age": {"young": 0.5, "old": 0.5}})
    assert weights.to_dict() == pytest.approx({"r0": 0.75, "r1": 0.75, "r2": 1.5, "r3": 1.0})


def test_rounded_shares_are_scaled() -> None:
    """Thirds given as 0.33 are thirds."""
    profiles = profiles_of({"age": ["young", "middle", "old"]})
    weights = rake(profiles, {"age": dict.fromkeys(("young", "middle", "old"), 0.33)})
    assert weights.to_list() == pytest.approx([1, 1, 1])


REFUSED: dict[str, tuple[dict[str, list[str | None]], dict[str, dict[str, float]]]] = {
    "margin of age has the option old, which nobody chose": (
        {"age": ["young"]},
        {"age": {"young": 0.5, "old": 0.5}},
    ),
    "margin of age gives no share above 0 to the option old": (
        {"age": ["young", "old"]},
        {"age": {"young": 1, "old": 0}},
    ),
    "margin of age add up to 0.8, not to 1": ({"age": ["young", "old"]}, {"age": {"young": 0.5, "old": 0.3}}),
    "margin of age gives the option old 50: no share": ({"age": ["young", "old"]}, {"age": {"young": 0.5, "old": 50}}),
    "margin of age gives the option old nan: no share": (
        {"age": ["young", "old"]},
        {"age": {"young": 1, "old": float("nan")}},
    ),
    "option post of solution gets 40.0% instead of 70.0%. The margins contradict": (
        {"age": ["young", "old"], "solution": ["parcel", "post"]},
        {"solution": {"parcel": 0.3, "post": 0.7}, "age": {"young": 0.6, "old": 0.4}},
    ),
    "option old of age gets 12.8% instead of 50.0%. Weights cut to 5 times their median do not reach it": (
        {"age": ["young"] * 34 + ["old"]},
        {"age": {"young": 0.5, "old": 0.5}},
    ),
}


@pytest.mark.parametrize("message", REFUSED)
def test_refusals(message: str) -> None:
    """Margins that cannot be met are refused in a sentence that names question and option."""
    answers, margins = REFUSED[message]
    with pytest.raises(UnusableRatings) as refusal:
        rake(profiles_of(answers), margins)
    assert message in str(refusal.value)


def test_two_answers_to_a_question_are_refused() -> None:
    """Profiles in which somebody answered a question twice are no profiles of a store."""
    twice = pd.concat([profiles_of({"age": ["young"]}), profiles_of({"age": ["old"]})])
    with pytest.raises(UnusableRatings, match="answered the question age more than once"):
        rake(twice, {"age": {"young": 0.5, "old": 0.5}})


@pytest.mark.parametrize(
    ("weights", "expected"), [([1.0, 1, 1, 9], [1, 1, 1, 5]), ([2.0, 2, 4, 30], [2, 2, 4, 15]), ([3.0], [3])]
)
def test_the_cap(weights: list[float], expected: list[float]) -> None:
    """Weights above five times the median are cut to it, and no others change."""
    assert capped(pd.Series(weights)).to_list() == expected


def test_a_cap_below_the_median_is_refused() -> None:
    """A cap under the median would cut most weights."""
    with pytest.raises(UnusableRatings, match="at least 1 median"):
        capped(pd.Series([1.0, 2.0]), most=0.5)


@pytest.mark.parametrize(
    ("weights", "expected"), [([1.0] * 8, 8), ([0.2] * 3, 3), ([1.0, 3.0], 1.6), ([1.0, 0.0], 1), ([], 0)]
)
def test_effective_n(weights: list[float], expected: float) -> None:
    """Equal weights count everybody, unequal ones fewer people."""
    assert effective_n(pd.Series(weights, dtype=float)) == pytest.approx(expected)

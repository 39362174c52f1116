"""Quality flags for respondents whose answers may be careless."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from jtbd_core.scoring.quality import FLAGS, quality_flags
from tests.scoring.careless_rooms import KINDS, WORLDS, honest_answers, ratings_of_answers, room

UNKNOWN = float("nan")
MISSING = float("nan")


def flags(
    importance: list[float],
    experience: list[float],
    seconds: list[float] | None = None,
    positions: list[float] | None = None,
) -> dict[str, bool]:
    """Return the flags of one person who answered so."""
    who = pd.DataFrame({"respondent": "7", "outcome": [f"o-{n}" for n in range(len(importance))]})
    cards = who.assign(position=positions or UNKNOWN, seconds=seconds or UNKNOWN, took_bait=False)
    found = quality_flags(who.assign(importance=importance, experience=experience), cards)
    (flag,) = found.set_index("respondent").to_dict("records")
    return flag


def varied(count: int) -> list[float]:
    """Return answers without a pattern."""
    return [float(code) for code in np.random.default_rng(5).integers(1, 6, count)]


def test_who_takes_less_than_two_seconds_a_card_is_a_speeder() -> None:
    """The median decides: a pause in the middle hides no haste, and one quick card is none."""
    assert flags([1, 2, 3], [1, 2, 3], [1.0, 1.9, 60.0])["speeder"]
    assert not flags([1, 2, 3], [1, 2, 3], [1.0, 2.0, 3.0])["speeder"]


def test_without_times_nobody_is_a_speeder() -> None:
    """Imported answers have none."""
    assert not flags([1], [1])["speeder"]


@pytest.mark.parametrize(("count", "is_straight"), [(9, False), (10, True)])
def test_one_answer_to_ten_outcomes_is_a_straight_line(count: int, is_straight: bool) -> None:
    """One question answered alike is enough, whatever the other says; both are the same pair."""
    one = flags([4.0] * count, varied(count))
    assert (one["straight_line"], one["same_pair"], one["is_careless"]) == (is_straight, False, is_straight)
    assert flags(varied(count), [4.0] * count)["straight_line"] is is_straight
    both = flags([4.0] * count, [2.0] * count)
    assert (both["straight_line"], both["same_pair"]) == (is_straight, is_straight)
    assert not flags(varied(count), varied(count))["is_careless"]


def test_expectations_that_are_met_are_no_straight_line() -> None:
    """Of a pair the answers count that were given: differences of 0 throughout come of varied answers too."""
    who = pd.DataFrame({"respondent": "7", "outcome": [f"o-{n}" for n in range(12)], "importance": varied(12)})
    met = who.assign(experience=0.0, expectation=varied(12))
    assert not quality_flags(met)["is_careless"].any()
    assert quality_flags(met.assign(expectation=4.0))["straight_line"].all()


def test_missing_answers_do_not_make_a_line_longer() -> None:
    """Only what was answered counts, and one other answer breaks the line."""
    assert not flags([4.0] * 9 + [MISSING] * 3, varied(12))["straight_line"]
    assert not flags([4.0] * 11 + [3.0], varied(12))["straight_line"]
    assert flags([4.0] * 10 + [MISSING] * 3, varied(13))["straight_line"]


def test_a_long_string_follows_the_order_shown() -> None:
    """Ten times the same pair in a row are a long string where they were shown in a row."""
    importance, experience = varied(10) + [4.0] * 10, varied(10) + [2.0] * 10
    assert flags(importance, experience)["long_string"]
    assert not flags(importance[1:-1], experience[1:-1])["long_string"]
    between = [float(2 * n + 1) for n in range(10)] + [float(2 * n + 2) for n in range(10)]
    assert not flags(importance, experience, positions=between)["long_string"]


@pytest.mark.parametrize("period", [2, 3, 6])
def test_answers_that_repeat_are_a_pattern(period: int) -> None:
    """A slip does not hide a pattern; in another order there is none."""
    importance, experience = np.resize(varied(period), 30).tolist(), np.resize([5.0, 1.0], 30).tolist()
    importance[20] = 6 - importance[20] if importance[20] != 3 else 1
    assert flags(importance, experience)["pattern"]
    mixed = np.random.default_rng(2).permutation(30).astype(float).tolist()
    assert not flags(importance, experience, positions=mixed)["pattern"]


def test_the_later_of_two_who_answered_the_same_is_a_duplicate() -> None:
    """The first is none, nor is who differs in one answer."""
    answers = honest_answers(np.random.default_rng(1), "spread", 12, 20)
    answers[[7, 9]] = answers[4]
    answers[9, 0, 0] = 6 - answers[9, 0, 0] if answers[9, 0, 0] != 3 else 1
    assert np.flatnonzero(quality_flags(ratings_of_answers(answers))["duplicate"]).tolist() == [7]


def test_the_table_has_a_row_per_respondent_in_their_order() -> None:
    """Ratings read from a file come as categories; without importance or any answer there is still a row for each."""
    ratings = pd.DataFrame({"respondent": ["b", "a"], "outcome": ["x", "x"], "experience": [MISSING, 2.0]})
    found = quality_flags(ratings.astype({"respondent": "category", "outcome": "category"}))
    assert found.columns.tolist() == ["respondent", *FLAGS, "is_careless"]
    assert found["respondent"].tolist() == ["b", "a"]
    assert not found["is_careless"].any()
    assert quality_flags(ratings.iloc[:0]).empty


@cache
def planted(world: str, people: int, outcomes: int) -> pd.DataFrame:
    """Return the flags of 400 people or more in simulated rooms, a fifth of them careless, and a column `kind`."""
    found = []
    for seed in range(-(-400 // people)):
        ratings, kind = room(np.random.default_rng([seed, people, outcomes]), world, people, outcomes)
        found.append(quality_flags(ratings).assign(kind=kind))
    return pd.concat(found, ignore_index=True)


@pytest.mark.parametrize("outcomes", [60, 20])
@pytest.mark.parametrize("people", [30, 100, 400])
@pytest.mark.parametrize("world", WORLDS)
def test_careless_respondents_are_found_and_honest_ones_are_not_accused(world: str, people: int, outcomes: int) -> None:
    """Of each kind of carelessness at least 80 % are found, with false alarms for at most 5 % of the honest."""
    share = planted(world, people, outcomes).groupby("kind")["is_careless"].mean()
    assert share.drop("honest").index.tolist() == sorted(KINDS)
    assert share.drop("honest").min() >= 0.8
    assert share["honest"] <= 0.05


@pytest.mark.parametrize("world", WORLDS)
def test_without_the_consistency_index_too_few_are_found(world: str) -> None:
    """Straight lines, patterns and copies alone miss all who answer at random."""
    found = planted(world, 100, 60)
    others = found[[name for name in FLAGS if name != "inconsistent"]].any(axis=1)
    assert others[found["kind"] == "random"].mean() <= 0.02
    assert others[found["kind"] != "honest"].mean() < 0.8


def test_where_all_are_honest_few_are_accused() -> None:
    """The limit of the misfit follows what is typical, so that it flags no fixed share of the people."""
    for world in WORLDS:
        ratings = ratings_of_answers(honest_answers(np.random.default_rng(4), world, 400, 60))
        assert quality_flags(ratings)["is_careless"].mean() <= 0.03


def test_a_minority_that_wants_something_else_is_not_accused() -> None:
    """A quarter with an order of outcomes of its own is not careless, though no correlation joins it to the rest."""
    random = np.random.default_rng(6)
    majority, minority = (honest_answers(random, "spread", people, 60) for people in (150, 50))
    found = quality_flags(ratings_of_answers(np.concatenate([majority, minority])))
    assert found["is_careless"].to_numpy()[150:].mean() <= 0.1

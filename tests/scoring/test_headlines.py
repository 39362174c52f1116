"""What a list of outcomes shows, in sentences."""

import pandas as pd
import pytest

from jtbd_core.scoring.headlines import expectation, finding, headline, wanted, wanted_parts

SUCCESS, KEY = "success outcomes", "key outcomes"
FIRST = "“I am glad 0” matters and falls short for 55 % of the 40 people who rated it."


def scores_of(*groups: int, by: str = "unmet", measured: float = 0.55, expected: float = 0.55) -> pd.DataFrame:
    """Return scores of an outcome per tie group, all with this score."""
    frame = pd.DataFrame(
        {"statement": [f"I am glad {n}" for n, _ in enumerate(groups)], "tie_group": groups, "n": 40, "length": 4}
    )
    both = {by: measured, f"{by}_expected": expected, f"{by}_expected_low": expected, f"{by}_expected_high": expected}
    return frame.assign(**({"importance": 8.0, "share_short": 0.6, "value_wanted": 0.9, "unmet": 0.55} | both))


def opportunity(p_high: float, p_extreme: float) -> pd.DataFrame:
    """Return scores of one outcome on a scale that has bands."""
    scores = scores_of(1, by="opportunity", measured=15.8, expected=14.6)
    return scores.assign(p_high=p_high, p_extreme=p_extreme)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([1, 2, 2], FIRST),
        (
            [1, 1, 2],
            f"{FIRST} “I am glad 1” is too close to it to rank.",
        ),
        (
            [1, 1, 1, 2],
            f"{FIRST} Two more are too close to rank.",
        ),
        ([1], FIRST),
        (
            [1, 1],
            "The answers cannot tell 2 success outcomes apart yet. The highest so far: “I am glad 0” matters and falls "
            "short for 55 % of the 40 people who rated it.",
        ),
    ],
)
def test_the_headline_says_who_leads_and_who_may(groups: list[int], said: str) -> None:
    """It names the first and the one too close to rank, or counts several; where all are, it says so first."""
    assert headline(scores_of(*groups), SUCCESS, "unmet") == said


def test_key_outcomes_are_led_by_opportunity() -> None:
    """Their headline has the score itself."""
    scores = scores_of(1, 1, 1, 2, by="opportunity", measured=15.8)
    said = "“I am glad 0” leads the key outcomes with opportunity 15.8 of 20. Two more are too close to rank."
    assert headline(scores, KEY, "opportunity") == said


def test_without_importance_the_headline_says_what_falls_short() -> None:
    """It does not say that it matters."""
    scores = scores_of(1, 2, by="share_short", measured=0.6).drop(columns="importance")
    assert (
        headline(scores, SUCCESS, "share_short") == "“I am glad 0” falls short for 60 % of the 40 people who rated it."
    )
    assert wanted(scores) == "it falls short for 60 % of people: they want 1.5 scale points more on average."


def test_nothing_leads_that_falls_short_for_nobody() -> None:
    """An outcome is no finding because it is the first of a list."""
    said = headline(scores_of(1, 2, measured=0.0), SUCCESS, "unmet")
    assert said == "None of 2 success outcomes matters and falls short for anybody."


def test_before_the_first_answer_there_is_one_sentence() -> None:
    """It says that nothing can be shown."""
    nobody = scores_of(1, 1).assign(n=0)
    assert headline(nobody, KEY, "unmet") == "No key outcomes can be shown yet: too few people have rated them."
    assert (expectation(nobody, "unmet"), wanted(nobody)) == ("", "")


@pytest.mark.parametrize(
    ("expected", "said"),
    [
        (0.49, "Asked again, expect 49 % (49–49 %): with 40 people part of a lead is luck."),
        (0.50, "Expected when asked again: 50 % (50–50 %)."),
        (0.65, "Expected when asked again: 65 % (65–65 %)."),
    ],
)
def test_luck_is_named_where_less_is_expected(expected: float, said: str) -> None:
    """A difference within the margin, or upwards, is no luck."""
    assert expectation(scores_of(1, 2, expected=expected), "unmet") == said


@pytest.mark.parametrize(
    ("p_high", "p_extreme", "said"),
    [
        (0.89, 0.1, ""),
        (0.9, 0.5, " It is at least high; whether it is extreme the answers cannot tell."),
        (0.95, 0.05, " It is at least high."),
        (1.0, 0.9, " It is extreme."),
    ],
)
def test_a_band_is_named_from_its_probability_on(p_high: float, p_extreme: float, said: str) -> None:
    """High and extreme are said from 0.9 on, and never of a scale without bands."""
    luck = "Asked again, expect 14.6 (14.6–14.6): with 40 people part of a lead is luck."
    assert expectation(opportunity(p_high, p_extreme), "opportunity") == luck + said
    assert expectation(opportunity(1, 1).drop(columns=["p_high", "p_extreme"]), "opportunity") == luck


def test_value_wanted_in_words() -> None:
    """For such a share of people it falls short, by the mean depth of those who do."""
    short = "it falls short for 60 % of people (for 55 % it is important too)"
    assert wanted(scores_of(1)) == f"{short}: they want 1.5 scale points more on average."
    assert "(all of them call it important)" in wanted(scores_of(1, measured=0.6))
    assert wanted_parts(scores_of(1)) == "“I am glad 0”: 0.90 ≈ 60 % for whom it falls short × 1.5 points on average."
    assert wanted_parts(scores_of(1).assign(share_short=0.0)) == ""
    assert wanted(scores_of(1).assign(share_short=0.0, value_wanted=0.0)) == ""


def test_a_finding_can_be_called_by_another_name() -> None:
    """Where the statement stands already its letter will do."""
    first = scores_of(1).iloc[0]
    assert finding(first, "unmet", "A") == "A matters and falls short for 55 % of the 40 people who rated it."
    assert finding(first.rename({"unmet": "opportunity"}), "opportunity", "A") == "A has opportunity 0.6 of 20."

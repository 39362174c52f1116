"""What a list of outcomes shows, in sentences."""

import pandas as pd
import pytest

from jtbd_core.scoring.headlines import expectation, finding, headline, headline_of, rivals, shortfall, wanted

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
            f"{FIRST[:-1]}, “I am glad 1” for 55 %: too close to rank.",
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
    assert shortfall(scores) == "It falls short for 60 % of people, by 1.5 points each on average."


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


def test_value_wanted_is_one_number_in_words() -> None:
    """It is the mean over everybody: such a share of people falls short, by the mean depth of those who do."""
    made = "It falls short for 60 % of people (for 55 % it is important too), by 1.5 points each on average."
    assert shortfall(scores_of(1)) == made
    assert wanted(scores_of(1)) == f"{made[:-1]}; over everybody that is 0.90 points on a scale of 5."
    assert wanted(scores_of(1).assign(length=100)).endswith("over everybody that is 0.9 points on a scale of 0 to 100.")
    assert wanted(scores_of(1, 1)).endswith("a scale of 5, of “I am glad 1” 0.90.")
    assert wanted(scores_of(1, 1, 1)) == wanted(scores_of(1))
    assert "(all of them call it important)" in wanted(scores_of(1, measured=0.6))
    assert wanted(scores_of(1).assign(share_short=0.0, value_wanted=0.0)) == ""


def by_value(*groups: int) -> pd.DataFrame:
    """Return scores in the order of value wanted, whose place by what matters and falls short is given by `groups`."""
    scores = scores_of(*groups).assign(value_wanted=[0.9 - 0.3 * place for place in range(len(groups))])
    ends = {"": 0.0, "_low": -0.1, "_high": 0.1}
    expected = {f"value_wanted_expected{end}": scores["value_wanted"] + more for end, more in ends.items()}
    return scores.assign(unmet=[0.7 - 0.1 * group for group in groups], **expected)


@pytest.mark.parametrize(
    ("groups", "led"),
    [
        ((1, 2, 2), ""),
        ((2, 1, 2), " By “matters and falls short”, “I am glad 1” leads."),
        ((1, 1, 2), " By “matters and falls short” it is one of two at the top, too close to rank."),
        ((2, 1, 1), " By “matters and falls short”, “I am glad 1” is at the top, with one too close to rank."),
    ],
)
def test_the_headline_of_another_order_says_what_leads_by_its_own(groups: tuple[int, ...], led: str) -> None:
    """It names the first outcome that is shown, and reconciles it with the list that people saw before."""
    said = "“I am glad 0” has the most value wanted, 0.90 points on a scale of 5 over everybody."
    assert headline_of(by_value(*groups), SUCCESS, "value_wanted", "unmet") == said + led


def test_another_order_is_not_surer_than_its_intervals() -> None:
    """An outcome whose interval reaches into that of the first may be as high; of one outcome nothing is the most."""
    close = by_value(1, 2, 2).assign(value_wanted_expected_high=[1.0, 0.85, 0.4])
    assert rivals(close, "value_wanted") == "One other may be as high."
    assert rivals(by_value(1, 2, 2), "value_wanted") == rivals(close.head(0), "value_wanted") == ""
    alone = headline_of(by_value(1), SUCCESS, "value_wanted", "unmet")
    assert alone == "“I am glad 0” has value wanted, 0.90 points on a scale of 5 over everybody."
    nothing = by_value(1, 2).assign(value_wanted=0.0)
    assert (
        headline_of(nothing, SUCCESS, "value_wanted", "unmet") == "None of 2 success outcomes falls short for anybody."
    )


def test_a_finding_can_be_called_by_another_name() -> None:
    """Where the statement stands already its letter will do."""
    first = scores_of(1).iloc[0]
    assert finding(first, "unmet", "A") == "A matters and falls short for 55 % of the 40 people who rated it."
    assert finding(first.rename({"unmet": "opportunity"}), "opportunity", "A") == "A has opportunity 0.6 of 20."

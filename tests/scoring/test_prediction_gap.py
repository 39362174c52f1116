"""How a team's prediction met the answers."""

import pandas as pd

from jtbd_core.scoring.prediction_gap import prediction_gap


def ranked(*groups: int, sure: int = 0) -> pd.DataFrame:
    """Return scores of outcomes a, b, c … in these tie groups, the first of them surely among the top five."""
    highest = [5] * sure + [len(groups)] * (len(groups) - sure)
    names = list("abcdefghij")[: len(groups)]
    return pd.DataFrame({"outcome": names, "n": 12, "tie_group": groups, "rank_set_high": highest})


def test_a_prediction_meets_the_answers() -> None:
    """Expected and at the top is a hit, expected and below a miss, surely at the top and not expected a surprise."""
    found = prediction_gap(ranked(1, 2, 3, 4, 5, 6, 7, 8, sure=3), ["b", "g"])
    assert found == (("b",), ("g",), ("a", "c"), 1.25)
    assert found.sentence() == (
        "1 of the 2 expected outcomes are at the top or tied with it (picked at random: 1.2); 2 sure surprises."
    )


def test_what_is_tied_with_the_top_is_a_hit_and_no_surprise() -> None:
    """Where the answers do not tell who is fifth, nobody was wrong about it; with wide groups random picks hit too."""
    found = prediction_gap(ranked(1, 1, 2, 2, 2, 2, 2, 3), ["a", "g", "h"])
    assert found == (("a", "g"), ("h",), (), 3 * 7 / 8)


def test_a_list_no_longer_than_its_top_surprises_nobody() -> None:
    """All of five outcomes are among the top five, whatever was answered."""
    assert prediction_gap(ranked(1, 2, 3, sure=3), ["a"]).surprises == ()


def test_no_prediction_has_no_gap() -> None:
    """A list of which nothing was predicted is not judged."""
    assert prediction_gap(ranked(1, 2), ["elsewhere"]) is None

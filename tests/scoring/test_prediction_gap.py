"""How a team's prediction met the answers."""

import pandas as pd

from jtbd_core.scoring.prediction_gap import prediction_gap


def ranked(*groups: int) -> pd.DataFrame:
    """Return scores of outcomes a, b, c … in these tie groups."""
    return pd.DataFrame({"outcome": list("abcdefghij")[: len(groups)], "n": 12, "tie_group": groups})


def test_a_prediction_meets_the_answers() -> None:
    """Expected and at the top is a hit, expected and below a miss, at the top and not expected a surprise."""
    found = prediction_gap(ranked(1, 2, 3, 4, 5, 6, 7), ["b", "g"])
    assert found == (("b",), ("g",), ("a", "c", "d", "e"))
    assert found.sentence() == "1 of the 2 expected outcomes are at the top or tied with it; 4 surprises."


def test_what_is_tied_with_the_top_is_a_hit_and_no_surprise() -> None:
    """Where the answers do not tell who is fifth, nobody was wrong about it."""
    found = prediction_gap(ranked(1, 1, 2, 2, 2, 2, 2, 3), ["a", "g", "h"])
    assert found == (("a", "g"), ("h",), ("b",))


def test_no_prediction_has_no_gap() -> None:
    """A list of which nothing was predicted is not judged."""
    assert prediction_gap(ranked(1, 2), ["elsewhere"]) is None

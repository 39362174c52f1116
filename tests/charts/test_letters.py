"""The letters of the outcomes that contend for the first place."""

import pandas as pd

from jtbd_core.charts import letters
from tests.charts.samples import scores_of


def test_at_most_eight_letters_a_kind() -> None:
    """The landscape names the contenders, best first, and never more than eight."""
    assert letters(scores_of(20, top=3, kind="social")) == {"o0": "A", "o1": "B", "o2": "C"}
    assert len(letters(scores_of(20, top=12, kind="social"))) == 8


def test_no_two_outcomes_share_a_letter() -> None:
    """Key outcomes go on where success outcomes end, wherever they stand in the frame."""
    success, key = scores_of(9, top=9, kind="social"), scores_of(3, top=2, kind="key outcome")
    key = key.assign(outcome=["k0", "k1", "k2"])
    named = letters(pd.concat([key, success]))
    assert "".join(named.values()) == "ABCDEFGHIJ"
    assert (named["o0"], named["k0"], named["k1"]) == ("A", "I", "J")

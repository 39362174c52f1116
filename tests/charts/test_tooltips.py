"""Tooltips: what a reader sees who points at a dot."""

import pandas as pd

from jtbd_core.charts.tooltips import interval, tooltip, with_tooltips
from tests.charts.samples import experience_only, scores_of


def test_a_tooltip_has_the_whole_statement_and_every_interval() -> None:
    """The full statement, the kind with what is to be avoided, n, and each score with its interval."""
    row = with_tooltips(scores_of(4, people=42), "unmet").iloc[1]
    assert row["Outcome"] == "My package number 1 is delivered to the correct address in time"
    assert row["Kind"] == "emotional, to avoid"
    assert (row["Answers"], row["Opportunity"], row["Falls short"]) == ("42", "14.0 (12.0–16.0)", "70 % (60–80)")
    assert row["Expected"] == "matters and falls short 70 % (60–80 %)"


def test_a_tooltip_has_the_scores_that_there_are() -> None:
    """Without importance neither it nor opportunity is named."""
    titles = [one["field"] for one in tooltip(with_tooltips(experience_only(scores_of(2)), "share_short"))]
    assert titles == ["Outcome", "Kind", "Answers", "Satisfaction", "Value wanted", "Falls short", "Expected"]


def test_a_share_counts_per_hundred() -> None:
    """A score is printed with its decimals, a share as per cent."""
    row = pd.Series({"score": 13.68, "score_low": 11.2, "score_high": 15.94})
    assert interval(row, "score") == "13.7 (11.2–15.9)"
    assert interval(row / 100, "score", 0, "%") == "14 % (11–16)"

"""Tooltips of outcomes: the whole statement and each score with its interval, as text."""

import altair as alt
import pandas as pd

from jtbd_core.scoring.measures import MEASURES

_SCORES = (
    ("Opportunity", "opportunity", 1, ""),
    ("Importance", "importance", 1, ""),
    ("Satisfaction", "satisfaction", 1, ""),
    ("Matters and falls short", "unmet", 0, "%"),
    ("Value wanted", "value_wanted", 2, ""),
    ("Falls short", "share_short", 0, "%"),
)


def interval(row: pd.Series, score: str, digits: int = 1, unit: str = "") -> str:
    """Return a score with its 95 % interval, such as `13.7 (11.2–15.9)`; a share with `unit="%"` counts per hundred."""
    times = 100 if unit == "%" else 1
    value, low, high = (f"{times * row[name]:.{digits}f}" for name in (score, f"{score}_low", f"{score}_high"))
    return f"{value}{unit and ' ' + unit} ({low}–{high})"


def with_tooltips(scores: pd.DataFrame, by: str) -> pd.DataFrame:
    """Add the tooltip's columns, each a text: the full statement and every score there is, with its interval.

    Of the score `by` what is expected of it is told too.
    """
    avoided = scores["polarity"].eq("avoid").map({True: ", to avoid", False: ""}).astype(str)
    parts = {
        "Outcome": scores["statement"].astype(str),
        "Kind": scores["kind"].astype(str) + avoided,
        "Answers": scores["n"].astype(int).astype(str),
    }
    for title, score, digits, unit in _SCORES:
        if score in scores:
            texts = [interval(row, score, digits, unit) for _, row in scores.iterrows()]
            parts[title] = pd.Series(texts, index=scores.index, dtype=str)
    measure = MEASURES[by]
    expected = [f"{measure.title} {measure.expected(row, measure.unit)}" for _, row in scores.iterrows()]
    parts["Expected"] = pd.Series(expected, index=scores.index, dtype=str)
    return scores.assign(**parts)


def tooltip(scores: pd.DataFrame) -> list[alt.Tooltip]:
    """Return the tooltip's columns that a frame from `with_tooltips` has."""
    titles = ["Outcome", "Kind", "Answers", *(title for title, *_ in _SCORES), "Expected", "Drawn"]
    return [alt.Tooltip(field=title, type="nominal") for title in titles if title in scores]

"""Scores to draw, and what a chart shows of them."""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from jtbd_core.charts.spec import spec_of

SCORES = {"importance": 10, "satisfaction": 10, "opportunity": 20, "unmet": 1, "value_wanted": 3, "share_short": 1}
EXPECTED = ["opportunity", "unmet", "value_wanted", "share_short"]
KINDS = ["functional", "emotional", "social", "key outcome"]
STEPS = ["Plan", "Pack", "Send"]


def scores_of(outcomes: int, top: int = 2, people: int = 12, kind: str = "") -> pd.DataFrame:
    """Return scores of so many outcomes, best first; the first `top` are the top group, the rest group 2."""
    number = np.arange(outcomes)
    frame = pd.DataFrame(
        {
            "outcome": [f"o{at}" for at in number],
            "statement": [f"My package number {at} is delivered to the correct address in time" for at in number],
            "kind": [kind or KINDS[at % 4] for at in number],
            "polarity": ["wanted", "avoid"] * (outcomes // 2) + ["wanted"] * (outcomes % 2),
            "n": people,
            "scale": "satisfaction" if kind == "key outcome" else "expectation",
            "length": 4,
            "deepest": 3,
            "tie_group": pd.array([1 if at < top else 2 for at in number], dtype="Int64"),
        }
    )
    frame["step"] = [STEPS[at % 2] if each == "key outcome" else None for at, each in enumerate(frame["kind"])]
    for name, most in SCORES.items():
        share = 0.9 - 0.8 * number / max(outcomes, 1)
        frame[name], frame[f"{name}_low"], frame[f"{name}_high"] = (
            most * share,
            most * (share - 0.1),
            most * (share + 0.1),
        )
    for name in EXPECTED:
        frame[f"{name}_expected"] = frame[name]
        for end in ("low", "high"):
            frame[f"{name}_expected_{end}"] = frame[f"{name}_{end}"]
    return frame


def with_bands(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of a kind that has Ulwick's bands."""
    return scores.assign(p_high=0.9, p_extreme=0.5)


def experience_only(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the scores of a study that asks for experience alone."""
    return scores.drop(columns=[name for name in scores if name.startswith(("importance", "opportunity", "unmet"))])


def unrated(scores: pd.DataFrame, outcome: str) -> pd.DataFrame:
    """Return the scores with one outcome that nobody rated."""
    return scores.astype({"n": float}).assign(
        n=scores["n"].where(scores["outcome"] != outcome, 0),
        **{name: scores[name].where(scores["outcome"] != outcome) for name in [*SCORES, "tie_group"]},
    )


def rows_drawn(chart: alt.LayerChart) -> list[dict[str, Any]]:
    """Return every row of every data set in a chart."""
    return [row for rows in chart.to_dict()["datasets"].values() for row in rows]


def plain_rows(chart: alt.LayerChart) -> list[dict[str, Any]]:
    """Return every row of every data set in a chart, which is not checked against the schema: that takes seconds."""
    return [row for rows in spec_of(chart)["datasets"].values() for row in rows]


def drawn(chart: alt.LayerChart) -> set[str]:
    """Return the outcomes in a chart."""
    return {row["outcome"] for row in rows_drawn(chart) if row.get("outcome")}


def domains(chart: alt.LayerChart, axis: str) -> set[tuple[float, ...]]:
    """Return all domains that a chart's layers give an axis."""
    encodings = [layer.get("encoding", {}).get(axis, {}) for layer in chart.to_dict()["layer"]]
    return {tuple(each["scale"]["domain"]) for each in encodings if "scale" in each}

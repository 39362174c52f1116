"""The stress test of the top list: how many of its outcomes stay under other formulas."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.ratings import Anchor, Ratings, checked, matrix_of
from jtbd_core.scoring.scores import Floats, best_first, opportunity
from jtbd_core.scoring.table import order_by, refuse_top
from jtbd_core.study.scale import POINTS


def stress_test(ratings: pd.DataFrame, anchor: Anchor = 4, top: int = 5, by: str = "opportunity") -> pd.DataFrame:
    """Return how many outcomes of the top list stay in it under each formula.

    Columns `formula, stay, of, shown, dropped, joined`; the last three are tuples of outcomes. Formulas:
    `opportunity`; `unclamped`, 2I − S; `rescaled means`, the opportunity of the means brought from their scale to
    0–10; `value wanted`; `gap`, mean importance − mean experience. Without importance: `value wanted`, `share falling
    short` and `mean experience`, lowest first.
    """
    rows = checked(ratings)
    matrix = matrix_of(rows, anchor)
    by = order_by(by, matrix.has_importance)
    refuse_top(top)
    shown = best_first(matrix.scores[by])[: min(top, np.count_nonzero(matrix.sums[0]))]
    table = []
    for formula, values in _formulas(matrix.scores, *_means(rows)).items():
        other = best_first(values)[: len(shown)]
        listed = tuple(matrix.outcomes[at] for at in shown)
        dropped = tuple(matrix.outcomes[at] for at in shown if at not in other)
        joined = tuple(matrix.outcomes[at] for at in other if at not in shown)
        table.append((formula, len(shown) - len(dropped), len(shown), listed, dropped, joined))
    return pd.DataFrame(table, columns=["formula", "stay", "of", "shown", "dropped", "joined"])


def _means(rows: Ratings) -> tuple[Floats, Floats]:
    """Return the mean importance and the mean experience of each outcome, as shares of their scale (0–1)."""
    given = rows.code_counts()
    rated = given.sum(axis=(1, 2))
    with np.errstate(invalid="ignore"):
        importance, experience = (given.sum(axis=other) @ POINTS.codes / rated for other in (2, 1))
    return (importance - POINTS.lowest) / POINTS.length, (experience - POINTS.lowest) / POINTS.length


def _formulas(scores: dict[str, Floats], importance: Floats, experience: Floats) -> dict[str, Floats]:
    """Return the values of each outcome under each formula, higher meaning more to gain."""
    if "importance" not in scores:
        return {
            "value wanted": scores["value_wanted"],
            "share falling short": scores["share_short"],
            "mean experience": -experience,
        }
    return {
        "opportunity": scores["opportunity"],
        "unclamped": 2 * scores["importance"] - scores["satisfaction"],
        "rescaled means": opportunity(10 * importance, 10 * experience),
        "value wanted": scores["value_wanted"],
        "gap": importance - experience,
    }

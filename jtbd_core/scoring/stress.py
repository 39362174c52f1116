"""The stress test of the top list: how many of its outcomes stay under other formulas."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.kinds import Codes
from jtbd_core.scoring.ratings import Ratings, checked, matrix_of
from jtbd_core.scoring.readings import Anchor, readings
from jtbd_core.scoring.scores import Floats, best_first, opportunity
from jtbd_core.scoring.table import order_by, refuse_top
from jtbd_core.study.scale import Points


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
    for formula, values in _formulas(matrix.scores, *_means(rows, anchor)).items():
        other = best_first(values)[: len(shown)]
        listed = tuple(matrix.outcomes[at] for at in shown)
        dropped = tuple(matrix.outcomes[at] for at in shown if at not in other)
        joined = tuple(matrix.outcomes[at] for at in other if at not in shown)
        table.append((formula, len(shown) - len(dropped), len(shown), listed, dropped, joined))
    return pd.DataFrame(table, columns=["formula", "stay", "of", "shown", "dropped", "joined"])


def _means(rows: Ratings, anchor: Anchor) -> tuple[Floats, Floats]:
    """Return the mean importance and the mean experience of each outcome, as shares of their scale (0–1)."""
    read = readings(anchor, rows.outcomes)
    outcome, many = rows.outcome[rows.is_rated], len(rows.outcomes)

    def means(codes: Codes, points: list[Points]) -> Floats:
        total = np.bincount(outcome, codes[rows.is_rated].astype(float), many)
        with np.errstate(invalid="ignore"):
            mean = total / np.bincount(outcome, minlength=many)
        found: Floats = (mean - [one.lowest for one in points]) / [one.length for one in points]
        return found

    importance = means(rows.importance, [one.importance for one in read])
    return importance, means(rows.experience, [one.experience for one in read])


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

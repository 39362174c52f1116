"""Whether the top list hangs on the choice of formula."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.formulas import Floats, best_first, opportunity, scores_of
from jtbd_core.scoring.points import cube_sums
from jtbd_core.scoring.ratings import Anchor, rating_matrix
from jtbd_core.scoring.table import order_by, refuse_top


def stress_test(ratings: pd.DataFrame, anchor: Anchor = 4, top: int = 5, by: str = "opportunity") -> pd.DataFrame:
    """Return how many outcomes of the top list stay in it under each formula.

    Columns `formula, stay, of, dropped, joined`; the last two are tuples of outcomes. Formulas:
    `opportunity`; `unclamped`, 2I − S; `rescaled means`, the opportunity of 10·(mean − 1)/4; `value wanted`;
    `gap`, mean importance − mean experience. Without importance: `value wanted`, `share falling short` and
    `mean experience`, lowest first.
    """
    matrix = rating_matrix(ratings, anchor)
    by = order_by(by, matrix.has_importance)
    refuse_top(top)
    cube = matrix.cube
    sums = cube_sums(cube, matrix.anchors)
    rated = np.count_nonzero(sums[0])
    scores = scores_of(sums, matrix.has_importance)
    shown = best_first(scores[by])[: min(top, rated)]
    rows = []
    for formula, values in _formulas(scores, *_means(cube)).items():
        other = best_first(values)[: len(shown)]
        dropped = tuple(matrix.outcomes[at] for at in shown if at not in other)
        joined = tuple(matrix.outcomes[at] for at in other if at not in shown)
        rows.append((formula, len(shown) - len(dropped), len(shown), dropped, joined))
    return pd.DataFrame(rows, columns=["formula", "stay", "of", "dropped", "joined"])


def _means(cube: Floats) -> tuple[Floats, Floats]:
    """Return the mean importance and the mean experience of each outcome."""
    scale = np.arange(6)
    with np.errstate(invalid="ignore"):
        rated = cube.sum(axis=(1, 2))
        return cube.sum(axis=2) @ scale / rated, cube.sum(axis=1) @ scale / rated


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
        "rescaled means": opportunity(10 * (importance - 1) / 4, 10 * (experience - 1) / 4),
        "value wanted": scores["value_wanted"],
        "gap": importance - experience,
    }

"""The stress test of the top list: how many of its outcomes stay under other formulas."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.cells import RatingCells, cells_of
from jtbd_core.scoring.ratings import RatingMatrix
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
    cells = cells_of(ratings)
    matrix = cells.matrix(anchor)
    return stress_table(cells, matrix, anchor, top, order_by(by, matrix.has_importance))


def stress_table(cells: RatingCells, matrix: RatingMatrix, anchor: Anchor, top: int, by: str) -> pd.DataFrame:
    """Return the table of `stress_test` for ratings and their matrix."""
    refuse_top(top)
    shown = best_first(matrix.scores[by])[: min(top, np.count_nonzero(matrix.sums[0]))]
    table = []
    for formula, values in _formulas(matrix.scores, *_means(cells, anchor)).items():
        other = best_first(values)[: len(shown)]
        listed = tuple(matrix.outcomes[at] for at in shown)
        dropped = tuple(matrix.outcomes[at] for at in shown if at not in other)
        joined = tuple(matrix.outcomes[at] for at in other if at not in shown)
        table.append((formula, len(shown) - len(dropped), len(shown), listed, dropped, joined))
    return pd.DataFrame(table, columns=["formula", "stay", "of", "shown", "dropped", "joined"])


def _means(cells: RatingCells, anchor: Anchor) -> tuple[Floats, Floats]:
    """Return the mean importance and the mean experience of each outcome, as shares of their scale (0–1)."""
    read = readings(anchor, cells.outcomes)

    def means(codes: Floats, points: list[Points]) -> Floats:
        mean, _ = cells.means(codes, cells.is_rated)
        found: Floats = (mean - [one.lowest for one in points]) / [one.length for one in points]
        return found

    importance = means(cells.importance, [one.importance for one in read])
    return importance, means(cells.experience, [one.experience for one in read])


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

"""The formulas of the scores, each written once, for points and for posterior draws alike."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Scores = Mapping[str, Floats]

EXPERIENCE_SCORES = ("satisfaction", "value_wanted", "share_short")
SCORES = ("importance", "satisfaction", "opportunity", "unmet", "value_wanted", "share_short")

ORDERS = ("opportunity", "unmet", "value_wanted", "share_short")


def opportunity(importance: Floats, satisfaction: Floats) -> Floats:
    """Return importance + max(importance − satisfaction, 0), each outcome clamped by itself."""
    return importance + np.maximum(importance - satisfaction, 0.0)


def scores_of(sums: Floats, has_importance: bool) -> dict[str, Floats]:
    """Return the scores of the sums `rated, important, satisfied, depth, unmet` (first axis); NaN if nobody rated."""
    rated, important, satisfied, depth, unmet = sums
    with np.errstate(invalid="ignore"):
        found = {
            "importance": 10 * important / rated,
            "satisfaction": 10 * satisfied / rated,
            "unmet": unmet / rated,
            "value_wanted": depth / rated,
            "share_short": (rated - satisfied) / rated,
        }
    found["opportunity"] = opportunity(found["importance"], found["satisfaction"])
    return {name: found[name] for name in score_names(has_importance)}


def score_names(has_importance: bool) -> tuple[str, ...]:
    """Return the names of the scores that exist, in the order of the table."""
    return SCORES if has_importance else EXPERIENCE_SCORES


def expected_names(has_importance: bool) -> tuple[str, ...]:
    """Return the names of the scores that can order a list, of which the expected value is told too."""
    return tuple(name for name in ORDERS if name in score_names(has_importance))


def best_first(values: Floats) -> npt.NDArray[np.intp]:
    """Return the positions of the values from highest to lowest; equals keep their order, missing ones come last."""
    return np.argsort(-values, axis=0, kind="stable")

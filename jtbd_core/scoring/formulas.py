"""The formulas of the scores, each written once, for points and for posterior draws alike."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Scores = Mapping[str, Floats]

IMPORTANT = 4
"""The lowest importance that counts as important: the top two boxes of five."""

EXPERIENCE_SCORES = ("satisfaction", "value_wanted", "share_short")
SCORES = ("importance", "satisfaction", "opportunity", "value_wanted", "share_short")
SUMS = 4
"""How many sums over respondents the scores need: rated both, important, satisfied, depth falling short."""


def cell_sums(anchor: int) -> Floats:
    """Return what one rating adds to each sum, indexed `[sum, importance, experience]`; index 0 is a missing rating."""
    importance, experience = np.indices((6, 6))
    both = (importance > 0) & (experience > 0)
    depth = np.maximum(anchor - experience, 0)
    sums = np.stack([both, importance >= IMPORTANT, experience >= anchor, depth]).astype(float)
    return np.where(both, sums, 0.0)


def opportunity(importance: Floats, satisfaction: Floats) -> Floats:
    """Return importance + max(importance − satisfaction, 0), each outcome clamped by itself."""
    return importance + np.maximum(importance - satisfaction, 0.0)


def scores_of(sums: Floats, has_importance: bool) -> dict[str, Floats]:
    """Return the scores of sums whose first axis is the four sums; not-a-number where nobody rated."""
    rated, important, satisfied, depth = sums
    with np.errstate(invalid="ignore"):
        found = {
            "importance": 10 * important / rated,
            "satisfaction": 10 * satisfied / rated,
            "value_wanted": depth / rated,
            "share_short": (rated - satisfied) / rated,
        }
    found["opportunity"] = opportunity(found["importance"], found["satisfaction"])
    return {name: found[name] for name in score_names(has_importance)}


def score_names(has_importance: bool) -> tuple[str, ...]:
    """Return the names of the scores that exist, in the order of the table."""
    return SCORES if has_importance else EXPERIENCE_SCORES


def best_first(values: Floats) -> npt.NDArray[np.intp]:
    """Return the positions of the values from highest to lowest; equals keep their order, missing ones come last."""
    return np.argsort(-values, axis=0, kind="stable")

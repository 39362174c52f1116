"""The axes of scores: from 0 to the next round number beyond all that is drawn on them."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from jtbd_core.charts.contours import BANDS
from jtbd_core.scoring.measures import Measure, has_bands

MOST_PARTS = 5
"""The parts that ticks cut an axis into at most."""

_SHARES = (0.05, 0.1, 0.2, 0.25)
STEPS: Mapping[str, Sequence[float]] = {
    "unmet": _SHARES,
    "share_short": _SHARES,
    "opportunity": (1, 2, 5),
    "value_wanted": (0.2, 0.5, 1, 2, 5, 10, 20),
}
"""The distances that ticks can have, by score, the smallest first."""


def ticks_to(highest: float, measure: Measure) -> tuple[float, ...]:
    """Return the ticks of a score's axis, in its units: from 0 at round distances to the first at `highest` or beyond.

    The last one is where the axis ends.
    """
    steps = STEPS[measure.name]
    step = next((one for one in steps if highest <= MOST_PARTS * one + 1e-9), steps[-1])
    return tuple(round(step * n, 9) for n in range(max(math.ceil(highest / step - 1e-9), 1) + 1))


def score_ticks(scores: pd.DataFrame, measure: Measure) -> tuple[float, ...]:
    """Return the ticks of an axis with room for what was measured and what is expected of the rated ones of `scores`.

    Where Ulwick's bands hold, the axis of opportunity reaches them, and each of their bounds is a tick.
    """
    ends = [measure.name, f"{measure.name}_expected_high"]
    highest = scores.loc[scores["n"] > 0, ends].max().max()
    bands = BANDS if measure.name == "opportunity" and has_bands(scores) else ()
    ticks = ticks_to(max([0.0 if pd.isna(highest) else float(highest), *bands]), measure)
    return tuple(sorted({*ticks, *bands} - ({5} if bands else set())))


def axis_title(measure: Measure) -> str:
    """Return what an axis of a score is called: what it counts, and the whole range where that is fixed."""
    unit = {"opportunity": "0–20", "value_wanted": "points"}.get(measure.name, "%")
    return f"{measure.title}, {unit}"

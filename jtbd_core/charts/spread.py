"""Outcomes that coincide on the landscape, spread around their place so that each can be seen."""

import math

import pandas as pd

from jtbd_core.charts.contours import HIGH, LOW

SPREAD = 0.17  # scale points: half a dot apart on the smallest plot, a tenth of what one of 12 people moves a score


def spread(scores: pd.DataFrame) -> pd.DataFrame:
    """Add `at_importance`, `at_satisfaction` and `sharing`: where to draw each outcome so that all can be seen.

    A few people give scores on a coarse grid, so outcomes often coincide exactly. Those that do are laid out
    in a small spiral around their place, best first; the rest stay put. `sharing` counts the outcomes at one
    place.
    """
    place = [scores["importance"].round(6), scores["satisfaction"].round(6)]
    turn = scores.groupby(place).cumcount()
    sharing = scores.groupby(place)["outcome"].transform("size")
    radius = (turn + 0.5).map(math.sqrt) * SPREAD * (sharing > 1)
    reach = (sharing - 0.5).map(math.sqrt) * SPREAD * (sharing > 1)
    angle = turn * math.pi * (3 - math.sqrt(5))
    return scores.assign(
        at_importance=scores["importance"].clip(LOW + reach, HIGH - reach) + radius * angle.map(math.cos),
        at_satisfaction=scores["satisfaction"].clip(LOW + reach, HIGH - reach) + radius * angle.map(math.sin),
        sharing=sharing,
    )

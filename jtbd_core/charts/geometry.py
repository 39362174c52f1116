"""The opportunity landscape as geometry: contours, regions, and points that would hide each other."""

import math

import pandas as pd

LOW, HIGH = 0.0, 10.0
BANDS = (10.0, 12.0, 15.0)
SPREAD = 0.17  # scale points: half a dot apart on the smallest plot, a tenth of what one of 12 people moves a score


def contour(c: float) -> pd.DataFrame:
    """Return the corners of the line on which every outcome has opportunity `c`, from the bottom edge upwards.

    Columns `importance`, `satisfaction`, `opportunity`. Below the diagonal the line is satisfaction =
    2·importance − c; from the diagonal up it is the vertical importance = c, which only contours below 10
    reach.
    """
    if not 0 < c < 2 * HIGH:
        raise ValueError(f"An opportunity contour lies between 0 and 20, not at {c}.")
    corners = [(c / 2, LOW), (c, c), (c, HIGH)] if c < HIGH else [(c / 2, LOW), (HIGH, 2 * HIGH - c)]
    return pd.DataFrame(corners, columns=["importance", "satisfaction"]).assign(opportunity=c)


def contours() -> pd.DataFrame:
    """Return the contours that bound Ulwick's bands, one below the other."""
    return pd.concat([contour(c) for c in BANDS], ignore_index=True)


def under_served() -> pd.DataFrame:
    """Return, for each band, the region to the right of its contour: `importance`, `satisfaction` (its upper edge)."""
    edges = [contour(c).assign(floor=LOW) for c in BANDS]
    return pd.concat(edges, ignore_index=True)


def over_served() -> pd.DataFrame:
    """Return the region above the diagonal, where satisfaction exceeds importance."""
    return pd.DataFrame(
        {"importance": [LOW, HIGH], "satisfaction": [LOW, HIGH], "ceiling": [HIGH, HIGH]},
    )


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

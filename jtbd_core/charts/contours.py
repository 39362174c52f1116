"""The contours of opportunity on the plane of importance and satisfaction, and the regions that they bound."""

import pandas as pd

LOW, HIGH = 0.0, 10.0
BANDS = (10.0, 12.0, 15.0)


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

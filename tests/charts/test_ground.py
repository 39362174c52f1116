"""The ground of the landscape: the names of its regions."""

import pandas as pd

from jtbd_core.charts.ground import WITH_BANDS, WITHOUT_BANDS, names


def dots(*places: tuple[float, float]) -> pd.DataFrame:
    """Return dots at these places."""
    return pd.DataFrame(places, columns=["at_importance", "at_satisfaction"], dtype=float)


def test_each_region_has_its_name() -> None:
    """On an empty plot each name stands at the first of its places."""
    assert names(dots(), has_bands=False) == [places[0] for places in WITHOUT_BANDS]
    assert names(dots(), has_bands=True) == [places[0] for places in WITH_BANDS]


def test_a_name_makes_way_for_a_dot() -> None:
    """Where a dot lies on a name, it moves to its next place."""
    over = WITHOUT_BANDS[0]
    assert names(dots((over[0].importance, over[0].satisfaction)), has_bands=False)[0] == over[1]


def test_a_region_full_of_dots_has_no_name() -> None:
    """A name that finds no free place is left out."""
    over, under = WITHOUT_BANDS
    assert names(dots(*((one.importance, one.satisfaction) for one in over)), has_bands=False) == [under[0]]

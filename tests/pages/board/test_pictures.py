"""The charts of the results."""

from tests.pages.conftest import Visit
from tests.pages.words import spec


def test_every_chart_is_described(visit: Visit, key: str) -> None:
    """Landscape, two rankings, dimensions and steps are drawn, each with its description."""
    parts = ("Success outcomes", "Key outcomes", "By dimension", "By job step")
    charts = [visit("results.py", key=key, part=part).get("vega_lite_chart") for part in parts]
    alts = {chart.proto.alt for drawn in charts for chart in drawn}
    assert len(alts) == 5
    assert all("outcomes" in alt for alt in alts)


def test_the_landscape_has_fixed_axes(visit: Visit, key: str) -> None:
    """Importance and satisfaction run from 0 to 10 whatever the data."""
    landscape = str(spec(visit("results.py", key=key)))
    assert "'domain': [0.0, 10.0]" in landscape

"""Charts that are drawn once somebody looks at them: each once for all who look at the same findings."""

from functools import lru_cache

from jtbd_core.charts import CHART_REGISTRY, Picture, picture
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.live.findings import Findings, Stamp
from jtbd_core.live.worker import worker
from jtbd_core.study import Study

MOST_CACHED = 64


def is_drawn(found: Findings, name: str) -> bool:
    """Whether there is something to show in a chart of the registry."""
    return any(chart.name == name and chart.has_ratings(found.results) for chart in CHART_REGISTRY)


def drawing(study: Study, found: Findings, name: str, most: int = MOST_ROWS) -> Picture:
    """Return a chart of findings that has something to show: drawn with them, or now, in the worker.

    A list has at most so many rows.
    """
    drawn = _drawings(found.stamp)
    if most == MOST_ROWS and name in found.pictures:
        return found.pictures[name]
    if (name, most) not in drawn:
        drawn[name, most] = worker.run(picture, name, study, found.results, most)
    return drawn[name, most]


@lru_cache(MOST_CACHED)
def _drawings(_: Stamp) -> dict[tuple[str, int], Picture]:
    """Return the charts of findings with this stamp that somebody has looked at, by name and most rows."""
    return {}

"""Charts: scores in, Altair charts out.

Every chart takes the frame of `jtbd_core.score` joined with each outcome's `statement`, `kind`, `polarity`
and `step`, one row per outcome, best first. Rows nobody rated are left out. No chart sets a width, and only
the lists set a height (so much per row); all of them follow the theme and the width of the page they are
shown on.
"""

from altair import LayerChart as Chart

from jtbd_core.charts.contours import contour
from jtbd_core.charts.description import (
    landscape_description,
    list_description,
    shortfall_description,
    steps_description,
)
from jtbd_core.charts.landscape import opportunity_landscape
from jtbd_core.charts.letters import letters
from jtbd_core.charts.lists import interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.charts.registry import CHART_REGISTRY, ChartKind, Picture, Pictures, picture, pictures

__all__ = [
    "CHART_REGISTRY",
    "Chart",
    "ChartKind",
    "Picture",
    "Pictures",
    "contour",
    "interval_list",
    "key_outcomes_by_step",
    "landscape_description",
    "letters",
    "list_description",
    "opportunity_landscape",
    "picture",
    "pictures",
    "shortfall_by_dimension",
    "shortfall_description",
    "steps_description",
]

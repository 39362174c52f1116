"""Charts: scores in, Altair charts out.

Every chart takes the frame of `jtbd_core.score` joined with each outcome's `statement`, `kind`, `polarity`
and `step`, one row per outcome, best first. Rows nobody rated are left out. No chart sets a width, and only
the lists set a height (so much per row); all of them follow the theme and the width of the page they are
shown on.
"""

from altair import LayerChart as Chart

from jtbd_core.charts.description import landscape_text, list_text, shortfall_text, steps_text
from jtbd_core.charts.geometry import contour
from jtbd_core.charts.landscape import lettered, opportunity_landscape
from jtbd_core.charts.lists import interval_list, key_outcomes_by_step, shortfall_by_dimension
from jtbd_core.charts.registry import CHARTS, ChartKind, Picture, Pictures, pictures
from jtbd_core.charts.words import letters

__all__ = [
    "CHARTS",
    "Chart",
    "ChartKind",
    "Picture",
    "Pictures",
    "contour",
    "interval_list",
    "key_outcomes_by_step",
    "landscape_text",
    "lettered",
    "letters",
    "list_text",
    "opportunity_landscape",
    "pictures",
    "shortfall_by_dimension",
    "shortfall_text",
    "steps_text",
]

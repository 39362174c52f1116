"""What lies under the dots of a landscape: regions and their names, the diagonal, the contours.

Ulwick's bands of opportunity were published for the satisfaction scale: contours and bands are drawn there alone.
"""

from typing import Literal, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import contours, palette


class Name(NamedTuple):
    """The name of a region: its middle and how far it reaches each way on the smallest plot, in scale points."""

    text: str
    importance: float
    satisfaction: float
    reach: tuple[float, float]
    align: Literal["left", "right", "center"]
    angle: int = 0

    @property
    def start(self) -> float:
        """The importance at which the text is anchored, so that on larger plots it stays in its corner."""
        return self.importance + {"left": -1, "right": 1, "center": 0}[self.align] * (self.reach[0] - 0.15)

    def covers(self, importance: float, satisfaction: float) -> bool:
        """Whether a dot at this place would lie on the name."""
        across, up = self.reach
        return abs(importance - self.importance) < across and abs(satisfaction - self.satisfaction) < up


_FLAT, _LONG = (2.0, 0.6), (3.0, 0.6)
_HIGH, _LOW = (9.65, 8.8, 7.9, 7.0), (0.35, 1.2, 2.1)
WITH_BANDS = ([Name("over-served", 2, height, _FLAT, "left") for height in _HIGH],)
WITHOUT_BANDS = (
    [Name("served well", 2, height, _FLAT, "left") for height in _HIGH],
    [Name("important, falls short", 7, height, _LONG, "right") for height in _LOW],
)
EDGE = {10: "10", 9: "solid", 8: "12", 6.5: "high", 5: "15", 2.5: "extreme"}
"""What stands at the right edge, by satisfaction: the contours where they meet it, and the bands between them."""


def x(name: str, axis: alt.Axis | None = None) -> alt.X:
    """Return the importance axis, always 0 to 10."""
    return alt.X(field=name, type="quantitative", axis=axis, scale=alt.Scale(domain=[contours.LOW, contours.HIGH]))


def y(name: str, axis: alt.Axis | None = None) -> alt.Y:
    """Return the satisfaction axis, always 0 to 10."""
    return alt.Y(field=name, type="quantitative", axis=axis, scale=alt.Scale(domain=[contours.LOW, contours.HIGH]))


def names(dots: pd.DataFrame, *, has_bands: bool) -> list[Name]:
    """Return each region's name at the first of its places that no dot lies on; without such a place, no name."""
    at = list(zip(dots["at_importance"], dots["at_satisfaction"], strict=True))
    regions = WITH_BANDS if has_bands else WITHOUT_BANDS
    free = [[name for name in places if not any(name.covers(*dot) for dot in at)] for places in regions]
    return [places[0] for places in free if places]


def ground(dots: pd.DataFrame, *, has_bands: bool) -> list[alt.Chart]:
    """Return the layers under the dots: the diagonal, the bands if there are, and the names of the regions."""
    over = alt.Chart(contours.over_served()).encode(x("importance"), y("satisfaction"))
    diagonal = over.mark_line(color=palette.GREY, strokeDash=[4, 4], strokeWidth=1, tooltip=None)
    regions = _bands() if has_bands else [_below_diagonal()]
    return [*regions, diagonal, *(_name(name) for name in names(dots, has_bands=has_bands))]


def _below_diagonal() -> alt.Chart:
    """Return the region where an outcome is more important than it is satisfied."""
    region = alt.Chart(contours.over_served().assign(floor=contours.LOW))
    area: alt.Chart = region.mark_area(color=palette.WARM, opacity=palette.WARM_GROUND, tooltip=None).encode(
        x("importance"), y("satisfaction"), y2=alt.Y2(field="floor")
    )
    return area


def _bands() -> list[alt.Chart]:
    """Return the bands of opportunity with their contours, whose names stand at the right edge."""
    under = alt.Chart(contours.under_served()).encode(x("importance"), y("satisfaction"))
    lines = alt.Chart(contours.contours()).encode(x("importance"), y("satisfaction", _right_edge()))
    by_contour = alt.Detail("opportunity:N")
    return [
        under.mark_area(color=palette.ACCENT, opacity=0.06, tooltip=None).encode(
            y2=alt.Y2(field="floor"), detail=by_contour
        ),
        lines.mark_line(color=palette.ACCENT, opacity=0.65, strokeWidth=1, tooltip=None).encode(detail=by_contour),
    ]


def _right_edge() -> alt.Axis:
    """Return the axis that names contours and bands where they meet the right edge."""
    name = " : ".join(f"datum.value == {at} ? '{text}'" for at, text in EDGE.items()) + " : ''"
    return alt.Axis(orient="right", values=list(EDGE), labelExpr=name, title=None, grid=False, ticks=False)


def _name(name: Name) -> alt.Chart:
    """Return a region's name as a soft text."""
    place = pd.DataFrame({"text": [name.text], "importance": [name.start], "satisfaction": [name.satisfaction]})
    chart = alt.Chart(place).mark_text(
        fontStyle="italic",
        fontSize=12,
        align=name.align,
        baseline="middle",
        angle=name.angle,
        color=palette.SOFT_INK,
        tooltip=None,
    )
    text: alt.Chart = chart.encode(x("importance"), y("satisfaction"), text=alt.Text("text:N"))
    return text

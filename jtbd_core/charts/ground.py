"""What lies under the dots of the landscape: regions and their names, the diagonal, the contours."""

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


_FLAT, _UPRIGHT = (2.0, 0.6), (0.6, 2.0)
NAMES = (
    [Name("over-served", 2, height, _FLAT, "left") for height in (9.65, 8.8, 7.9, 7.0)],
    [
        Name("under-served", 8, 0.35, _FLAT, "right"),
        *(Name("under-served", 9.65, height, _UPRIGHT, "center", angle=270) for height in (2.2, 4.2, 6.2)),
    ],
)


def x(name: str, axis: alt.Axis | None = None) -> alt.X:
    """Return the importance axis, always 0 to 10."""
    return alt.X(name, type="quantitative", axis=axis, scale=alt.Scale(domain=[contours.LOW, contours.HIGH]))


def y(name: str, axis: alt.Axis | None = None) -> alt.Y:
    """Return the satisfaction axis, always 0 to 10."""
    return alt.Y(name, type="quantitative", axis=axis, scale=alt.Scale(domain=[contours.LOW, contours.HIGH]))


def names(dots: pd.DataFrame) -> list[Name]:
    """Return each region's name at the first of its places that no dot lies on; without such a place, no name."""
    at = list(zip(dots["at_importance"], dots["at_satisfaction"], strict=True))
    free = [[name for name in places if not any(name.covers(*dot) for dot in at)] for places in NAMES]
    return [places[0] for places in free if places]


def ground(dots: pd.DataFrame) -> list[alt.Chart]:
    """Return the layers under the dots; the contours' scores stand where they meet the right edge."""
    over = alt.Chart(contours.over_served()).encode(x("importance"), y("satisfaction"))
    under = alt.Chart(contours.under_served()).encode(x("importance"), y("satisfaction"))
    lines = alt.Chart(contours.contours()).encode(x("importance"), y("satisfaction", _right_edge()))
    return [
        over.mark_area(color=palette.GREY, opacity=0.08, tooltip=None).encode(y2=alt.Y2("ceiling")),
        under.mark_area(color=palette.ACCENT, opacity=0.06, tooltip=None).encode(
            y2=alt.Y2("floor"), detail=alt.Detail("opportunity:N")
        ),
        over.mark_line(color=palette.GREY, strokeDash=[4, 4], strokeWidth=1, tooltip=None),
        lines.mark_line(color=palette.ACCENT, opacity=0.65, strokeWidth=1, tooltip=None).encode(
            detail=alt.Detail("opportunity:N")
        ),
        *(_name(name) for name in names(dots)),
    ]


def _right_edge() -> alt.Axis:
    """Return the axis that labels each contour where it leaves the plot, at satisfaction 20 − c."""
    ticks = {2 * contours.HIGH - c: c for c in contours.BANDS}
    score = " : ".join(f"datum.value == {at:.0f} ? '{c:.0f}'" for at, c in ticks.items()) + " : ''"
    return alt.Axis(orient="right", values=list(ticks), labelExpr=score, title="Opportunity", grid=False)


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

"""One success outcome and the job steps: how much of its variation goes with each, a point per step in job order."""

import math
from typing import Literal

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.statements import wrapped

ROOM = 6  # per cent of the axis that a figure takes
ROW, BAR = 38, 12  # pixels: the height of a step's row, and of its bar
OFFSET = ROW - BAR / 2 - 5  # of a bar below the top of its row
TITLE = 34  # characters in a line of the statement: a third of a wide page, or a phone


Heading = tuple[list[str], list[str]]
"""The lines of a statement, and the notes below it."""


def heading(statement: str, notes: list[str]) -> Heading:
    """Return the heading of a chart, its statement broken into lines."""
    return wrapped(statement, TITLE, 3).split("\n"), notes


def driver_points(steps: pd.DataFrame, head: Heading, most: float) -> alt.LayerChart:
    """Draw the share of an outcome's variation that goes with each step, with its interval; steps in the order given.

    `steps` are the rows of a table of `drivers`; the axis ends at `most`, which the charts beside share. Where a step
    stands out its point is filled, coloured and named.
    """
    rows = steps.reset_index(drop=True)
    rows = rows.assign(
        row=rows.index,
        low=100 * rows["share_low"],
        high=100 * rows["share_high"],
        at=100 * rows["share"],
        text=[wrapped(str(step), 44, 1) for step in rows["step"]],
        Step=rows["step"],
        Share=[f"{_interval(one)}" for _, one in rows.iterrows()],
        People=rows["n"].astype(str),
    )
    height = ROW * len(rows)
    layers = [*_names(rows, height), *_points(rows, most, height)]
    title = alt.TitleParams(
        head[0],
        subtitle=head[1],
        anchor="start",
        fontSize=14,
        subtitleFontSize=13,
        subtitleColor=palette.SOFT_INK,
        color=palette.INK,
        offset=12,
    )
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.LayerChart(layer=layers, height=height, title=title, autosize=fit)


def axis_end(steps: pd.DataFrame) -> float:
    """Return where the axis of several outcomes ends, in per cent: at a ten, with room for a figure after a limit."""
    highest = 0.0 if steps.empty else 100 * float(steps["share_high"].max())
    return float(max(20, 10 * math.ceil((highest + ROOM) / 10)))


def driver_description(steps: pd.DataFrame, statement: str, said: str) -> str:
    """Describe the points of an outcome: what is said of it, and the share that goes with each step."""
    each = "; ".join(f"{row['step']}, {_interval(row)}" for _, row in steps.iterrows())
    return f"{statement}: {said} Share of its variation that goes with each job step, 95 % interval: {each}."


def _interval(row: pd.Series) -> str:
    return f"{100 * row['share']:.0f} % ({100 * row['share_low']:.0f}–{100 * row['share_high']:.0f})"


def _x(field: str, most: float) -> alt.X:
    ticks = list(range(0, int(most) + 1, 10 if most <= 50 else 20))
    axis = alt.Axis(
        values=ticks,
        title="% of the variation that goes with it",
        format="d",
        domain=False,
        ticks=False,
        labelFontSize=12,
        titleFontSize=12,
        titleFontWeight="normal",
        gridOpacity=0.5,
        labelFlush=False,
    )
    # Marks and labels at the ends stay within the width, so that 0 is at the same place in charts below each other.
    scale = alt.Scale(domain=[0, most], range=[8, alt.ExprRef("width - 12")], nice=False)
    return alt.X(field=field, type="quantitative", axis=axis, scale=scale)


def _y(height: int) -> alt.Y:
    scale = alt.Scale(domain=[0, height / ROW], range=[0, height], nice=False, zero=False, padding=0)
    return alt.Y(field="row", type="quantitative", axis=None, scale=scale)


def _names(rows: pd.DataFrame, height: int) -> list[alt.Chart]:
    """Return the names of the steps, each above its bar; bold where it stands out."""
    weights: dict[bool, Literal["bold", "normal"]] = {True: "bold", False: "normal"}
    return [
        alt.Chart(part[["row", "text"]])
        .mark_text(
            align="left",
            baseline="top",
            dy=4,
            fontSize=13,
            fontWeight=weights[bool(stands_out)],
            color=palette.INK,
            tooltip=None,
        )
        .encode(_y(height), x=alt.XValue(2), text=alt.Text("text:N"))
        for stands_out, part in rows.groupby("stands_out")
    ]


def _tips() -> list[alt.Tooltip]:
    return [alt.Tooltip(field=title, type="nominal") for title in ("Step", "Share", "People")]


def _points(rows: pd.DataFrame, most: float, height: int) -> list[alt.Chart]:
    """Return points with their intervals: one that stands out filled and coloured with its share, the others hollow."""
    chart = alt.Chart(rows).encode(_y(height), tooltip=_tips())
    test = "datum.stands_out"
    colour = alt.ColorValue(palette.GREY, condition={"test": test, "value": palette.ACCENT})
    named = rows[rows["stands_out"]]
    turned = named["is_opposite"].map({True: " · the other way round", False: ""}).astype(str)
    label = alt.Chart(named.assign(label=named["at"].map("{:.0f} %".format).astype(str) + turned)).mark_text(
        align="left",
        baseline="middle",
        dx=6,
        yOffset=OFFSET,
        fontSize=13,
        fontWeight="bold",
        color=palette.INK,
        tooltip=None,
    )
    return [
        chart.mark_rule(strokeWidth=4, opacity=palette.BAR, yOffset=OFFSET).encode(
            _x("low", most), x2=alt.X2(field="high"), color=colour
        ),
        chart.mark_point(opacity=1, strokeWidth=1.75, yOffset=OFFSET).encode(
            _x("at", most),
            color=colour,
            fill=alt.FillValue(palette.PAPER, condition={"test": test, "value": palette.ACCENT}),
            size=alt.SizeValue(45, condition={"test": test, "value": 110}),
        ),
        *([label.encode(_x("high", most), _y(height), text=alt.Text("label:N"))] if len(named) else []),
    ]

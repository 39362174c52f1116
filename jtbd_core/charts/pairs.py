"""Two solutions side by side: for each outcome two points, the share of people for whom it is met with either."""

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.places import Place, Score
from jtbd_core.charts.rows import row_list, under_headings
from jtbd_core.charts.tooltips import tooltip
from jtbd_core.scoring.measures import Measure, signed

MOST_ROWS = 10
"""Outcomes in the list; the others are in the table, and counted."""

MET = Measure("met", "met", 0, 0.05, "5 percentage points", 100, " %")
KIND = {"key outcome": "key"}


def pair_rows(
    pair: pd.DataFrame, names: tuple[str, str], looks: tuple[int, int], most: int = MOST_ROWS
) -> alt.LayerChart:
    """Draw the outcomes of a table of `solution_pair`, under the solution with which each is surely met more often.

    Needs `statement` and `kind` too; `looks` are the places of the two solutions in the study.
    """
    shown = pair.head(most)
    side = (shown["difference"] > 0).map({True: 0, False: 1}).where(shown["is_apart"], 2)
    headings = {
        at: f"{palette.SIGNS[look]} {name} better" for at, (name, look) in enumerate(zip(names, looks, strict=True))
    }
    headings = {at: text for at, text in (headings | {2: "Cannot tell"}).items() if (side == at).any()}
    rows = [row for _, row in shown.iterrows()]
    listed = shown.assign(
        value=[signed(100 * row["difference"], 0) for row in rows],
        expected=[
            f"{signed(100 * row['difference_low'], 0)} to {signed(100 * row['difference_high'], 0)}" for row in rows
        ],
        last=[KIND.get(row["kind"], "success") for row in rows],
        letter="",
        Outcome=shown["statement"],
        Kind=shown["kind"],
        Answers=[f"{row['n_first']} and {row['n_second']}" for row in rows],
        Drawn=[_shares(row, names) for row in rows],
    )
    score = Score(
        MET,
        "met, % of people",
        (0, 1),
        (0, 0.25, 0.5, 0.75, 1),
        last=58,
        heads=("points", "95 % interval"),
    )
    return row_list(
        under_headings(listed, side, headings), score, lambda outcomes, place: _dumbbells(outcomes, place, looks)
    )


def pair_key(pair: pd.DataFrame, names: tuple[str, str], looks: tuple[int, int], most: int = MOST_ROWS) -> str:
    """Return what the marks mean, and how many of the outcomes are shown."""
    marks = " · ".join(f"{palette.SIGNS[look]} {name}" for name, look in zip(names, looks, strict=True))
    rest = pair.iloc[most:]
    apart = int(rest["is_apart"].sum())
    told = f"{apart} are better with one of them" if apart else "the answers cannot tell"
    more = f" Shown: {most} of {len(pair)} outcomes; of the others {told}." if len(rest) else ""
    shown = pair.head(most)
    is_close = ~shown["is_apart"].astype(bool) & (shown["difference_low"] * shown["difference_high"] > 0)
    chance = " “Cannot tell” beside an interval without 0: so few answers may differ as much by chance."
    said = f"{marks}. Difference: {names[0]} less {names[1]}, in percentage points."
    return f"{said}{chance if is_close.any() else ''}{more}"


def pair_description(pair: pd.DataFrame, names: tuple[str, str]) -> str:
    """Describe the list: how many outcomes are met more often with either solution, and the largest difference."""
    better = [int((pair["is_apart"] & (pair["difference"] * sign > 0)).sum()) for sign in (1, -1)]
    first = pair.iloc[0]
    return (
        f"{len(pair)} outcomes with {names[0]} and {names[1]}: {better[0]} better with {names[0]}, {better[1]} with "
        f"{names[1]}. Largest: {first['statement']}, {_shares(first, names)}."
    )


def _dumbbells(outcomes: pd.DataFrame, place: Place, looks: tuple[int, int]) -> list[alt.Chart]:
    """Return a line between the two shares of each outcome and a point at either, filled where they differ surely."""
    layers: list[alt.Chart] = []
    for is_apart, rows in outcomes.groupby("is_apart"):
        colours = [palette.SOLUTION_COLOURS[look] if is_apart else palette.GREY for look in looks]
        line = alt.Chart(rows).mark_rule(strokeWidth=3 if is_apart else 1.5, opacity=0.5, yOffset=place.marks)
        tips = tooltip(rows)
        layers.append(
            line.encode(
                place.x(field="first"),
                place.y(),
                x2=alt.X2(field="second"),
                color=alt.ColorValue(palette.GREY),
                tooltip=tips,
            )
        )
        for field, look, colour in zip(("first", "second"), looks, colours, strict=True):
            point = alt.Chart(rows).mark_point(
                shape=palette.SOLUTION_SHAPES[look],
                size=95,
                opacity=1,
                strokeWidth=1.75,
                yOffset=place.marks,
                color=colour,
                fill=colour if is_apart else palette.PAPER,
            )
            layers.append(point.encode(place.x(field=field), place.y(), tooltip=tips))
    return layers


def _shares(row: pd.Series, names: tuple[str, str]) -> str:
    return f"{names[0]} {100 * row['first']:.0f} %, {names[1]} {100 * row['second']:.0f} %"

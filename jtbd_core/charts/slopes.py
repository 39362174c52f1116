"""How outcomes moved from round to round: a slope for each, and a row for each with its change and the verdict."""

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.change_rows import change_rows
from jtbd_core.charts.change_words import GROUPS, LABELLED, listed
from jtbd_core.charts.labels import apart
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.charts.statements import wrapped
from jtbd_core.scoring.measures import MEASURES, Measure
from jtbd_core.scoring.results import Changes

HEIGHT = 440
NAMES, LEADER, HIGHEST = 138, 22, 3
"""Pixels right of the last round, of which a line to the name takes some; and how many of the highest have a name."""

NAME, MOST_LINES = 16, 4
"""Characters in a line of a name, and its lines."""

LABEL, NARROW_LABEL, LABELS = 12, 6, 22
"""The most and the fewest characters in a line of a round's label, and those of all but the last side by side."""

BESIDE, STAGGERED = 3, 6
"""So many rounds have their labels in one line, and so many in two by turns; of more some have none on a phone."""

LINE, BETWEEN = 14, 6
"""Pixels of a line of a name, and between two names."""


CHANGED = ("less", "more")
_BESIDE = alt.ExprRef(f"width - {NAMES - LEADER}")


class Rounds(NamedTuple):
    """The labels of rounds in their order, broken into lines, and the end of the axis."""

    labels: list[str]
    top: float


STEPS: Mapping[str, float] = {"unmet": 0.1, "share_short": 0.1, "opportunity": 2, "value_wanted": 0.5}
"""The axis ends at the next multiple of this, by score, above all intervals."""


def slopes(changed: Changes, by: str, rounds: Mapping[str, str], statements: Mapping[str, str]) -> alt.LayerChart:
    """Draw a line per outcome from round to round; coloured, with intervals, is what changed beyond noise.

    That has its name, and so have those that are the highest now: lines that nobody can tell apart say nothing.
    `rounds` maps the names of rounds in `changed.scores` to their labels, in order; `statements` those of outcomes.
    """
    measure = MEASURES[by]
    verdicts = dict(zip(changed.changed["outcome"], changed.changed["verdict"], strict=True))
    scores = changed.scores[changed.scores["round"].isin(list(rounds))]
    width = max(min(LABELS // max(len(rounds) - 1, 1), LABEL), NARROW_LABEL)
    labels = _above({name: wrapped(label, width, 3) for name, label in rounds.items()})
    columns = Rounds(list(labels.values()), _top(measure, scores))
    rows = scores.assign(
        at=scores["round"].map(labels),
        statement=scores["outcome"].map(statements),
        verdict=scores["outcome"].map(verdicts).fillna("cannot tell"),
        figure=[f"{measure.per * one:.{measure.decimals}f}" for one in scores["score"]],
    )
    is_told = rows["verdict"].isin(CHANGED)
    last = rows[rows["at"] == columns.labels[-1]].sort_values("score", ascending=False, kind="stable")
    changes = last[last["verdict"].isin(CHANGED)].head(LABELLED).index
    named = last.loc[last.index.isin([*changes, *last.index[:HIGHEST]])]
    layers = [
        *_lines(rows[~is_told], columns, measure),
        *_names(named, columns, measure),
        *_told(rows[is_told], columns, measure),
    ]
    title = alt.TitleParams(
        f"{measure.title}{', % of people' if measure.unit else ''}",
        anchor="start",
        fontSize=12,
        fontWeight="normal",
        color=palette.SOFT_INK,
    )
    fit = alt.AutoSizeParams(type="fit-x", contains="padding")
    return alt.LayerChart(layer=layers, height=HEIGHT, title=title, autosize=fit)


def _above(labels: Mapping[str, str]) -> dict[str, str]:
    """Return labels of equally many lines, the first of which are empty: all end at the axis.

    Where many stand side by side each second one ends a line above it.
    """
    raised = {name: at % 2 * (len(labels) > BESIDE) for at, name in enumerate(labels)}
    lines = {name: label.count("\n") + raised[name] for name, label in labels.items()}
    return {name: "\n" * (max(lines.values()) - lines[name]) + label for name, label in labels.items()}


def _x(rounds: Rounds) -> alt.X:
    most = max(label.count("\n") for label in rounds.labels)
    look: dict[str, Any] = {"labelAngle": 0, "labelFontSize": 12, "labelLimit": 90, "labelLineHeight": LINE}
    axis = alt.Axis(
        orient="top",
        title=None,
        domain=False,
        ticks=False,
        grid=True,
        labelOverlap="greedy" if len(rounds.labels) > STAGGERED else False,
        labelExpr="split(datum.value, '\\n')",
        labelPadding=most * LINE + 2,  # lines are written downwards from the first
        **look,
    )
    scale = alt.Scale(type="point", range=[14, alt.ExprRef(f"width - {NAMES}")])
    return alt.X("at:N", sort=rounds.labels, axis=axis, scale=scale)


def _y(measure: Measure, top: float, name: str = "score") -> alt.Y:
    label = f"format(datum.value * {measure.per}, '~g')"
    axis = alt.Axis(title=None, labelExpr=label, domain=False, ticks=False, tickCount=5, labelFontSize=12)
    return alt.Y(f"{name}:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))


def _top(measure: Measure, scores: pd.DataFrame) -> float:
    step = STEPS[measure.name]
    highest = float(scores["high"].max()) if len(scores) else 0.0
    return round(step * max(math.ceil(round(highest / step, 9)), 1), 9)


def _lines(rows: pd.DataFrame, rounds: Rounds, measure: Measure) -> list[alt.Chart]:
    """Return thin lines with hollow points."""
    chart = alt.Chart(rows).encode(_x(rounds), _y(measure, rounds.top), detail="outcome:N", tooltip=_tooltip())
    return [
        chart.mark_line(color=palette.GREY, strokeWidth=1.2, opacity=0.8),
        chart.mark_point(color=palette.GREY, fill=palette.PAPER, size=45, opacity=1, filled=False),
    ]


def _told(rows: pd.DataFrame, rounds: Rounds, measure: Measure) -> list[alt.Chart]:
    """Return the lines of what changed: strong, with intervals, figures and names."""
    layers: list[alt.Chart] = []
    for verdict, colour in (("less", palette.LESS), ("more", palette.MORE)):
        mine = rows[rows["verdict"] == verdict]
        if mine.empty:
            continue
        chart = alt.Chart(mine).encode(_x(rounds), _y(measure, rounds.top), detail="outcome:N", tooltip=_tooltip())
        shape: Any = "triangle-down" if verdict == "less" else "triangle-up"
        layers += [
            chart.mark_rule(color=colour, strokeWidth=5, opacity=palette.BAR).encode(
                _y(measure, rounds.top, "low"), y2=alt.Y2(field="high")
            ),
            chart.mark_line(color=colour, strokeWidth=2.5),
            chart.mark_point(color=colour, fill=colour, shape=shape, size=90, opacity=1),
        ]
    return layers


def _names(last: pd.DataFrame, rounds: Rounds, measure: Measure) -> list[alt.Chart]:
    """Return figures with names right of the last round, each joined to the end of its line; bold is what changed."""
    if last.empty:
        return []
    pixel, last = rounds.top / HEIGHT, last.sort_values("score", kind="stable")
    texts = (last["figure"] + f"{measure.unit} " + last["statement"]).map(lambda text: wrapped(text, NAME, MOST_LINES))
    lines = texts.str.count("\n") + 1
    middle = apart(last["score"].tolist(), ((lines * LINE + BETWEEN) * pixel).tolist(), rounds.top)
    named = last.assign(text=texts, middle=middle)
    named = named.assign(place=named["middle"] + (lines - 1) / 2 * LINE * pixel)  # Vega anchors the first line
    look: dict[str, Any] = {"align": "left", "fontSize": 12, "lineBreak": "\n", "lineHeight": LINE, "tooltip": None}
    look |= {"baseline": "middle", "color": palette.INK}
    is_told = named["verdict"].isin(CHANGED)
    ends = {"x": alt.XValue(alt.ExprRef(f"width - {NAMES - 7}")), "x2": alt.X2Value(_BESIDE)}
    joined = alt.Chart(named[["score", "middle"]]).mark_rule(color=palette.GREY, strokeWidth=1, tooltip=None)
    return [
        joined.encode(_y(measure, rounds.top), y2=alt.Y2(field="middle"), **ends),
        *(
            alt.Chart(named.loc[is_told == told, ["text", "place"]])
            .mark_text(fontWeight="bold" if told else "normal", xOffset=4, **look)
            .encode(_y(measure, rounds.top, "place"), x=alt.XValue(_BESIDE), text=alt.Text("text:N"))
            for told in (True, False)
            if (is_told == told).any()
        ),
    ]


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("statement:N", title="Outcome"),
        alt.Tooltip("at:N", title="Round"),
        alt.Tooltip("figure:N", title="Score"),
        alt.Tooltip("n:Q", title="Answers"),
    ]


def change_list(changed: Changes, by: str, statements: Mapping[str, str], most: int = MOST_ROWS) -> alt.LayerChart:
    """Draw a row per outcome: its score before and now, the change with its 95 % interval, and the verdict in words.

    What changed comes first, then what cannot be told, then what is unchanged; in each the largest change first, and
    all at most so many.
    """
    return change_rows(listed(changed, by, statements).head(most), MEASURES[by], GROUPS)

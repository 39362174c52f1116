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

HEIGHT = 380
NAMES, HIGHEST = 120, 3
"""Pixels right of the last round, for names; those of how many outcomes where none changed."""

LABEL, NARROW_LABEL, MANY_ROUNDS = 12, 6, 3
"""Characters in a line of a round's label, and those where there are so many rounds."""

LINE = 14
"""Pixels of a line of a name."""


class Rounds(NamedTuple):
    """The labels of rounds in their order, broken into lines, and the end of the axis."""

    labels: list[str]
    top: float


STEPS: Mapping[str, float] = {"unmet": 0.25, "share_short": 0.25, "opportunity": 5, "value_wanted": 1}
"""The axis ends at the next multiple of this, by score, above all intervals."""


def slopes(changed: Changes, by: str, rounds: Mapping[str, str], statements: Mapping[str, str]) -> alt.LayerChart:
    """Draw a line per outcome from round to round; coloured, with intervals and name, is what changed beyond noise.

    Where nothing did, the highest have their names: lines that nobody can tell apart say nothing.
    `rounds` maps the names of rounds in `changed.scores` to their labels, in order; `statements` those of outcomes.
    """
    measure = MEASURES[by]
    verdicts = dict(zip(changed.changed["outcome"], changed.changed["verdict"], strict=True))
    scores = changed.scores[changed.scores["round"].isin(list(rounds))]
    width = NARROW_LABEL if len(rounds) >= MANY_ROUNDS else LABEL
    labels = {name: wrapped(label, width, 3) for name, label in rounds.items()}
    columns = Rounds(list(labels.values()), _top(measure, scores))
    rows = scores.assign(
        at=scores["round"].map(labels),
        statement=scores["outcome"].map(statements),
        verdict=scores["outcome"].map(verdicts).fillna("cannot tell"),
        figure=[f"{measure.per * one:.{measure.decimals}f}" for one in scores["score"]],
    )
    is_told = rows["verdict"].isin(["less", "more"])
    last = rows[rows["at"] == columns.labels[-1]]
    named = last[is_told.loc[last.index]] if is_told.any() else last.sort_values("score", ascending=False).head(HIGHEST)
    layers = [
        *_lines(rows[~is_told], columns, measure, palette.GREY),
        *_told(rows[is_told], columns, measure),
        *_names(named, columns, measure),
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


def _x(rounds: Rounds) -> alt.X:
    look: dict[str, Any] = {"labelAngle": 0, "labelFontSize": 12, "labelLimit": 90, "labelLineHeight": 14}
    axis = alt.Axis(
        orient="top",
        title=None,
        domain=False,
        ticks=False,
        grid=True,
        labelOverlap="greedy",
        labelExpr="split(datum.value, '\\n')",
        **look,
    )
    scale = alt.Scale(type="point", range=[24, alt.ExprRef(f"width - {NAMES}")])
    return alt.X("at:N", sort=rounds.labels, axis=axis, scale=scale)


def _y(measure: Measure, top: float, name: str = "score") -> alt.Y:
    label = f"format(datum.value * {measure.per}, '~g') + '{measure.unit}'"
    axis = alt.Axis(title=None, labelExpr=label, domain=False, ticks=False, tickCount=5, labelFontSize=12)
    return alt.Y(f"{name}:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False))


def _top(measure: Measure, scores: pd.DataFrame) -> float:
    step = STEPS[measure.name]
    highest = float(scores["high"].max()) if len(scores) else 0.0
    return step * max(math.ceil(round(highest / step, 9)), 1)


def _lines(rows: pd.DataFrame, rounds: Rounds, measure: Measure, colour: str) -> list[alt.Chart]:
    """Return thin lines with hollow points."""
    chart = alt.Chart(rows).encode(_x(rounds), _y(measure, rounds.top), detail="outcome:N", tooltip=_tooltip())
    return [
        chart.mark_line(color=colour, strokeWidth=1.2, opacity=0.8),
        chart.mark_point(color=colour, fill=palette.PAPER, size=45, opacity=1, filled=False),
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
            chart.mark_rule(color=colour, strokeWidth=5, opacity=0.35).encode(
                _y(measure, rounds.top, "low"), y2=alt.Y2(field="high")
            ),
            chart.mark_line(color=colour, strokeWidth=2.5),
            chart.mark_point(color=colour, fill=colour, shape=shape, size=90, opacity=1),
        ]
    return layers


def _names(last: pd.DataFrame, rounds: Rounds, measure: Measure) -> list[alt.Chart]:
    """Return figures and names right of the last round."""
    if last.empty:
        return []
    last = last.sort_values("score").head(LABELLED)
    named = last.assign(text=last["figure"] + f"{measure.unit}\n" + last["statement"].map(_short))
    room = (named["text"].str.count("\n") + 1) * LINE / HEIGHT * rounds.top
    middle = pd.Series(apart(named["score"].tolist(), room.tolist()), index=named.index)
    over = max(middle.iloc[-1] + room.iloc[-1] / 2 - rounds.top, 0)  # the highest stays below the rounds' labels
    named = named.assign(place=middle - over + (room - LINE / HEIGHT * rounds.top) / 2)  # Vega anchors the first line
    words = alt.Chart(named).encode(_x(rounds), _y(measure, rounds.top, "place"), text="text:N")
    return _with_halo(words)


def _with_halo(words: alt.Chart) -> list[alt.Chart]:
    font: dict[str, Any] = {
        "align": "left",
        "dx": 10,
        "fontSize": 12,
        "fontWeight": "bold",
        "lineBreak": "\n",
        "lineHeight": LINE,
        "baseline": "middle",
        "tooltip": None,
    }
    return [
        words.mark_text(stroke=palette.PAPER, strokeWidth=4, aria=False, **font),
        words.mark_text(color=palette.INK, **font),
    ]


def _short(statement: str) -> str:
    return wrapped(statement, 16, 4)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("statement:N", title="Outcome"),
        alt.Tooltip("at:N", title="Round"),
        alt.Tooltip("figure:N", title="Score"),
        alt.Tooltip("n:Q", title="Answers"),
    ]


def change_list(changed: Changes, by: str, statements: Mapping[str, str]) -> alt.LayerChart:
    """Draw a row per outcome: its score before and now, the change with its 95 % interval, and the verdict in words.

    What changed comes first, then what cannot be told, then what is unchanged; in each the largest change first, and
    all at most `MOST_ROWS`.
    """
    return change_rows(listed(changed, by, statements).head(MOST_ROWS), MEASURES[by], GROUPS)

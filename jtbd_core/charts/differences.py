"""The list of differences beyond noise: each with its two scores, its direction in a word, and its 95 % interval."""

from typing import Any

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.matrix import SIGNS
from jtbd_core.charts.statements import wrapped
from jtbd_core.scoring.measures import Measure

MOST_ROWS, MOST_NARROW_ROWS = 12, 6
"""Differences in the list; the rest stands in the table."""

ROW, NARROW_ROW, AXIS = 40, 92, 6  # pixels
STATEMENT, NARROW_STATEMENT = 40, 50  # characters in a line
LINE = 16
_MARKS = "width * 0.56", "width - 186"
"""Where the axis of a wide page begins and ends."""


def difference_list(
    rows: pd.DataFrame, measure: Measure, *, is_narrow: bool = False, is_whole: bool = False
) -> alt.LayerChart:
    """Draw the first differences, or all of them, each on the axis of differences, or on a phone on that of the score.

    `rows` has `statement, group, scores, mark, said` (texts, `mark` being "more" or "less") and
    `score, others, difference, difference_low, difference_high`, in units of the measure.
    """
    shown = (rows if is_whole else rows.head(rows_shown(is_narrow))).reset_index(drop=True)
    height = len(shown) * (NARROW_ROW if is_narrow else ROW) + (0 if is_narrow else AXIS)
    row = NARROW_ROW if is_narrow else ROW
    shown = shown.assign(top=[number * row for number in range(len(shown))], middle=0.0)
    layers = _narrow(shown, measure, height) if is_narrow else _wide(shown, measure, height)
    return alt.LayerChart(layer=layers, height=height, autosize=alt.AutoSizeParams(type="fit-x", contains="padding"))


def rows_shown(is_narrow: bool) -> int:
    """Return how many differences the list has at most."""
    return MOST_NARROW_ROWS if is_narrow else MOST_ROWS


def _wide(shown: pd.DataFrame, measure: Measure, height: int) -> list[alt.Chart]:
    """Return a line per difference: statement, group with both scores, direction, interval, and the figures."""
    shown = shown.assign(middle=shown["top"] + ROW / 2)
    texts = shown["statement"].map(lambda text: wrapped(text, STATEMENT)).astype(str)
    group: dict[str, Any] = {"fontSize": 12, "color": palette.SOFT_INK, "limit": alt.ExprRef("width * 0.18")}
    both = shown.assign(both=shown["group"] + "\n" + shown["scores"])
    said: dict[str, Any] = {"align": "right", "fontWeight": "bold", "fontSize": 12}
    return [
        *_intervals(shown, measure, height),
        *(
            _text(part, "middle", "statement", 2, height, lines=lines, limit=alt.ExprRef("width * 0.29"))
            for lines, part in shown.assign(statement=texts).groupby(texts.str.count("\n") + 1)
        ),
        _text(both, "middle", "both", alt.ExprRef("width * 0.3"), height, lines=2, **group),
        _text(shown, "middle", "said", "width", height, **said),
    ]


def _intervals(shown: pd.DataFrame, measure: Measure, height: int) -> list[alt.Chart]:
    """Return the direction of each difference in a word, its interval and a triangle, on an axis around 0."""
    reach = _reach(shown, measure)
    axis = alt.Axis(
        orient="bottom",
        title=None,
        labelExpr=f"(datum.value > 0 ? '+' : '') + format(datum.value * {measure.per}, '~g')",
        domain=False,
        ticks=False,
        tickCount=5,
        gridOpacity=0.5,
        labelFontSize=12,
    )
    scale = alt.Scale(domain=[-reach, reach], range=[alt.ExprRef(end) for end in _MARKS], nice=False)
    layers = [_zero(height, scale)]
    for mark, part, color in _by_mark(shown):
        word = part.assign(word=f"{SIGNS[mark]} {mark}")
        chart = alt.Chart(part)
        layers += [
            _text(word, "middle", "word", alt.ExprRef("width * 0.485"), height, fontWeight="bold", color=color),
            chart.mark_rule(color=color, strokeWidth=4, opacity=0.45, tooltip=None).encode(
                alt.X("difference_low:Q", axis=axis, scale=scale),
                _y("middle", height),
                x2=alt.X2(field="difference_high"),
            ),
            _triangle(chart, mark, color, 110).encode(
                alt.X("difference:Q", axis=axis, scale=scale), _y("middle", height)
            ),
        ]
    return layers


def _triangle(chart: alt.Chart, mark: str, color: alt.ExprRef, size: int) -> alt.Chart:
    shape = "triangle-up" if mark == "more" else "triangle-down"
    triangle: alt.Chart = chart.mark_point(shape=shape, filled=True, color=color, size=size, opacity=1, tooltip=None)
    return triangle


def _narrow(shown: pd.DataFrame, measure: Measure, height: int) -> list[alt.Chart]:
    """Return four lines per difference: group and direction, statement, both scores as marks, and the figures."""
    most = 1.0 if measure.unit else float(shown[["score", "others"]].max().max()) * 1.1
    scale = alt.Scale(domain=[0, most], range=[8, alt.ExprRef("width - 12")], nice=False)
    shown = shown.assign(
        first=shown["top"] + 14, second=shown["top"] + 34, middle=shown["top"] + 54, last=shown["top"] + 74
    )
    statements = shown["statement"].map(lambda text: wrapped(text, NARROW_STATEMENT, 1)).astype(str)
    soft: dict[str, Any] = {"fontSize": 12, "color": palette.SOFT_INK}
    figures = shown.assign(figures=shown["scores"] + "; " + shown["said"])
    rules = alt.Chart(shown.loc[shown["top"] > 0, ["top"]])
    layers = [
        rules.mark_rule(color=palette.GREY, opacity=0.35).encode(
            _y("top", height), x=alt.XValue(0), x2=alt.X2Value("width")
        ),
        _text(shown, "first", "group", 0, height, fontWeight="bold"),
        _text(shown.assign(statement=statements), "second", "statement", 0, height, limit=alt.ExprRef("width")),
        _text(figures, "last", "figures", 0, height, limit=alt.ExprRef("width"), **soft),
    ]
    for mark, part, color in _by_mark(shown):
        chart = alt.Chart(part)
        word = part.assign(word=f"{SIGNS[mark]} {mark}")
        layers += [
            _text(word, "first", "word", "width", height, align="right", fontWeight="bold", color=color),
            chart.mark_rule(color=color, strokeWidth=3, opacity=0.5, tooltip=None).encode(
                alt.X("score:Q", axis=None, scale=scale), _y("middle", height), x2=alt.X2(field="others")
            ),
            chart.mark_point(color=palette.GREY, fill=palette.PAPER, size=80, opacity=1, tooltip=None).encode(
                alt.X("others:Q", axis=None, scale=scale), _y("middle", height)
            ),
            _triangle(chart, mark, color, 130).encode(alt.X("score:Q", axis=None, scale=scale), _y("middle", height)),
        ]
    return layers


def _by_mark(shown: pd.DataFrame) -> list[tuple[str, pd.DataFrame, alt.ExprRef]]:
    colours = {"more": palette.MORE, "less": palette.LESS}
    return [(mark, shown[shown["mark"] == mark], colours[mark]) for mark in colours if (shown["mark"] == mark).any()]


def _reach(shown: pd.DataFrame, measure: Measure) -> float:
    """Return how far the axis of differences reaches on either side, in whole steps of the measure."""
    step = {100: 0.25}.get(measure.per, 0.5 if measure.decimals == 2 else 2.0)
    largest = float(shown[["difference_low", "difference_high"]].abs().max().max())
    return step * (largest // step + 1)


def _zero(height: int, scale: alt.Scale) -> alt.Chart:
    line: alt.Chart = (
        alt.Chart(pd.DataFrame({"at": [0.0]}))
        .mark_rule(color=palette.INK, strokeWidth=1.5, tooltip=None)
        .encode(alt.X("at:Q", scale=scale), y=alt.YValue(0), y2=alt.Y2Value(height - AXIS))
    )
    return line


def _text(
    rows: pd.DataFrame,
    at: str,
    name: str,
    x: int | str | alt.ExprRef,
    height: int,
    lines: int = 1,
    **look: Any,  # noqa: ANN401 - properties of a mark
) -> alt.Chart:
    """Return a column of texts of so many lines, at a place in pixels."""
    usual: dict[str, Any] = {"align": "left", "fontSize": 13, "color": palette.INK, "lineBreak": "\n", "tooltip": None}
    usual |= {"baseline": "middle", "lineHeight": LINE, "yOffset": -(lines - 1) * LINE / 2}
    chart: alt.Chart = (
        alt.Chart(rows[[at, name]])
        .mark_text(**usual | look)
        .encode(_y(at, height), x=alt.XValue(x), text=alt.Text(f"{name}:N"))
    )
    return chart


def _y(name: str, height: int) -> alt.Y:
    scale = alt.Scale(domain=[0, height], range=[0, height], nice=False, zero=False)
    return alt.Y(field=name, type="quantitative", axis=None, scale=scale)

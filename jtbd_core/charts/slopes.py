"""How outcomes moved from round to round: a slope for each, and a row for each with its change and the verdict."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd

from jtbd_core.charts import palette
from jtbd_core.charts.change_rows import change_rows
from jtbd_core.charts.labels import apart
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.charts.statements import wrapped
from jtbd_core.scoring.measures import MARGINS, MEASURES, Measure
from jtbd_core.scoring.results import Changes

HEIGHT = 380
NAMES = 120
"""Pixels right of the last round for names."""

LINE = 14
"""Pixels of a line of a name."""

LABELLED = 5
"""The most outcomes that have their name at their slope: more would cover each other."""

WORDS = {
    "unmet": ("fewer unmet", "more unmet"),
    "share_short": ("falls short for fewer", "falls short for more"),
    "opportunity": ("less opportunity", "more opportunity"),
    "value_wanted": ("less wanted", "more wanted"),
}
"""What a score has become that changed: less, and more."""

MARKS = {"less": "▼ ", "more": "▲ ", "cannot tell": "? ", "unchanged": "= "}
GROUPS = {"changed": "Changed beyond noise", "cannot tell": "Cannot tell", "unchanged": "Unchanged within a margin"}
TOP: Mapping[str, float] = {"unmet": 1, "share_short": 1, "opportunity": 20}


def slopes(changed: Changes, by: str, rounds: Mapping[str, str], statements: Mapping[str, str]) -> alt.LayerChart:
    """Draw a line per outcome from round to round; coloured, with intervals and name, is what changed beyond noise.

    `rounds` maps the names of rounds in `changed.scores` to their labels, in order; `statements` those of outcomes.
    """
    measure = MEASURES[by]
    rounds = {name: wrapped(label, 12, 3) for name, label in rounds.items()}
    verdicts = dict(zip(changed.changed["outcome"], changed.changed["verdict"], strict=True))
    scores = changed.scores[changed.scores["round"].isin(list(rounds))]
    rows = scores.assign(
        at=scores["round"].map(rounds),
        statement=scores["outcome"].map(statements),
        verdict=scores["outcome"].map(verdicts).fillna("cannot tell"),
        figure=[f"{measure.per * one:.{measure.decimals}f}" for one in scores["score"]],
    )
    is_told = rows["verdict"].isin(["less", "more"])
    layers = [*_lines(rows[~is_told], rounds, measure, palette.GREY), *_told(rows[is_told], rounds, measure)]
    return alt.LayerChart(layer=layers, height=HEIGHT)


def _x(rounds: Mapping[str, str]) -> alt.X:
    look: dict[str, Any] = {"labelAngle": 0, "labelFontSize": 12, "labelLimit": 90, "labelLineHeight": 14}
    axis = alt.Axis(
        orient="top",
        title=None,
        domain=False,
        ticks=False,
        grid=True,
        labelOverlap=False,
        labelExpr="split(datum.value, '\\n')",
        **look,
    )
    scale = alt.Scale(type="point", range=[24, alt.ExprRef(f"width - {NAMES}")])
    return alt.X("at:N", sort=list(rounds.values()), axis=axis, scale=scale)


def _y(measure: Measure, rows: pd.DataFrame, name: str = "score") -> alt.Y:
    label = f"format(datum.value * {measure.per}, '~g') + '{measure.unit}'"
    axis = alt.Axis(title=None, labelExpr=label, domain=False, ticks=False, tickCount=5, labelFontSize=12)
    return alt.Y(f"{name}:Q", axis=axis, scale=alt.Scale(domain=[0, _top(measure, rows)], nice=False))


def _top(measure: Measure, rows: pd.DataFrame) -> float:
    return TOP.get(measure.name) or max(1.0, float(rows["high"].max()) if len(rows) else 1.0)


def _lines(rows: pd.DataFrame, rounds: Mapping[str, str], measure: Measure, colour: str) -> list[alt.Chart]:
    """Return thin lines with hollow points."""
    chart = alt.Chart(rows).encode(_x(rounds), _y(measure, rows), detail="outcome:N", tooltip=_tooltip())
    return [
        chart.mark_line(color=colour, strokeWidth=1.2, opacity=0.8),
        chart.mark_point(color=colour, fill=palette.PAPER, size=45, opacity=1, filled=False),
    ]


def _told(rows: pd.DataFrame, rounds: Mapping[str, str], measure: Measure) -> list[alt.Chart]:
    """Return the lines of what changed: strong, with intervals, figures and names."""
    layers: list[alt.Chart] = []
    for verdict, colour in (("less", palette.LESS), ("more", palette.MORE)):
        mine = rows[rows["verdict"] == verdict]
        if mine.empty:
            continue
        chart = alt.Chart(mine).encode(_x(rounds), _y(measure, rows), detail="outcome:N", tooltip=_tooltip())
        shape: Any = "triangle-down" if verdict == "less" else "triangle-up"
        layers += [
            chart.mark_rule(color=colour, strokeWidth=5, opacity=0.35).encode(
                _y(measure, rows, "low"), y2=alt.Y2(field="high")
            ),
            chart.mark_line(color=colour, strokeWidth=2.5),
            chart.mark_point(color=colour, fill=colour, shape=shape, size=90, opacity=1),
        ]
    last = rows[rows["at"] == list(rounds.values())[-1]].sort_values("score").head(LABELLED)
    named = last.assign(text=last["figure"] + f"{measure.unit}\n" + last["statement"].map(_short))
    room = (named["text"].str.count("\n") + 1) * LINE / HEIGHT * _top(measure, rows)
    named = named.assign(place=apart(named["score"].tolist(), room.tolist()))
    words = alt.Chart(named).encode(_x(rounds), _y(measure, rows, "place"), text="text:N")
    return [*layers, *_with_halo(words)] if len(named) else layers


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
    return wrapped(statement, 16, 3)


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


def listed(changed: Changes, by: str, statements: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows of `change_list`: those of `changed`, with statement, group, figures and told."""
    measure = MEASURES[by]
    table = changed.changed.sort_values("difference", key=lambda one: one.abs(), ascending=False, kind="stable")
    names = {"less": "changed", "more": "changed"}
    table = table.assign(group=table["verdict"].replace(names))
    table = table.sort_values("group", key=lambda one: one.map(list(GROUPS).index), kind="stable")
    rows = [row for _, row in table.iterrows()]
    return table.assign(
        statement=table["outcome"].map(statements),
        figures=[f"{_figure(measure, row['before'])} → {_figure(measure, row['now'])}{measure.unit}" for row in rows],
        told=[_verdict(measure, row) for row in rows],
    )


def _figure(measure: Measure, score: float) -> str:
    return f"{measure.per * score:.{measure.decimals}f}"


def _verdict(measure: Measure, row: pd.Series) -> str:
    """Return the verdict on a change in words: "▼ fewer unmet", "? cannot tell", "= within ±20"."""
    less, more = WORDS[measure.name]
    within = "" if pd.isna(row["within"]) else f"{measure.per * row['within']:g}"
    words = {"less": less, "more": more, "cannot tell": "cannot tell", "unchanged": f"within ±{within}"}
    return MARKS[row["verdict"]] + words[row["verdict"]]


def change_description(changed: Changes, by: str, statements: Mapping[str, str], before: str, now: str) -> str:
    """Describe the change between two rounds: how many outcomes changed, which, and of how many it cannot be told."""
    table = listed(changed, by, statements)
    told = table[table["group"] == "changed"]
    named = [f"{row.statement}: {row.figures}" for row in told.head(LABELLED).itertuples()]
    counts = f"{len(told)} of {len(table)} outcomes changed from {before} to {now} ({MEASURES[by].title})"
    unsure = int((table["group"] == "cannot tell").sum())
    return f"{counts}{': ' + '; '.join(named) if named else ''}. Cannot tell: {unsure}."


def change_key(by: str, looked_at: int) -> str:
    """Return what the marks of the list mean."""
    measure = MEASURES[by]
    widest = f"±{measure.per * MARGINS * measure.apart:g}"
    points = " points" if measure.unit else ""
    more = f"{looked_at - MOST_ROWS} more in the table. " if looked_at > MOST_ROWS else ""
    return (
        f"{more}Bar: 95 % interval of the change. ▼ ▲: beyond noise; with {looked_at} outcomes looked at, one interval "
        f"that misses 0 is not yet a change. Grey band: within {widest}{points}. = within: all of the interval is."
    )


def changes_headline(changed: Changes, by: str, statements: Mapping[str, str], since: str) -> str:
    """Return what changed in a sentence, and of how many outcomes the answers cannot tell."""
    measure, table = MEASURES[by], listed(changed, by, statements)
    told = table[table["group"] == "changed"]
    unsure = int((table["group"] == "cannot tell").sum())
    rest = f" For {unsure} of {len(table)} the answers cannot tell." if unsure else ""
    if told.empty:
        return f"Nothing changed beyond noise since {since}.{rest}"
    first = told.iloc[0]
    now, before = (_figure(measure, first[name]) + measure.unit for name in ("now", "before"))
    many = "One outcome" if len(told) == 1 else f"{len(told)} outcomes"
    sentence = f"“{first['statement']}” {_said(measure, now)}, it was {before}."
    most = "" if len(told) == 1 else " most:"
    return f"{many} changed since {since}{':' if len(told) == 1 else ','}{most} {sentence}{rest}"


def _said(measure: Measure, now: str) -> str:
    said = {"unmet": "is unmet for", "share_short": "falls short for", "opportunity": "has opportunity"}
    return f"{said.get(measure.name, 'has value wanted')} {now}"


def columns_of(changed: Changes, by: str, statements: Mapping[str, str]) -> Sequence[dict[str, Any]]:
    """Return the rows of the list as a table: statement, people and score of both rounds, the change, the verdict."""
    measure = MEASURES[by]
    return [
        {
            "Outcome": row["statement"],
            "Before": float(_figure(measure, row["before"])),
            "n before": int(row["n_before"]),
            "Now": float(_figure(measure, row["now"])),
            "n": int(row["n"]),
            "Change": float(_figure(measure, row["difference"])),
            "95 % from": float(_figure(measure, row["difference_low"])),
            "to": float(_figure(measure, row["difference_high"])),
            "Verdict": row["told"],
        }
        for _, row in listed(changed, by, statements).iterrows()
    ]

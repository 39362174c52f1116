"""The bars of value delivered: left of a line the people an outcome falls short for, right of it the others."""

import math

import altair as alt
import pandas as pd

from jtbd_core.charts.lists import Look, by_size
from jtbd_core.charts.places import MARKS, Place, Score
from jtbd_core.charts.rows import row_list
from jtbd_core.charts.tooltips import tooltip, with_tooltips
from jtbd_core.scoring.measures import ANYWAY, MEASURES
from jtbd_core.study.just_short import just_short

LOOKS = {
    "share_far_short": ("#9a3412", "#ffffff"),
    "share_just_short": ("#e3a07c", "#262b36"),
    "share_met": ("#d3dae0", "#262b36"),
    "share_exceeded": ("#0f6e68", "#ffffff"),
}
"""The colour of each share's bar, and that of the number in it."""

DIGIT = 7
"""Pixels that a bar needs for each digit of its number."""

KEY = f"Bars: % of people; left of the line those it falls short for, {ANYWAY}. Value wanted: points over everybody."


def delivered_bars(scores: pd.DataFrame, look: Look) -> alt.LayerChart:
    """Draw the shares of `delivered` of each outcome as one bar around the line of being met."""
    rated, short, wants = told(scores[scores["n"] > 0]), MEASURES["share_short"], MEASURES["value_wanted"]
    rows = [row for _, row in rated.iterrows()]
    shown = with_tooltips(rated, "share_short").assign(
        value=[wants.measured(row) for row in rows],
        expected=[f"{short.measured(row)} ({short.interval(row)})" for row in rows],
        last="n " + rated["n"].astype(int).astype(str),
        is_apart=False,
    )
    left = _reach(rated["share_far_short"] + rated["share_just_short"])
    right = _reach(rated["share_met"] + rated["share_exceeded"])
    ticks = tuple(tick for tick in (-0.5, 0.0, 0.5) if -left <= tick <= right)
    score = Score(
        short,
        f"← short · {'satisfied' if is_satisfaction(rated) else 'met'} →",
        (-left, right),
        ticks,
        heads=("value wanted", "falls short for"),
    )
    return row_list(by_size(shown, "share_short", look, "Falls short most first"), score, _bars)


def is_satisfaction(scores: pd.DataFrame) -> bool:
    """Whether satisfaction was asked, which tells neither of *met* nor of *exceeded*."""
    return bool((scores["scale"] == "satisfaction").any())


def told(scores: pd.DataFrame) -> pd.DataFrame:
    """Return scores whose shares are those that the scale tells: of satisfaction all who are satisfied as one."""
    if not is_satisfaction(scores):
        return scores
    return scores.assign(share_met=scores["share_met"] + scores["share_exceeded"], share_exceeded=0.0)


def names_of(scores: pd.DataFrame) -> dict[str, str]:
    """Return what each share that the scale tells is called, from left to right."""
    just = just_short(int(scores["deepest"].max()))
    names = {
        "share_far_short": f"short by {just + 1} or more",
        "share_just_short": "short by 1" if just == 1 else f"short by up to {just}",
    }
    if is_satisfaction(scores):
        return names | {"share_met": "satisfied"}
    return names | {"share_met": "met", "share_exceeded": "exceeded"}


def delivered_description(scores: pd.DataFrame, kind: str, people: int) -> str:
    """Describe the bars of a kind: of its first outcome, for how many people it falls short, is met and exceeded."""
    rated = told(scores[scores["n"] > 0])
    first = rated.iloc[0]
    shares = ", ".join(f"{said} for {100 * first[name]:.0f} %" for name, said in names_of(rated).items())
    return f"Value delivered by {len(rated)} {kind}s to {people} people. {first['statement']}: {shares}."


def _reach(shares: pd.Series) -> float:
    """Return how far the bars reach to one side, in tenths."""
    return max(math.ceil(10 * float(shares.max())) / 10, 0.1)


def _bars(outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the bars of each share with the numbers in them, and the line that they stand around."""
    line = alt.Chart(outcomes.assign(line=0.0)).mark_tick(
        thickness=1.5, size=place.tall, yOffset=place.marks, color="#5b6270", orient="vertical", tooltip=None
    )
    names = names_of(outcomes)
    colours = alt.Scale(domain=list(names.values()), range=[LOOKS[name][0] for name in names])
    columns = alt.ExprRef("width < 420 ? 2 : 4")  # a phone has no room for all beside each other
    legend = alt.Legend(title=None, orient="top", columns=columns, symbolType="square", symbolOpacity=1)
    colour = {name: alt.ColorDatum(said, scale=colours, legend=legend) for name, said in names.items()}
    bars = [layer for name in names for layer in _of_share(name, colour[name], outcomes, place)]
    return [*bars, line.encode(place.x(field="line"), place.y())]


def _of_share(name: str, colour: alt.ColorDatum, outcomes: pd.DataFrame, place: Place) -> list[alt.Chart]:
    """Return the bars of a share, and the numbers in those that have room."""
    far, short, met = (outcomes[share] for share in list(LOOKS)[:3])
    starts = {"share_far_short": -far - short, "share_just_short": -short, "share_met": 0 * met, "share_exceeded": met}
    _, ink = LOOKS[name]
    part = outcomes.assign(start=starts[name], end=starts[name] + outcomes[name])
    part = part.assign(centre=(part["start"] + part["end"]) / 2, label=(100 * part[name]).round().astype(int))
    part = part[part[name] > 0]
    named = part[["centre", "middle", "row", "lines", "label", "start", "end"]]
    wide = "abs(scale('x', datum.end) - scale('x', datum.start))"
    fits = alt.ExprRef(f"{wide} >= {DIGIT} * length(datum.label + '') ? 1 : 0")
    bar = alt.Chart(part).mark_bar(height=MARKS, yOffset=place.marks, cornerRadius=0)
    text = alt.Chart(named).mark_text(
        color=ink, fontSize=12, baseline="middle", align="center", yOffset=place.marks, opacity=fits, tooltip=None
    )
    drawn = bar.encode(place.x(field="start"), place.y(), x2=alt.X2(field="end"), color=colour, tooltip=tooltip(part))
    written = text.encode(place.x(field="centre"), place.y(), text=alt.Text("label:Q"))
    return [*([drawn] if len(part) else []), *([written] if len(named) else [])]

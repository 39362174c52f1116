"""The reveal: landscape, leaders, split outcomes, sureness, and the team's prediction against the answers."""

from typing import Literal

import streamlit as st

from jtbd_core.charts import CHART_REGISTRY, letters
from jtbd_core.live.drawings import drawing, is_drawn
from jtbd_core.live.findings import Findings
from jtbd_core.live.waiting import waiting
from jtbd_core.scoring.headlines import expectation, finding
from jtbd_core.scoring.prediction_gap import PredictionGap, prediction_gap
from jtbd_core.scoring.results import Results
from jtbd_core.scoring.verdicts import precision
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import Stage
from pages.components.clock import clock
from pages.components.escape import escaped, unbroken
from pages.components.score_table import draw_all_scores
from pages.components.store import the_store
from pages.components.wall import FIRST, HEAD, LAPTOP, LOW, PROJECTOR, Column, Words, draw_wall, head

MOST_LARGE = 4
"""Statements in large type, of both lists together: more are not read on a projector."""

MOST_SPLIT = 1

SECOND_HEIGHT = 560
"""Pixels of the landscape of key outcomes, below the first screen."""

LEADERS = 51.0
PARTS = (22.5, 37.5, 22.5)
"""The widths of the column right of the picture, and of those below it, in units on a laptop."""


def draw_reveal(study: Study, wave: Wave, stage: Stage, found: Findings) -> None:
    """Draw the findings of a revealed wave in large type; leaders, split and sureness fit the first screen."""
    if said := waiting(the_store(), found):
        draw_wall(Words(said, HEAD))
        return
    first = Column(leaders(found.results), LEADERS)
    texts = split(study, found), sureness(found.results), belief(stage, found.results)
    parts = [Column(*part) for part in zip(texts, PARTS, strict=True)]
    scales = LAPTOP.scale(first, parts), PROJECTOR.scale(first, parts)
    picture, words = st.columns([2, 3], gap="medium")
    with picture:
        draw_first_picture(study, found)
    with words:
        draw_wall(*first.words, scales=scales)
    for place, part in zip(st.columns(PARTS, gap="medium"), parts, strict=True):
        with place:
            draw_wall(*part.words, scales=scales)
    for name in landscapes(found)[1:]:
        left, right = st.columns([2, 3], gap="medium")
        with left:
            _draw_large(study, found, name, SECOND_HEIGHT)
        with right:
            _draw_large(study, found, name.removesuffix("-landscape"), "content")
    draw_details(stage, found)
    if wave.revealed_at:
        st.caption(f"Revealed at {clock(wave.revealed_at)}.")


def draw_first_picture(study: Study, found: Findings) -> None:
    """Draw the landscape of success outcomes, or what comes first without it: that of key outcomes, or a list."""
    shown = landscapes(found)
    name = shown[0] if shown else next(iter(found.pictures))
    _draw_large(study, found, name, "stretch" if shown else "content")


def landscapes(found: Findings) -> list[str]:
    """Return the names of the landscapes there are, that of success outcomes first."""
    return [chart.name for chart in CHART_REGISTRY if chart.place == "landscape" and is_drawn(found, chart.name)]


def _draw_large(study: Study, found: Findings, name: str, height: int | Literal["stretch", "content"]) -> None:
    picture = drawing(study, found, name)
    st.vega_lite_chart(spec=picture.spec, height=height, alt=picture.text, key=f"revealed-{name}")


def leaders(found: Results) -> list[Words]:
    """Return what contends for the first place of each list as words, cut to `MOST_LARGE` statements in all."""
    most = MOST_LARGE // max(len(found.rated), 1)
    return [line for kind in found.rated for line in _leading(found, kind, most)]


def _leading(found: Results, kind: str, most: int) -> list[Words]:
    scores, by = found.rated[kind], found.by[kind]
    first = scores[scores["tie_group"] == 1]
    count, rated = len(first), int((scores["n"] > 0).sum())
    if count == rated > 1:
        return [head(f"The answers cannot tell {count} {kind} apart yet", "accent")]
    contend = "leads" if count == 1 else "contend for first place, too close to rank"
    marks = letters(found.all) if "importance" in scores else {}
    shown = first.head(most)[["outcome", "statement"]].itertuples(index=False)
    lines = [f"{marks[one]} · {name}" if one in marks else name for one, name in shown]
    score = f"{finding(first.iloc[0], by, 'The first')} {expectation(scores, by)}"
    return [
        head(f"{count} of {rated} {kind} {contend}", "accent"),
        *(Words(line, FIRST, "strong") for line in lines),
        Words(unbroken(score), LOW),
    ]


def split(study: Study, found: Findings) -> list[Words]:
    """Return the outcomes that split the room into two camps as words, at most `MOST_SPLIT` of them in full."""
    over = head("Discuss first")
    statements = {one.id: one.statement for one in study.outcomes}
    if found.split.empty:
        return [over, Words("No outcome splits the room into two camps.")]
    lines = []
    for outcome, n, low, _, high in found.split.head(MOST_SPLIT).itertuples(index=False):
        camps = f"{low:.0%} badly, {high:.0%} well served: two camps of {n} people".replace("%", " %")
        lines += [Words(statements[outcome]), Words(unbroken(camps), look="accent")]
    more = len(found.split) - MOST_SPLIT
    return [over, *lines, *([Words(f"and {more} more", LOW)] if more > 0 else [])]


def sureness(found: Results) -> list[Words]:
    """Return as words how many people answered, the margin of error, and what more answers would add."""
    glances = [f"{noun.split()[0].capitalize()}: {unbroken(sure.glance())}" for noun, sure in found.sure.items()]
    return [head("Enough yet?"), *map(Words, (precision(found.all, found.people), *glances))]


def belief(stage: Stage, found: Results) -> list[Words]:
    """Return as words how the team's prediction compares with the answers, a sentence for each list."""
    met = [f"{noun.split()[0].capitalize()}: {one.sentence()}" for noun, one in gaps(stage, found).items()]
    nothing = "The team made no prediction before the reveal."
    return [head("Belief and answer"), *map(Words, met or [nothing])]


def gaps(stage: Stage, found: Results) -> dict[str, PredictionGap]:
    """Return the gap between prediction and scores of each list that the prediction covers."""
    met = {noun: prediction_gap(scores, stage.prediction) for noun, scores in found.rated.items()}
    return {noun: one for noun, one in met.items() if one}


def draw_details(stage: Stage, found: Findings) -> None:
    """Draw the tables behind expanders: predicted outcomes of each list, and all figures."""
    statements = found.results.all.set_index("outcome")["statement"].to_dict()
    for noun, one in gaps(stage, found.results).items():
        with st.expander(f"Belief and answer: {noun}", icon=":material/psychology:"):
            st.table(_rows(one, statements), hide_header=False)
    with st.expander("All outcomes as a table", icon=":material/table_rows:"):
        draw_all_scores(found)


def _rows(met: PredictionGap, statements: dict[str, str]) -> dict[str, list[str]]:
    marked = (("expected, and so it is", met.hits), ("expected, but not", met.misses), ("a surprise", met.surprises))
    rows = [(escaped(statements[outcome]), mark) for mark, outcomes in marked for outcome in outcomes]
    return {"Outcome": [row[0] for row in rows], "Belief and answer": [row[1] for row in rows]}

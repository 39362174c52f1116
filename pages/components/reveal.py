"""The reveal: the landscape, what leads, what splits the room, how sure that is, and what the team believed."""

import streamlit as st

from jtbd_core.charts import letters
from jtbd_core.scoring.prediction import Gap, gap
from jtbd_core.scoring.results import Results, Scores
from jtbd_core.scoring.split import split_outcomes
from jtbd_core.scoring.verdicts import precision
from jtbd_core.stage import Stage
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.findings import Findings, Stamp
from pages.components.scene import clock
from pages.components.store import the_store
from pages.components.wave_results import MOST_KEPT, draw_everything, draw_waiting
from pages.components.words import escaped, unbroken

MOST_LARGE = 4
"""Statements in large type, of both lists together; a wall of them is read by nobody."""

MOST_SPLIT = 1
HEIGHT = 320


def draw_reveal(study: Study, wave: Wave, stage: Stage, found: Findings) -> None:
    """Draw all that is revealed of a wave in large type, what a room reads first on the first screen."""
    if draw_waiting(found):
        return
    picture, words = st.columns([2, 3], gap="large")
    with picture:
        draw_first_picture(found)
    with words:
        draw_leaders(found.results)
    split, sure, belief = st.columns([3, 4, 3], gap="medium")
    with split:
        draw_split(study, found)
    with sure:
        draw_sureness(found.results)
    with belief:
        draw_belief(stage, found.results)
    draw_details(stage, found)
    if wave.revealed_at:
        st.caption(f"Revealed at {clock(wave.revealed_at)}.")


def draw_first_picture(found: Findings) -> None:
    """Draw the landscape or, where importance was not asked, the first list."""
    name = next(name for name in ("landscape", "success", "key") if name in found.pictures)
    picture, height = found.pictures[name], HEIGHT if name == "landscape" else "content"
    st.vega_lite_chart(spec=picture.spec, height=height, alt=picture.text, key=f"revealed-{name}")


def lists(found: Results) -> dict[str, Scores]:
    """Return the lists that have been rated, by what they are called."""
    both = {"success outcomes": found.success, "key outcomes": found.key}
    return {noun: scores for noun, scores in both.items() if len(scores) and scores["n"].sum()}


def draw_leaders(found: Results) -> None:
    """Draw in large type what leads each list: all that cannot be told apart, without ranks."""
    rated = lists(found)
    most = MOST_LARGE // max(len(rated), 1)
    for noun, scores in rated.items():
        leaders = scores[scores["tie_group"] == 1]
        count = len(leaders)
        if count == len(scores[scores["n"] > 0]) > 1:
            st.header(f"The answers cannot tell {count} {noun} apart yet", anchor=False)
            continue
        close = "leads" if count == 1 else "lead, too close to call"
        large(f":primary[{count} of {len(scores)} {noun} {close}]")
        marks = letters(found.all) if "opportunity" in scores else {}
        shown = leaders.head(most)[["outcome", "statement"]].itertuples(index=False)
        lines = [f"{marks[one]} · {escaped(name)}" if one in marks else escaped(name) for one, name in shown]
        facts(*lines, *([f"and {count - most} more"] if count > most else []))


def large(*lines: str) -> None:
    """Draw the lines that are read first from across a room."""
    _draw_lines("####", lines)


def facts(*lines: str) -> None:
    """Draw the lines that are read next."""
    _draw_lines("#####", lines)


def _draw_lines(size: str, lines: tuple[str, ...]) -> None:
    with st.container(gap=None):
        for line in lines:
            st.markdown(f"{size} {line}", anchors=False)


def draw_split(study: Study, found: Findings) -> None:
    """Draw the outcomes that split the room, to be discussed first."""
    st.subheader("Discuss first", anchor=False)
    statements = {one.id: one.statement for one in study.outcomes}
    split = _split(found.stamp)
    if split.empty:
        facts("No outcome splits the room into two camps.")
        return
    for outcome, n, low, _, high in split.head(MOST_SPLIT).itertuples(index=False):
        camps = f"{low:.0%} badly, {high:.0%} well served: two camps of {n} people".replace("%", " %")
        facts(f"{escaped(statements[outcome])}", f":primary[{unbroken(camps)}]")
    if len(split) > MOST_SPLIT:
        facts(f"and {len(split) - MOST_SPLIT} more")


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _split(stamp: Stamp) -> Scores:
    return split_outcomes(the_store().released(stamp.wave_id, log=stamp.pulse.version))


def draw_sureness(found: Results) -> None:
    """Say in plain words on how many people this rests, how far it may be off, and what more people would add."""
    st.subheader("Enough yet?", anchor=False)
    facts(precision(found.all, found.people))
    facts(*(f"{noun.split()[0].capitalize()}: {unbroken(sure.glance())}" for noun, sure in found.sure.items()))


def draw_belief(stage: Stage, found: Results) -> None:
    """Draw the gap between what the team expected and what was answered."""
    st.subheader("Belief and answer", anchor=False)
    met = gaps(stage, found)
    facts(*(f"{noun.split()[0].capitalize()}: {one.sentence()}" for noun, one in met.items()))
    if not met:
        facts("The team made no prediction before the reveal.")


def gaps(stage: Stage, found: Results) -> dict[str, Gap]:
    """Return how the prediction met each list it says something of."""
    met = {noun: gap(scores, stage.prediction) for noun, scores in lists(found).items()}
    return {noun: one for noun, one in met.items() if one}


def draw_details(stage: Stage, found: Findings) -> None:
    """Draw what is read close by: each expected outcome, and all figures as a table."""
    statements = found.results.all.set_index("outcome")["statement"].to_dict()
    for noun, one in gaps(stage, found.results).items():
        with st.expander(f"Belief and answer: {noun}", icon=":material/psychology:"):
            st.table(_rows(one, statements), hide_header=False)
    with st.expander("All outcomes as a table", icon=":material/table_rows:"):
        draw_everything(found)


def _rows(met: Gap, statements: dict[str, str]) -> dict[str, list[str]]:
    marked = (("expected, and so it is", met.hits), ("expected, but not", met.misses), ("a surprise", met.surprises))
    rows = [(escaped(statements[outcome]), mark) for mark, outcomes in marked for outcome in outcomes]
    return {"Outcome": [row[0] for row in rows], "Belief and answer": [row[1] for row in rows]}

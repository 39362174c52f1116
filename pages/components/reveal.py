"""The reveal: the landscape, what leads, what splits the room, how sure that is, and what the team believed."""

import streamlit as st

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
from pages.components.wave_results import MOST_KEPT, draw_picture, draw_waiting
from pages.components.words import escaped, unbroken

MOST_LARGE = 12
HEIGHT = 560


def draw_reveal(study: Study, wave: Wave, stage: Stage, found: Findings) -> None:
    """Draw all that is revealed of a wave, the picture and what leads first."""
    if draw_waiting(found):
        return
    names = [name for name in ("landscape", "success", "key") if name in found.pictures]
    picture, words = st.columns([3, 2], gap="large")
    with picture:
        draw_picture(names[0], found, HEIGHT if names[0] == "landscape" else None)
    with words:
        draw_leaders(found.results)
    first, second, third = st.columns(3, gap="large")
    with first:
        draw_split(study, found)
    with second:
        draw_sureness(found.results)
    with third:
        draw_belief(stage, found.results)
    if wave.revealed_at:
        st.caption(f"Revealed at {clock(wave.revealed_at)}.")


def lists(found: Results) -> dict[str, Scores]:
    """Return the lists that have been rated, by what they are called."""
    both = {"success outcomes": found.success, "key outcomes": found.key}
    return {noun: scores for noun, scores in both.items() if len(scores) and scores["n"].sum()}


def draw_leaders(found: Results) -> None:
    """Draw in large type what leads each list: all that cannot be told apart, without ranks."""
    for noun, scores in lists(found).items():
        leaders = scores[scores["tie_group"] == 1]
        count = len(leaders)
        if count == len(scores[scores["n"] > 0]) > 1:
            st.header(f"The answers cannot tell {count} {noun} apart yet", anchor=False)
            continue
        close = "leads" if count == 1 else "lead, too close to call"
        st.markdown(f"**{count} of {len(scores)} {noun} {close}**")
        for statement in leaders["statement"].head(MOST_LARGE):
            st.markdown(f"#### {escaped(statement)}", anchors=False)
        if count > MOST_LARGE:
            st.write(f"and {count - MOST_LARGE} more")


def draw_split(study: Study, found: Findings) -> None:
    """Draw the outcomes that split the room, to be discussed first."""
    st.subheader("Discuss first", anchor=False)
    statements = {one.id: one.statement for one in study.outcomes}
    split = _split(found.stamp).head(MOST_LARGE)
    if split.empty:
        st.write("No outcome splits the room into two camps.")
        return
    for outcome, n, low, _, high in split.itertuples(index=False):
        st.markdown(
            f"**{escaped(statements[outcome])}**  \n"
            + unbroken(f"{low:.0%} are badly served, {high:.0%} well: two camps of {n} people".replace("%", " %"))
        )


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _split(stamp: Stamp) -> Scores:
    return split_outcomes(the_store().released(stamp.wave_id))


def draw_sureness(found: Results) -> None:
    """Say in plain words on how many people this rests, how far it may be off, and what more people would add."""
    st.subheader("Is that enough yet?", anchor=False)
    st.write(precision(found.all, found.people))
    for noun, sure in found.sure.items():
        st.markdown(f"**{noun.capitalize()}:** {unbroken(sure.sentences()[0])}")


def draw_belief(stage: Stage, found: Results) -> None:
    """Draw the gap between what the team expected and what was answered."""
    st.subheader("Belief and answer", anchor=False)
    gaps = {noun: gap(scores, stage.prediction) for noun, scores in lists(found).items()}
    met = {noun: one for noun, one in gaps.items() if one}
    if not met:
        st.write("The team made no prediction before the reveal.")
    statements = found.all.set_index("outcome")["statement"]
    for noun, one in met.items():
        st.markdown(f"**{noun.capitalize()}:** {one.sentence()}")
        st.table(_rows(one, statements.to_dict()), hide_header=False)


def _rows(met: Gap, statements: dict[str, str]) -> dict[str, list[str]]:
    marked = (("expected, and so it is", met.hits), ("expected, but not", met.misses), ("a surprise", met.surprises))
    rows = [(escaped(statements[outcome]), mark) for mark, outcomes in marked for outcome in outcomes]
    return {"Outcome": [row[0] for row in rows], "Belief and answer": [row[1] for row in rows]}

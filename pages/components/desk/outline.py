"""The outline of a study: the job, its steps, and the outcomes of each step and dimension, edited in place."""

from collections.abc import Mapping, Sequence

import streamlit as st

from jtbd_core import editing
from jtbd_core.editing import Place
from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import DIMENSIONS, Outcome, Study
from jtbd_core.wording import Finding
from pages.components.desk.adding import draw_adding
from pages.components.desk.fields import outcome_field, text_field
from pages.components.desk.finding import counted, draw_findings
from pages.components.desk.job import draw_job
from pages.components.desk.steps import draw_new_step, draw_step
from pages.components.desk.ticked import draw_tick, draw_tools
from pages.components.visitor import is_phone

PANE_HEIGHT = 540
BOX = 16
"""The width of a tick box, so that what is said of an outcome stands under its words."""

Findings = Mapping[str | None, Sequence[Finding]]


def draw_outline(study: Study, found: Sequence[Finding]) -> None:
    """Draw the outline in a pane of its own, so that the preview stays beside it; on a phone in the page."""
    by_outcome: dict[str | None, list[Finding]] = {}
    for one in found:
        by_outcome.setdefault(one.outcome, []).append(one)
    draw_tools(study)
    with st.container(height="content" if is_phone() else PANE_HEIGHT, border=True):
        draw_job(study)
        draw_findings(by_outcome.get(None, ()))
        for number, step in enumerate(study.steps, start=1):
            place = Place(step=step.id)
            draw_step(number, step, _counted(study, place, by_outcome))
            draw_place(study, place, by_outcome)
        draw_new_step()
        for dimension in DIMENSIONS:
            place = Place(dimension=dimension)
            st.markdown(
                f"**Success: {dimension}** {_counted(study, place, by_outcome)}",
                help=f"{GLOSSARY['success outcome']} {dimension.capitalize()}: {GLOSSARY[dimension]}",
            )
            draw_place(study, place, by_outcome)


def draw_place(study: Study, place: Place, found: Findings) -> None:
    """Draw the outcomes of a step or dimension, and the way to add more."""
    with st.container(gap="xxsmall"):
        for outcome in place.outcomes(study):
            draw_outcome(outcome, found.get(outcome.id, ()))
    draw_adding(study, place)


def draw_outcome(outcome: Outcome, found: Sequence[Finding]) -> None:
    """Draw one outcome as a line to edit, with what the checks say about it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        draw_tick(outcome)
        text_field(
            f"Outcome {outcome.id}",
            outcome_field(outcome.id),
            outcome.statement,
            f"the wording of “{outcome.statement}”",
            lambda old, statement: editing.with_statement(old, outcome.id, statement),
            label_visibility="collapsed",
            required=True,
        )
        if outcome.polarity == "avoid":
            st.badge("avoid", icon=":material/block:", color="gray", help=GLOSSARY["polarity"])
    if found:
        with st.container(horizontal=True, gap="small", wrap=False):
            st.space(BOX)
            with st.container(gap=None):
                draw_findings(found)


def _counted(study: Study, place: Place, found: Findings) -> str:
    return counted([one for outcome in place.outcomes(study) for one in found.get(outcome.id, ())])

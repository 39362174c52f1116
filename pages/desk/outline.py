"""The outline of a study: the job, its steps, and the outcomes of each step and dimension, edited in place."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Outcome, Study
from jtbd_core.study.sections import Section, sections
from jtbd_core.study.wording import Problem, problems
from pages.components.phone import is_phone
from pages.desk.activities import draw_activity_head
from pages.desk.adding import draw_adding
from pages.desk.assistant import draw_assistant
from pages.desk.changes import Desk
from pages.desk.fields import statement_field
from pages.desk.job import draw_job
from pages.desk.parts import TOOLS, draw_part, part_of
from pages.desk.pasting import draw_pasting
from pages.desk.problem import counted, draw_problems
from pages.desk.steps import draw_new_step, draw_step
from pages.desk.tools import draw_tick, draw_tools

PANE_HEIGHT = 540
BOX = 16
"""The width of a tick box in pixels, by which problems are indented under their statement."""


def draw_outline(study: Study) -> None:
    """Draw the outline in a pane that scrolls by itself, so that the preview stays in view; on a phone in the page."""
    draw_assistant(study)
    draw_pasting()
    draw_part(TOOLS, draw_tools)
    with st.container(height="content" if is_phone() else PANE_HEIGHT, border=True):
        draw_job(study)
        draw_problems([one for one in problems(study) if one.outcome is None])
        for section in sections(study):
            if section.step is not None:
                draw_section(section)
        draw_new_step(study)
        if not study.outcomes:
            st.info(
                "No outcomes yet. Add the job steps, then choose *Add outcomes* under a step or a kind of success, and "
                "type or paste one statement per line.",
                icon=":material/playlist_add:",
            )
        for section in sections(study):
            if section.dimension is not None:
                draw_section(section)


def draw_section(section: Section) -> None:
    """Draw the outcomes of a section, and the button that adds more."""
    draw_part(part_of(section), draw_outcomes, section)
    draw_adding(section)


def draw_outcomes(desk: Desk, section: Section) -> None:
    """Draw the head of a section with badges of its problems, and its outcomes."""
    outcomes = section.outcomes(desk.study)
    found: dict[str | None, list[Problem]] = {one.id: [] for one in outcomes}
    for one in problems(desk.study):
        if one.outcome in found:
            found[one.outcome].append(one)
    marks = counted([one for group in found.values() for one in group])
    if section.step is not None:
        draw_step(desk.study, section.step, marks)
    else:
        st.markdown(
            f"**{section.label(desk.study)}** {marks}",
            help=f"{GLOSSARY['success outcome']} {section.name(desk.study)}: {GLOSSARY[section.id]}",
        )
    with st.container(gap="xxsmall"):
        for _, some in groupby(outcomes, key=lambda one: one.activity):
            felt = list(some)
            draw_activity_head(desk.study, felt[0])
            for outcome in felt:
                draw_outcome(outcome, found[outcome.id])


def draw_outcome(outcome: Outcome, found: Sequence[Problem]) -> None:
    """Draw the tick box and field of an outcome, and the problems that the wording checks find below."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        draw_tick(outcome)
        statement_field(f"Outcome {outcome.id}", outcome)
        if outcome.polarity == "avoid":
            st.badge("avoid", icon=":material/block:", color="gray", help=GLOSSARY["polarity"])
    if found:
        with st.container(horizontal=True, gap="small", wrap=False):
            st.space(BOX)
            with st.container(gap=None):
                draw_problems(found)

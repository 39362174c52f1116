"""The outline of a study: the job, its steps, and the outcomes of each step and dimension, edited in place."""

from collections.abc import Mapping, Sequence
from itertools import groupby

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Outcome, Study
from jtbd_core.study.sections import Section, sections
from jtbd_core.study.wording import Problem, problems
from pages.components.escape import escaped
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.desk.activities import activity_head
from pages.desk.adding import draw_adding, draw_list_form
from pages.desk.assistant import draw_assistant
from pages.desk.changes import Desk
from pages.desk.fields import chosen, statement_field
from pages.desk.job import draw_job
from pages.desk.opening import draw_opening, opened_section
from pages.desk.parts import draw_part, part_of
from pages.desk.pasting import draw_pasting
from pages.desk.problem import counted, draw_problems, problems_line
from pages.desk.steps import draw_new_step, draw_step
from pages.desk.tools import draw_tick, draw_tools

AT_ONCE = 20
"""The outcomes of a section that have fields at once; the others stand above and below them as text."""
BOX = 16
"""The width of a tick box in pixels, by which problems are indented under their statement."""

Found = Mapping[str | None, Sequence[Problem]]


def draw_outline(study: Study) -> None:
    """Draw the job, and each section as text but for the one that is open."""
    draw_job(study)
    draw_problems([one for one in problems(study) if one.outcome is None])
    draw_assistant(study)
    draw_pasting()
    for section in sections(study):
        if section.step is not None:
            draw_part(part_of(section), draw_section, section)
    draw_new_step(study)
    for section in sections(study):
        if section.dimension is not None:
            draw_part(part_of(section), draw_section, section)


def draw_section(desk: Desk, section: Section) -> None:
    """Draw a section: its head with badges of its problems, and its outcomes as text, as fields if it is open."""
    study = desk.study
    outcomes = section.outcomes(study)
    found: dict[str | None, list[Problem]] = {one.id: [] for one in outcomes}
    for one in problems(study):
        if one.outcome in found:
            found[one.outcome].append(one)
    is_open = opened_section(study) == section
    with st.container(border=is_open, gap="small"):
        _draw_head(study, section, counted([one for group in found.values() for one in group]), is_open)
        if not is_open:
            _draw_text(study, outcomes, found)
            return
        if section.step is not None:
            draw_step(study, section.step)
        if outcomes:
            _draw_fields(study, section, outcomes, found)
        draw_list_form(section)


def _draw_head(study: Study, section: Section, marks: str, is_open: bool) -> None:
    name, count = section.label(study), len(section.outcomes(study))
    about = GLOSSARY["job step"] if section.step else f"{GLOSSARY['success outcome']} {GLOSSARY[section.id]}"
    core = " · core step" if any(one.id == section.step and one.is_core for one in study.steps) else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=is_phone()):
        st.markdown(
            f"**{escaped(name)}** :small[:gray[{plural(count, 'outcome')}{core}]] {marks}", width="stretch", help=about
        )
        draw_opening(section, name, is_open)
        draw_adding(section, name)


def _draw_text(study: Study, outcomes: Sequence[Outcome], found: Found) -> None:
    """Draw outcomes as one text, each with what is found in it below."""
    if outcomes:
        st.markdown("\n".join(_lines(study, outcomes, found)))


def _lines(study: Study, outcomes: Sequence[Outcome], found: Found) -> list[str]:
    lines: list[str] = []
    for _, some in groupby(outcomes, key=lambda one: (one.step, one.activity)):
        felt = list(some)
        if head := activity_head(study, felt[0]):
            lines += ["", f":small[:gray[{head}]]", ""]
        for one in felt:
            avoid = " :gray-badge[avoid]" if one.polarity == "avoid" else ""
            line = problems_line(found[one.id])
            lines.append(f"- {escaped(one.statement)}{avoid}" + (f"  \n  {line}" if line else ""))
    return lines


def _draw_fields(study: Study, section: Section, outcomes: Sequence[Outcome], found: Found) -> None:
    """Draw the tools and the fields of the outcomes, of a long section twenty at a time between the others as text."""
    draw_tools(study, [one.id for one in outcomes])
    first = 0
    if len(outcomes) > AT_ONCE:
        starts = range(0, len(outcomes), AT_ONCE)
        labels = {n: f"{n + 1}–{min(n + AT_ONCE, len(outcomes))}" for n in starts}
        key = f"page-{section.id}"
        if chosen(key) not in labels:
            st.session_state.pop(key, None)
        first = st.segmented_control(
            "Outcomes with fields", list(starts), default=0, required=True, format_func=labels.__getitem__, key=key
        )
    _draw_text(study, outcomes[:first], found)
    with st.container(gap="xxsmall"):
        for _, some in groupby(outcomes[first : first + AT_ONCE], key=lambda one: one.activity):
            felt = list(some)
            if head := activity_head(study, felt[0]):
                st.caption(head)
            for outcome in felt:
                draw_outcome(outcome, found[outcome.id])
    _draw_text(study, outcomes[first + AT_ONCE :], found)


def draw_outcome(outcome: Outcome, found: Sequence[Problem]) -> None:
    """Draw the tick box and field of an outcome, and the problems that the wording checks find below."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        draw_tick(outcome)
        statement_field(outcome)
        if outcome.polarity == "avoid":
            st.badge("avoid", icon=":material/block:", color="gray", help=GLOSSARY["polarity"])
    if found:
        with st.container(horizontal=True, gap="small", wrap=False):
            st.space(BOX)
            with st.container(gap=None):
                draw_problems(found)

"""The job steps of the outline."""

from collections.abc import Mapping

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Step, Study, editing
from jtbd_core.study.scaffold import STAGES, with_scaffold
from jtbd_core.study.sections import Section
from pages.components.permission import with_permission
from pages.desk.activities import draw_activities, open_activities
from pages.desk.changes import Edit, change, the_desk
from pages.desk.fields import chosen, put, text_field
from pages.desk.opening import open_section

NEW_STEP = "desk-new-step"
ACTIVITIES = "Name its activities"
DONE = {
    "Move up": "moved up job step",
    "Move down": "moved down job step",
    "Make it the core step": "made the core step of",
    "Not the core step": "no longer the core step:",
    "Delete the step": "removed job step",
}
"""What the menu did, as undo names it."""


def draw_step(study: Study, step_id: str) -> None:
    """Draw the field of a job step, the menu that moves, marks or deletes it, and its activities."""
    number, step = next((n, one) for n, one in enumerate(study.steps, start=1) if one.id == step_id)
    options: dict[str, Edit] = {
        "Move up": lambda old: editing.moved_step(old, step.id, -1),
        "Move down": lambda old: editing.moved_step(old, step.id, 1),
        "Not the core step" if step.is_core else "Make it the core step": lambda old: editing.with_core_step(
            old, None if step.is_core else step.id
        ),
        ACTIVITIES: lambda old: old,
        "Delete the step": lambda old: editing.without_step(old, step.id),
    }
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small", wrap=False):
            text_field(
                f"Job step {number}{' · core step' if step.is_core else ''}",
                f"field-step-{step.id}",
                step.name,
                f"renamed job step “{step.name}”",
                lambda old, name: editing.with_step_name(old, step.id, name),
                help=f"{GLOSSARY['job step']} Core step: {GLOSSARY['core step']}",
            )
            st.menu_button(
                "Step",
                list(options),
                key=f"step-{step.id}",
                on_click=_act,
                args=(step, options),
                type="tertiary",
                icon=":material/more_vert:",
            )
        if step.id in STAGES and not Section(step=step.id).outcomes(study):
            st.caption(STAGES[step.id].question)
        draw_activities(step)


def draw_scaffold(study: Study) -> None:
    """Draw the button that proposes eight job steps to a study that has none."""
    if not study.steps:
        st.button(
            "Propose eight job steps",
            icon=":material/format_list_numbered:",
            on_click=change,
            args=("proposed eight job steps", with_scaffold),
            help="The stages that most jobs have, from “Define what is needed” to “Finish”. Reword them for this job, "
            "and delete those that it does not have.",
        )


def draw_new_step(study: Study) -> None:
    """Draw the field that adds a job step and, where there is none yet, the button that proposes eight."""
    draw_scaffold(study)
    st.text_input(
        "One more job step",
        key=NEW_STEP,
        placeholder="Add a job step and press Enter",
        label_visibility="collapsed",
        icon=":material/add:",
        on_change=_add,
    )


@with_permission
def _act(step: Step, options: Mapping[str, Edit]) -> None:
    label = chosen(f"step-{step.id}")
    if label == ACTIVITIES:
        open_activities(step)
    change(f"{DONE.get(label, label)} “{step.name}”", options[label])


@with_permission
def _add() -> None:
    name = chosen(NEW_STEP).strip()
    if name and change(f"added the job step “{name}”", lambda study: editing.with_new_step(study, name)):
        put(NEW_STEP, "")
        open_section(Section(step=the_desk().study.steps[-1].id).id)

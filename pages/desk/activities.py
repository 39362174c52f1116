"""The activities of a job step, and the heads above the outcomes of each."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Activity, Outcome, Step, Study
from jtbd_core.study.activities import with_activity_name, with_new_activity, without_activity
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.desk.changes import change
from pages.desk.fields import chosen, put, text_field


def draw_activities(step: Step) -> None:
    """Draw the activities of a job step, and the field that adds one; nothing until the step's menu asks for them."""
    if not step.activities and not chosen(_opened(step)):
        return
    st.caption("Activities of this step", help=GLOSSARY["activity"])
    for one in step.activities:
        _draw_activity(step, one)
    st.text_input(
        f"One more activity of {step.name}",
        key=_new(step),
        placeholder="Add an activity and press Enter",
        label_visibility="collapsed",
        icon=":material/add:",
        on_change=_add,
        args=(step,),
    )


def activity_head(study: Study, outcome: Outcome) -> str:
    """Return the activity of an outcome in Markdown, or that it has none; empty in a job step without activities."""
    names = {one.id: one.name for step in study.steps if step.id == outcome.step for one in step.activities}
    if not names:
        return ""
    return escaped(names[outcome.activity]) if outcome.activity else "In no activity"


@with_permission
def open_activities(step: Step) -> None:
    """Show the field of a job step's first activity."""
    put(_opened(step), True)


def _draw_activity(step: Step, activity: Activity) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        text_field(
            f"Activity {activity.name}",
            f"field-activity-{step.id}-{activity.id}",
            activity.name,
            f"renamed activity “{activity.name}”",
            lambda old, name: with_activity_name(old, step.id, activity.id, name),
            label_visibility="collapsed",
            required=True,
        )
        st.button(
            "Delete",
            key=f"delete-activity-{step.id}-{activity.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=change,
            args=(f"removed “{activity.name}”", lambda old: without_activity(old, step.id, activity.id)),
        )


@with_permission
def _add(step: Step) -> None:
    name = chosen(_new(step)).strip()
    if name and change(f"added the activity “{name}”", lambda study: with_new_activity(study, step.id, name)):
        put(_new(step), "")


def _new(step: Step) -> str:
    return f"desk-new-activity-{step.id}"


def _opened(step: Step) -> str:
    return f"desk-activities-{step.id}"

"""The tools of the outline: tick boxes, and what changes all ticked outcomes at once."""

from typing import Any

import streamlit as st

from jtbd_core.study import Outcome, Study, editing
from jtbd_core.study.sections import Section, sections
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.desk.changes import Desk, change, the_desk
from pages.desk.fields import chosen, put
from pages.desk.parts import TOOLS

MOVE = "desk-move"
POLARITY = "desk-polarity"


def draw_tick(outcome: Outcome) -> None:
    """Draw the box that ticks an outcome."""
    st.checkbox(
        f"Tick {escaped(outcome.statement)}",
        key=_key(outcome.id),
        on_change=st.rerun,
        args=(TOOLS,),
        label_visibility="collapsed",
        width="content",
    )


def draw_tools(desk: Desk) -> None:
    """Draw the buttons and menus that change all ticked outcomes at once; disabled while none is ticked."""
    ids = [one.id for one in desk.study.outcomes if chosen(_key(one.id))]
    look = {"type": "tertiary", "disabled": not ids, "help": None if ids else "Tick outcomes below first"}
    count = plural(len(ids), "outcome")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for label, icon, what, edit in (
            ("Up", "arrow_upward", f"moving {count} up", lambda old: editing.moved(old, ids, -1)),
            ("Down", "arrow_downward", f"moving {count} down", lambda old: editing.moved(old, ids, 1)),
            ("Copy", "content_copy", f"copying {count}", lambda old: editing.duplicated(old, ids)),
            ("Delete", "delete", f"deleting {count}", lambda old: editing.without(old, ids)),
        ):
            st.button(label, icon=f":material/{icon}:", on_click=change, args=(what, edit), **look)
        _draw_menus(desk.study, ids, look)
        if ids:
            st.button("Untick", icon=":material/close:", on_click=_untick, args=(ids,), type="tertiary")


def _draw_menus(study: Study, ids: list[str], look: dict[str, Any]) -> None:
    labels = _places(study)
    st.menu_button(
        "Move to",
        list(labels),
        key=MOVE,
        format_func=labels.__getitem__,
        on_click=_place,
        args=(ids,),
        **look,
    )
    st.menu_button("Polarity", ["wanted", "avoid"], key=POLARITY, on_click=_polarity, args=(ids,), **look)


def _places(study: Study) -> dict[tuple[Section, str | None], str]:
    """Return the label of each section and, below a job step, of each of its activities."""
    activities = {step.id: step.activities for step in study.steps}
    labels: dict[tuple[Section, str | None], str] = {}
    for section in sections(study):
        label = escaped(section.label(study))
        labels[section, None] = label
        for one in activities.get(section.step or "", ()):
            labels[section, one.id] = f"{label} › {escaped(one.name)}"
    return labels


@with_permission
def _place(ids: list[str]) -> None:
    section, activity = chosen(MOVE)
    change(f"moving {plural(len(ids), 'outcome')}", lambda study: editing.placed(study, ids, section, activity))


@with_permission
def _polarity(ids: list[str]) -> None:
    polarity = chosen(POLARITY)
    change(f"polarity of {plural(len(ids), 'outcome')}", lambda study: editing.with_polarity(study, ids, polarity))


@with_permission
def _untick(ids: list[str]) -> None:
    for outcome_id in ids:
        put(_key(outcome_id), False)
    the_desk().is_stale = True


def _key(outcome_id: str) -> str:
    return f"tick-{outcome_id}"

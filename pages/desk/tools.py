"""The tools of the outline: tick boxes, and what changes all ticked outcomes at once."""

import streamlit as st

from jtbd_core.study import Outcome, Study, editing
from jtbd_core.study.sections import Section, sections
from pages.components.escape import escaped, spoken
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.desk.changes import Edit, the_desk
from pages.desk.fields import chosen, put
from pages.desk.parts import change_outcomes

MOVE = "desk-move"
POLARITY = "desk-polarity"


def draw_tick(outcome: Outcome) -> None:
    """Draw the box that ticks an outcome."""
    st.checkbox(
        spoken(f"Tick “{outcome.statement}”"), key=_key(outcome.id), label_visibility="collapsed", width="content"
    )


def draw_tools(study: Study, shown: list[str]) -> None:
    """Draw the buttons and menus that change all ticked outcomes of a section at once.

    They are never disabled: a button that is loses the focus. Without a tick they change nothing, and say so.
    """
    ids = [one for one in shown if chosen(_key(one))]
    count = _named(study, ids)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for label, icon, what, edit in (
            ("Up", "arrow_upward", f"moved {count} up", lambda old: editing.moved(old, ids, -1)),
            ("Down", "arrow_downward", f"moved {count} down", lambda old: editing.moved(old, ids, 1)),
            ("Copy", "content_copy", f"copied {count}", lambda old: editing.duplicated(old, ids)),
            ("Delete", "delete", f"removed {count}", lambda old: editing.without(old, ids)),
        ):
            st.button(label, icon=f":material/{icon}:", on_click=_work, args=(ids, what, edit), type="tertiary")
        _draw_menus(study, ids)
        st.button("Untick", icon=":material/close:", on_click=_untick, args=(ids,), type="tertiary")


def _draw_menus(study: Study, ids: list[str]) -> None:
    labels = _places(study)
    st.menu_button(
        "Move to",
        list(labels),
        key=MOVE,
        format_func=labels.__getitem__,
        on_click=_place,
        args=(ids,),
        type="tertiary",
    )
    st.menu_button("Polarity", ["wanted", "avoid"], key=POLARITY, on_click=_polarity, args=(ids,), type="tertiary")


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


def _named(study: Study, ids: list[str]) -> str:
    """Return the statement of one outcome, or the number of several."""
    return (
        next(f"“{one.statement}”" for one in study.outcomes if one.id == ids[0])
        if len(ids) == 1
        else plural(len(ids), "outcome")
    )


@with_permission
def _work(ids: list[str], what: str, edit: Edit) -> None:
    if ids:
        change_outcomes(what, edit)
    else:
        st.toast("Tick outcomes first.", icon=":material/check_box:")


@with_permission
def _place(ids: list[str]) -> None:
    section, activity = chosen(MOVE)
    name = section.label(the_desk().study)
    what = f"moved {_named(the_desk().study, ids)} to “{name}”" if ids else ""
    _work(ids, what, lambda study: editing.placed(study, ids, section, activity))


@with_permission
def _polarity(ids: list[str]) -> None:
    polarity = chosen(POLARITY)
    what = f"marked {_named(the_desk().study, ids)} as {polarity}" if ids else ""
    _work(ids, what, lambda study: editing.with_polarity(study, ids, polarity))


@with_permission
def _untick(ids: list[str]) -> None:
    for outcome_id in ids:
        put(_key(outcome_id), False)


def _key(outcome_id: str) -> str:
    return f"tick-{outcome_id}"

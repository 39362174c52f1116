"""The status of the desk: whether changes are saved, undo and redo, and conflicts."""

from collections.abc import Callable

import streamlit as st

from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.changes import Desk, apply_mine, take_other
from pages.desk.parts import redo_and_redraw, undo_and_redraw

LONGEST = 36
"""The most characters of a button that are shown of what it undoes."""


def draw_status(desk: Desk) -> None:
    """Draw whether all changes are saved, undo and redo, and the refusal or conflict there is."""
    with st.container(key="status", horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(escaped(desk.study.title), anchor=False, width="content")
        if desk.waiting:
            st.markdown(f":orange-badge[:material/warning: {plural(len(desk.waiting), 'change')} not saved]")
        elif desk.refusal:
            st.markdown(":orange-badge[:material/warning: The last change is not saved]")
        else:
            st.markdown(":green-badge[:material/cloud_done: All changes saved]")
        past, future = desk.history.past, desk.history.future
        _draw_turn("Undo", past[-1] if past and not desk.waiting else "", undo_and_redraw)
        _draw_turn("Redo", future[-1] if future and not desk.waiting else "", redo_and_redraw)
    if desk.notice:
        st.toast(escaped(desk.notice), icon=":material/error:" if desk.refusal else ":material/info:", duration="long")
        desk.notice = ""
    if desk.refusal:
        st.error(escaped(desk.refusal), icon=":material/error:")
    if desk.waiting:
        with st.container(key="conflict"):
            draw_obstacle(desk)


def _draw_turn(name: str, what: str, turn: Callable[[], object]) -> None:
    """Draw a button that undoes or redoes, and says what, if there is something."""
    if not what:
        return
    short = what if len(what) <= LONGEST else f"{what[: LONGEST - 1].rstrip()}…"
    st.button(
        f"{name}: {escaped(short)}",
        key=f"desk-{name.lower()}",
        icon=f":material/{name.lower()}:",
        type="tertiary",
        on_click=turn,
        help=f"{name}: {escaped(what)}" if short != what else None,
    )


def draw_obstacle(desk: Desk) -> None:
    """Draw why the queued changes are not saved, and the buttons that apply or discard them."""
    done = "\n".join(f"- {escaped(made.what)}" for made in desk.waiting)
    st.warning(
        f"{escaped(desk.obstacle)} Nothing was overwritten. What you did here is not saved yet, and is lost when the "
        f"server stops:\n{done}",
        icon=":material/sync_problem:",
    )
    with st.container(horizontal=True):
        st.button("Apply my changes on top", type="primary", icon=":material/merge:", on_click=apply_mine)
        st.button("Take the other window’s state", icon=":material/restart_alt:", on_click=take_other)

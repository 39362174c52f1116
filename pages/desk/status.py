"""The status line of the desk: whether changes are saved, undo and redo, conflicts, and readiness."""

import streamlit as st

from pages.components.escape import escaped
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.desk.builder import draw_reopen
from pages.desk.changes import Desk, apply_mine, redo, take_other, undo
from pages.desk.readiness import draw_readiness


def draw_status(desk: Desk, is_building: bool) -> None:
    """Draw whether all changes are saved, undo and redo, the refusal or conflict there is, and the readiness."""
    past, future = desk.history.past, desk.history.future
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.subheader(escaped(desk.study.title), anchor=False, width="content")
        if desk.waiting:
            st.markdown(f":orange-badge[:material/warning: {plural(len(desk.waiting), 'change')} not saved]")
        elif desk.refusal:
            st.markdown(":orange-badge[:material/warning: The last change is not saved]")
        else:
            st.markdown(":green-badge[:material/cloud_done: All changes saved]")
        st.button(
            "Undo",
            icon=":material/undo:",
            type="tertiary",
            on_click=undo,
            disabled=not past or bool(desk.waiting),
            help=f"Undo: {escaped(past[-1][0])}" if past else None,
        )
        st.button(
            "Redo",
            icon=":material/redo:",
            type="tertiary",
            on_click=redo,
            disabled=not future or bool(desk.waiting),
            help=f"Redo: {escaped(future[-1][0])}" if future else None,
        )
        if not is_building:
            draw_reopen(desk.study)
    if is_phone():
        st.caption("What you type is saved when you leave its field.")
    if desk.notice:
        st.toast(escaped(desk.notice), icon=":material/error:" if desk.refusal else ":material/info:", duration="long")
        desk.notice = ""
    if desk.refusal:
        st.error(escaped(desk.refusal), icon=":material/error:")
    if desk.waiting:
        draw_obstacle(desk)
    draw_readiness(desk.study, desk.record.id)


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

"""Changes to the draft at this window's desk: kept at once, taken back, or set aside while another window differs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import streamlit as st

from jtbd_core.errors import JtbdError, StoreUnavailable, StudyChanged
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.editing import History
from pages.components.sign_in import is_facilitator
from pages.components.store import the_store

DESK = "desk"

Edit = Callable[[Study], Study]


class Change(NamedTuple):
    """What somebody did to the study: in words, and as a function that can be applied to another state of it."""

    what: str
    edit: Edit
    field: str = ""


@dataclass
class Desk:
    """What this window knows: the study as last kept, its history, and changes that could not be kept yet.

    `refusal` says why the last change was not made, `notice` what just happened, to be seen wherever the page is
    scrolled to, `obstacle` what is in the way of keeping changes. `shown` holds the value of each field as the study
    had it when the field was last drawn; `is_stale` says that a part of the page was drawn alone, and all of it must be
    drawn anew.
    """

    record: StudyRecord
    history: History
    waiting: list[Change] = field(default_factory=list)
    refusal: str = ""
    notice: str = ""
    obstacle: str = ""
    shown: dict[str, object] = field(default_factory=dict)
    is_stale: bool = False

    @property
    def study(self) -> Study:
        """Return the study as this window shows it, with the changes that wait to be kept."""
        return _applied(self.record.study, self.waiting)


@st.cache_resource
def set_aside() -> dict[str, list[Change]]:
    """Return the changes that wait in some window, by study id: a reload of that window finds them here."""
    return {}


def open_desk(record: StudyRecord) -> Desk:
    """Return this window's desk for a study, with what other windows have kept in the meantime."""
    desk = st.session_state.get(DESK)
    if desk is None or desk.record.id != record.id:
        desk = Desk(record, History(now=record.study))
        if record.id in set_aside():
            desk.obstacle = "A window was closed or loaded anew before its changes were saved."
            desk.waiting = _fitting(record.study, set_aside()[record.id])
    elif not desk.waiting and desk.record.revision != record.revision:
        desk = Desk(record, History(now=record.study), notice="Another window changed this study: here is its state.")
    desk.is_stale = False
    st.session_state[DESK] = desk
    return desk


@st.fragment(run_every="60s")
def watch_desk() -> None:
    """Draw the page anew within a minute when another window has changed the study, or has signed out.

    A page that draws something by itself is drawn anew also when the server was started again. Without that its
    browser goes on as before, and whatever is typed in a part of the page that the new server does not know is lost.
    """
    desk = the_desk()
    is_changed = not desk.waiting and the_store().study(desk.record.id).revision != desk.record.revision
    if is_changed or not is_facilitator():
        st.rerun(scope="app")


def the_desk() -> Desk:
    """Return the desk that was opened."""
    return st.session_state[DESK]


def change(what: str, edit: Edit, field: str = "") -> bool:
    """Make a change and keep it; return whether it could be made. For callbacks."""
    desk = the_desk()
    desk.is_stale = True
    desk.refusal = desk.notice = ""
    try:
        study = edit(desk.study)
    except JtbdError as error:
        desk.refusal = desk.notice = str(error)
        return False
    if study == desk.study:
        return True
    desk.waiting.append(Change(what, edit, field))
    _keep(desk, desk.history.changed(study, what, field))
    return True


def undo() -> None:
    """Take the last change back."""
    desk = the_desk()
    if desk.history.past:
        _return_to(desk, desk.history.undone(), f"Undone: {desk.history.past[-1][0]}")


def redo() -> None:
    """Make the change again that was undone last."""
    desk = the_desk()
    if desk.history.future:
        _return_to(desk, desk.history.redone(), f"Done again: {desk.history.future[-1][0]}")


def take_other() -> None:
    """Leave the changes that could not be kept, and show what is kept."""
    record = the_store().study(the_desk().record.id)
    set_aside().pop(record.id, None)
    notice = "Here is the other window’s state."
    st.session_state[DESK] = Desk(record, History(now=record.study), notice=notice, is_stale=True)


def apply_mine() -> None:
    """Make the changes that could not be kept again, on what is kept now."""
    desk = the_desk()
    desk.is_stale = True
    record = the_store().study(desk.record.id)
    try:
        study = _applied(record.study, desk.waiting)
    except JtbdError as error:
        desk.refusal = f"It does not fit the other window’s state: {error}"
        return
    desk.record, desk.history = record, History(now=record.study)
    _keep(desk, desk.history.changed(study, "your changes on top of the other window’s"))


def _return_to(desk: Desk, history: History, notice: str) -> None:
    target = history.now
    desk.refusal, desk.notice, desk.is_stale = "", notice, True
    desk.waiting.append(Change(notice, lambda _: target))
    _keep(desk, history)


def _keep(desk: Desk, history: History) -> None:
    """Keep what the window shows, or say what is in the way; nothing of another window is overwritten."""
    try:
        desk.record = the_store().save_study(desk.record.id, desk.study, desk.record.revision)
    except (StudyChanged, StoreUnavailable) as error:
        changed = "Another window has changed this study since you opened it here."
        desk.obstacle = changed if isinstance(error, StudyChanged) else str(error)
        set_aside()[desk.record.id] = desk.waiting
    except JtbdError as error:
        desk.waiting.pop()
        desk.refusal = desk.notice = str(error)
    else:
        desk.waiting, desk.obstacle, desk.history = [], "", history
        set_aside().pop(desk.record.id, None)


def _fitting(study: Study, changes: list[Change]) -> list[Change]:
    """Return the changes that can be made to this state of the study."""
    fitting: list[Change] = []
    for made in changes:
        try:
            _applied(study, [*fitting, made])
        except JtbdError:
            continue
        fitting.append(made)
    return fitting


def _applied(study: Study, changes: list[Change]) -> Study:
    for made in changes:
        study = made.edit(study)
    return study

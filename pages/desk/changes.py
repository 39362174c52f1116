"""Changes to the draft: saved at once, undone and redone, or queued while another window's state conflicts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import streamlit as st
from msgspec.structs import replace

from jtbd_core.errors import JtbdError, StoreUnavailable, StudyChanged
from jtbd_core.study import Study, StudyRecord
from jtbd_core.study.history import History
from pages.components.my_store import my_store
from pages.components.permission import ask_permission, with_permission
from pages.components.rerun import rerun_page
from pages.components.sign_in import is_facilitator

DESK = "desk"
OTHER_STATE = "Another window changed this study: here is its state."

Edit = Callable[[Study], Study]


class Change(NamedTuple):
    """A change to the study: its description, and the edit as a function, which applies to any state of the study.

    `field` is the key of the field that was edited, empty for other changes.
    """

    what: str
    edit: Edit
    field: str = ""


class Queue(NamedTuple):
    """Changes that are not saved, and the revision of the study on which they were made."""

    revision: int
    changes: list[Change]


@dataclass
class Desk:
    """The state of the desk in this session: the record as last saved, its history, and the queue of unsaved changes.

    `edited` is the key of the field that was edited last, empty after other changes. `refusal` says why the last change
    was refused, `notice` is shown once as a toast, `obstacle` says why changes cannot be saved. `shown` holds by field
    key the value last drawn; `is_stale` demands a rerun of the whole page, because more than the part that is redrawn
    has changed. `parts` are the keys of the parts that are drawn, `tall` says of a field whether it was given several
    lines when it was drawn first.
    """

    record: StudyRecord
    history: History
    edited: str = ""
    waiting: list[Change] = field(default_factory=list)
    refusal: str = ""
    notice: str = ""
    obstacle: str = ""
    shown: dict[str, object] = field(default_factory=dict)
    is_stale: bool = False
    parts: set[str] = field(default_factory=set)
    tall: dict[str, bool] = field(default_factory=dict)

    @property
    def study(self) -> Study:
        """Return the study as this window shows it: the saved one with the queued changes applied."""
        return _applied(self.record.study, self.waiting)


@st.cache_resource
def queued() -> dict[str, Queue]:
    """Return the queues of unsaved changes by study id, shared by all sessions: a reload restores its own from here."""
    return {}


def open_desk(record: StudyRecord) -> Desk:
    """Return this session's desk for a study, opened anew if another window has saved the study since."""
    desk = st.session_state.get(DESK)
    if desk is None or desk.record.id != record.id:
        desk = Desk(record, my_store().history(record.id))
        if record.id in queued():
            desk.obstacle = "A window was closed or loaded anew before its changes were saved."
            revision, changes = queued()[record.id]
            desk.record = replace(record, revision=revision)  # a save is refused if the study was changed since
            desk.waiting = _fitting(record.study, changes)
    elif not desk.waiting and desk.record.revision != record.revision:
        desk = Desk(record, my_store().history(record.id), notice=OTHER_STATE)
    desk.is_stale, desk.parts = False, set()
    st.session_state[DESK] = desk
    return desk


@st.fragment(run_every="60s")
def watch_desk() -> None:
    """Rerun the page within a minute when another window has changed the study; after a sign-out what is typed stays.

    The timer also reruns the page after a restart of the server. Without it the browser keeps fragments that the new
    server does not know, and loses what is typed into them.
    """
    desk = the_desk()
    is_changed = not desk.waiting and my_store().study(desk.record.id).revision != desk.record.revision
    if is_changed and is_facilitator():
        rerun_page()


def the_desk() -> Desk:
    """Return the desk that was opened."""
    return st.session_state[DESK]


@with_permission
def change(what: str, edit: Edit, field: str = "") -> bool:
    """Apply an edit to the study and save it; return whether it was accepted. For callbacks."""
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
    _save(desk, field)
    return True


@with_permission
def undo() -> None:
    """Undo the last change, whichever window made it."""
    if the_desk().history.past:
        _turn(my_store().undo)


@with_permission
def redo() -> None:
    """Redo the change that was undone last."""
    if the_desk().history.future:
        _turn(my_store().redo)


@with_permission
def take_other() -> None:
    """Discard the queued changes, and show the saved study."""
    queued().pop(the_desk().record.id, None)
    _open_anew("Here is the other window’s state.")


@with_permission
def apply_mine() -> None:
    """Apply the queued changes to the study as saved now, and save the result."""
    desk = the_desk()
    desk.is_stale = True
    record = my_store().study(desk.record.id)
    try:
        _applied(record.study, desk.waiting)
    except JtbdError as error:
        desk.refusal = f"It does not fit the other window’s state: {error}"
        return
    desk.record = record
    _save(desk)


def _turn(turn: Callable[[str, int], StudyRecord]) -> None:
    """Undo or redo in the store; where another window has changed the study meanwhile, show its state instead."""
    desk = the_desk()
    desk.is_stale = True
    try:
        ask_permission()
        desk.record = turn(desk.record.id, desk.record.revision)
        desk.history = my_store().history(desk.record.id)
    except StudyChanged:
        _open_anew(OTHER_STATE)
    except JtbdError as error:
        desk.refusal = desk.notice = str(error)
    else:
        desk.refusal = desk.notice = desk.edited = ""


def _open_anew(notice: str) -> None:
    record = my_store().study(the_desk().record.id)
    st.session_state[DESK] = Desk(record, my_store().history(record.id), notice=notice, is_stale=True)


def _save(desk: Desk, field: str = "") -> None:
    """Save the study with the queued changes by its revision; on a conflict or an outage the queue stays."""
    what = desk.waiting[0].what if len(desk.waiting) == 1 else f"made {len(desk.waiting)} changes"
    try:
        ask_permission()
        desk.record = my_store().save_study(desk.record.id, desk.study, desk.record.revision, what, field)
    except (StudyChanged, StoreUnavailable) as error:
        changed = "Another window has changed this study since you opened it here."
        desk.obstacle = changed if isinstance(error, StudyChanged) else str(error)
        queued()[desk.record.id] = Queue(desk.record.revision, desk.waiting)
    except JtbdError as error:
        desk.waiting.pop()
        desk.refusal = desk.notice = str(error)
    else:
        desk.waiting, desk.obstacle, desk.edited = [], "", field
        desk.history = my_store().history(desk.record.id)
        queued().pop(desk.record.id, None)


def _fitting(study: Study, changes: list[Change]) -> list[Change]:
    """Return the changes, in order, that this state of the study accepts."""
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

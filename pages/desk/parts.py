"""The parts of the desk that are redrawn alone: a change redraws what it changed, and no other part of the outline."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

import streamlit as st
from msgspec.structs import replace

from jtbd_core.study import Study
from jtbd_core.study.sections import Section, sections
from jtbd_core.study.wording import problems
from pages.components.permission import with_permission
from pages.components.rerun import rerun_page
from pages.desk.changes import Desk, Edit, change, redo, the_desk, undo

STATUS, READINESS, PREVIEW = "desk-status", "desk-readiness", "desk-preview"
TRANSLATIONS = "desk-translations"

P = ParamSpec("P")


def draw_part(key: str, draw: Callable[Concatenate[Desk, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Draw a part as a fragment that can rerun alone; a stale desk reruns the whole page instead."""
    the_desk().parts.add(key)

    def drawn() -> None:
        desk = the_desk()
        if desk.is_stale:
            rerun_page()
        draw(desk, *args, **kwargs)

    st.fragment(drawn, key=key)()


def part_of(section: Section) -> str:
    """Return the key of the part that holds the outcomes of a section."""
    return f"section-{section.id}"


@with_permission
def change_outcomes(what: str, edit: Edit, field: str = "") -> bool:
    """Apply an edit of outcomes and save it as `change` does; then redraw the parts that it changed. For callbacks."""
    before = the_desk().study
    is_accepted = change(what, edit, field)
    redraw_changed(before)
    return bool(is_accepted)


@with_permission
def undo_and_redraw() -> None:
    """Undo the last change, and redraw what it had changed."""
    before = the_desk().study
    undo()
    redraw_changed(before)


@with_permission
def redo_and_redraw() -> None:
    """Redo the change that was undone last, and redraw what it changes."""
    before = the_desk().study
    redo()
    redraw_changed(before)


def redraw_changed(before: Study) -> None:
    """Rerun the parts that show something else than before, else the whole page; for callbacks."""
    after = the_desk().study
    if replace(before, outcomes=(), translations={}) == replace(after, outcomes=(), translations={}):
        changed = [part_of(one) for one in sections(after) if _seen(before, one) != _seen(after, one)]
        if before.translations != after.translations:
            changed.append(TRANSLATIONS)
        redraw(STATUS, READINESS, PREVIEW, *changed)


def redraw(*keys: str) -> None:
    """Rerun these parts, and nothing else; the whole page where one of them is not drawn. For callbacks."""
    desk = the_desk()
    if desk.parts.issuperset(keys):
        desk.is_stale = False
        st.rerun(keys)


def _seen(study: Study, section: Section) -> object:
    """Return what a section shows: its outcomes and what is found in them."""
    outcomes = section.outcomes(study)
    ids = {one.id for one in outcomes}
    return outcomes, [one for one in problems(study) if one.outcome in ids]

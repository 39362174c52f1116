"""The parts of the desk that are redrawn alone while a statement is typed: the whole page takes three times as long."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

import streamlit as st

from jtbd_core.study.sections import Section
from jtbd_core.study.wording import problems
from pages.desk.changes import Desk, the_desk

STATUS, PREVIEW, TOOLS = "desk-status", "desk-preview", "desk-tools"

P = ParamSpec("P")


def draw_part(key: str, draw: Callable[Concatenate[Desk, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Draw a part as a fragment that can rerun alone; a stale desk reruns the whole page instead."""

    def drawn() -> None:
        desk = the_desk()
        if desk.is_stale:
            st.rerun(scope="app")
        draw(desk, *args, **kwargs)

    st.fragment(drawn, key=key)()


def problems_of_others(desk: Desk, outcome_id: str) -> list[tuple[str | None, str]]:
    """Return the outcome and reason of all problems but those of one outcome; while equal, others stay as drawn."""
    return [(one.outcome, one.why) for one in problems(desk.study) if one.outcome != outcome_id]


def redraw_section(section: Section) -> None:
    """Rerun the status, the preview and the outcomes of a section, and nothing else; for callbacks."""
    the_desk().is_stale = False
    st.rerun([STATUS, part_of(section), PREVIEW])


def part_of(section: Section) -> str:
    """Return the key of the part that holds the outcomes of a section."""
    return f"section-{section.id}"

"""The parts of the desk that are drawn anew alone while an outcome is worded: the whole takes three times as long."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

import streamlit as st

from jtbd_core.study.sections import Section
from jtbd_core.study.wording import findings
from pages.desk.changes import Desk, the_desk

STATUS, PREVIEW, TOOLS = "desk-status", "desk-preview", "desk-tools"

P = ParamSpec("P")


def draw_part(key: str, draw: Callable[Concatenate[Desk, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Draw a part that can be drawn anew alone; where more than it has changed, all is drawn anew instead."""

    def drawn() -> None:
        desk = the_desk()
        if desk.is_stale:
            st.rerun(scope="app")
        draw(desk, *args, **kwargs)

    st.fragment(drawn, key=key)()


def said_of_others(desk: Desk, outcome_id: str) -> list[tuple[str | None, str]]:
    """Return what the wording checks say of all but one outcome: where it stays, others need not be drawn anew."""
    return [(one.outcome, one.why) for one in findings(desk.study) if one.outcome != outcome_id]


def draw_again_around(section: Section) -> None:
    """Draw the status, the phone and the outcomes of a section anew, and nothing else; for callbacks."""
    the_desk().is_stale = False
    st.rerun([STATUS, part_of(section), PREVIEW])


def part_of(section: Section) -> str:
    """Return the key of the part with the outcomes of a section."""
    return f"section-{section.id}"

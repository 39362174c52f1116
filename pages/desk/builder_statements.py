"""The statements that answers of the builder became: those just added, and all before they are launched."""

from collections.abc import Iterable

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.sections import sections
from jtbd_core.study.wording.proposal import Proposal
from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.fields import chosen, put

ADDED = "builder-added"


def keep_added(added: Iterable[Proposal]) -> None:
    """Keep what was added, to be shown beside the next question."""
    put(ADDED, tuple((one.statement, one.typed) for one in added))


def draw_added(study: Study) -> None:
    """Draw what was added last and is still there, and what was typed where that was reworded."""
    there = {one.statement for one in study.outcomes}
    added = [one for one in chosen(ADDED) or () if one[0] in there]
    if added:
        said = [f"“{one}”{f' (you wrote “{typed}”)' if typed else ''}" for one, typed in added]
        st.caption("\n".join(["Added:", "", *(f"- {escaped(one)}" for one in said)]))


def draw_statements(study: Study) -> None:
    """Draw every outcome below its section, to be read once before the launch."""
    if not study.outcomes:
        return
    with st.expander(f"Read the {plural(len(study.outcomes), 'outcome')} once: launching freezes them", expanded=True):
        for section in sections(study):
            if found := section.outcomes(study):
                lines = [f"- {escaped(one.statement)}{' · *avoid*' * (one.polarity == 'avoid')}" for one in found]
                st.markdown("\n".join([f"**{escaped(section.label(study))}**", "", *lines]))

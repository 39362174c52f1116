"""Which rounds of a study results can be seen of, and what a round left out."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.wave import Wave, asked_study, reported_study
from pages.components.store import the_store
from pages.components.visitor import KEY
from pages.components.words import escaped, plural

TRIAL = "trial"
"""What the address calls the trial."""


def shown_rounds(study_id: str) -> dict[str, Wave]:
    """Return the rounds by what the address calls them, the latest first.

    The facilitator finds those that do not count at the end; nobody else sees them.
    """
    waves = the_store().waves(study_id)
    rounds = {str(wave.number): wave for wave in waves if not wave.is_archived}
    if KEY in st.query_params:
        return rounds
    trial = the_store().trial(study_id)
    archived = {str(wave.number): wave for wave in waves if wave.is_archived}
    return rounds | archived | ({TRIAL: trial} if trial else {})


def round_name(wave: Wave) -> str:
    """Return what a round is called."""
    if wave.is_trial:
        return "Trial · does not count"
    return f"Round {wave.number}" + (" · archived" if wave.is_archived else "")


def draw_missing(study: Study, wave: Wave) -> Study:
    """Say which outcomes the results of a round leave out; return the study as they show it.

    Retired outcomes are shown when they are asked for.
    """
    asked = asked_study(study, wave)
    known = {one.id for one in asked.outcomes}
    later = [one.statement for one in study.without_retired().outcomes if one.id not in known]
    if later:
        with st.expander(f"{plural(len(later), 'outcome')} not asked in this round", icon=":material/playlist_remove:"):
            st.markdown("\n".join(f"- {escaped(statement)}" for statement in later))
    retired = len(asked.outcomes) - len(reported_study(study, wave).outcomes)
    if retired and st.toggle(f"Show {plural(retired, 'retired outcome')}", key="retired", bind="query-params"):
        return asked
    return reported_study(study, wave)

"""The waves whose results can be shown, the choice of one, and the outcomes it left out."""

from collections.abc import Mapping

import streamlit as st

from jtbd_core.live.findings import progress
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Wave, asked_study, reported_study
from pages.board.choice import draw_choice
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.plural import plural
from pages.components.store import the_store

ROUND, TRIAL = "round", "trial"
"""The query parameter of the choice, and its value for the trial."""


def shown_waves(study_id: str) -> dict[str, Wave]:
    """Return the waves by their value in the address, the latest first.

    For the facilitator alone, archived waves and the trial follow at the end.
    """
    waves = the_store().waves(study_id)
    shown = {str(wave.number): wave for wave in waves if not wave.is_archived}
    if KEY in st.query_params:
        return shown
    trial = the_store().trial(study_id)
    archived = {str(wave.number): wave for wave in waves if wave.is_archived}
    return shown | archived | ({TRIAL: trial} if trial else {})


def choose_wave(waves: Mapping[str, Wave]) -> Wave:
    """Draw the choice of a wave and return it; the default is the latest with enough answers to show results."""
    counting = (name for name, wave in waves.items() if not (wave.is_trial or wave.is_archived))
    shown = (name for name in counting if progress(the_store(), waves[name].id).rated >= THRESHOLD)
    default = next(shown, next(iter(waves)))
    wave = waves[draw_choice("Round", {name: wave_name(wave) for name, wave in waves.items()}, ROUND, default)]
    st.caption({"open": "Answers are being collected.", "paused": "Paused for now.", "closed": "Closed."}[wave.status])
    return wave


def wave_name(wave: Wave) -> str:
    """Return the label of a wave, which the interface calls a round."""
    if wave.is_trial:
        return "Trial · does not count"
    return f"Round {wave.number}" + (" · archived" if wave.is_archived else "")


def draw_missing(study: Study, wave: Wave) -> Study:
    """Draw which outcomes the results of a wave leave out; return the study with those they show.

    A toggle adds the retired outcomes that the wave asked.
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

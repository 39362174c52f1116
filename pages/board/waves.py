"""The waves whose results can be shown, the choice of one, and the outcomes it left out."""

from collections.abc import Mapping

import streamlit as st

from jtbd_core.live.findings import progress
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Wave, asked_study, reported_study
from pages.board.choice import chosen, draw_choice
from pages.components.escape import escaped
from pages.components.link import KEY
from pages.components.plural import plural
from pages.components.store import the_store

ROUND, TRIAL = "round", "trial"
"""The query parameter of the choice, and its value for the trial."""

RETIRED = "retired"
"""The query parameter that adds retired outcomes."""

STATUS = {"open": "Answers are being collected.", "paused": "Paused for now.", "closed": "Closed."}


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


def chosen_waves(waves: Mapping[str, Wave]) -> tuple[Wave, ...]:
    """Return the waves that the address asks for; the default is the latest with enough answers to show results."""
    counting = (name for name, wave in waves.items() if not (wave.is_trial or wave.is_archived))
    shown = (name for name in counting if progress(the_store(), waves[name].id).rated >= THRESHOLD)
    return (waves[chosen(waves, ROUND, next(shown, next(iter(waves))))],)


def draw_wave_choice(waves: Mapping[str, Wave], shown: tuple[Wave, ...]) -> None:
    """Draw the choice of a wave, and whether those shown take answers."""
    names = {wave.id: name for name, wave in waves.items()}
    draw_choice("Round", {name: wave_name(wave) for name, wave in waves.items()}, ROUND, names[shown[-1].id])
    st.caption(" ".join(STATUS[wave.status] for wave in shown))


def wave_name(wave: Wave) -> str:
    """Return the label of a wave, which the interface calls a round."""
    if wave.is_trial:
        return "Trial · does not count"
    return f"Round {wave.number}" + (" · archived" if wave.is_archived else "")


def covered_study(study: Study, wave: Wave) -> Study:
    """Return the study with the outcomes that a wave's results show, with retired ones where the address says so."""
    return asked_study(study, wave) if st.query_params.get(RETIRED) else reported_study(study, wave)


def draw_missing(study: Study, wave: Wave) -> None:
    """Draw which outcomes the results of a wave leave out, and a toggle that adds the retired ones that it asked."""
    asked = asked_study(study, wave)
    known = {one.id for one in asked.outcomes}
    later = [one.statement for one in study.without_retired().outcomes if one.id not in known]
    if later:
        with st.expander(f"{plural(len(later), 'outcome')} not asked in this round", icon=":material/playlist_remove:"):
            st.markdown("\n".join(f"- {escaped(statement)}" for statement in later))
    retired = len(asked.outcomes) - len(reported_study(study, wave).outcomes)
    if retired:
        label = f"Show {plural(retired, 'retired outcome')}"
        st.toggle(label, RETIRED in st.query_params, key=RETIRED, on_change=_bind_retired)


def _bind_retired() -> None:
    if st.session_state[RETIRED]:
        st.query_params[RETIRED] = "shown"
    else:
        st.query_params.pop(RETIRED, None)

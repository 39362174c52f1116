"""The rounds of a room: which one the remote is for where two go on, its name, and another one opened beside it."""

from collections.abc import Sequence

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.wave import LONGEST_NAME, MOST_OPEN, Wave
from jtbd_core.wave.rounds import round_name
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.rerun import bind
from pages.remote.opening import ROUND, draw_opening

NAME = "round-name-{}"


def going_on(waves: Sequence[Wave]) -> list[Wave]:
    """Return the waves that are not closed."""
    return [wave for wave in waves if wave.status != "closed"]


def chosen_round(waves: Sequence[Wave]) -> Wave:
    """Return the wave that the address asks for, if it goes on; else the latest that does, or the latest of all."""
    asked = st.query_params.get(ROUND)
    running = going_on(waves)
    return next((wave for wave in running if str(wave.number) == asked), next(iter(running or waves)))


def draw_rounds(waves: Sequence[Wave], chosen: Wave) -> None:
    """Draw the choice of the wave that the remote is for, where several go on."""
    running = going_on(waves)
    if len(running) < 2:
        return
    names = {str(wave.number): escaped(round_name(wave)) for wave in reversed(running)}
    widget = f"{ROUND}-{hash(tuple(names.items()))}"
    st.segmented_control(
        f"{len(running)} rounds go on; this remote is for",
        list(names),
        default=str(chosen.number),
        required=True,
        format_func=names.__getitem__,
        key=widget,
        on_change=bind,
        args=(ROUND, widget),
    )


def draw_name(wave: Wave) -> None:
    """Draw the popover that names a wave."""
    key = NAME.format(wave.id)
    with st.popover("Name this round", icon=":material/label:", key=f"name-{wave.id}"):
        label = "Shown with its results, such as “Before the new app”"
        st.text_input(label, wave.name, max_chars=LONGEST_NAME, key=key)
        st.button("Save the name", type="primary", on_click=do, args=(_name, wave, key))


def _name(wave: Wave, key: str) -> None:
    given = st.session_state
    my_store().name_wave(wave.id, given[key])


def draw_beside(record: StudyRecord, waves: Sequence[Wave]) -> None:
    """Draw the popover that opens a wave beside the one that goes on, such as for another room."""
    if len(going_on(waves)) < MOST_OPEN:
        with st.popover("Open another round beside this one", icon=":material/add_home_work:", key="beside"):
            draw_opening(record, waves[0].number + 1, is_beside=True)

"""The restart of a wave that went wrong: it is archived and the next one opened; an archived one can be restored."""

import streamlit as st

from jtbd_core.study import StudyRecord
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from pages.components.escape import escaped
from pages.components.link import STUDY
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural


def draw_restart(wave: Wave) -> None:
    """Draw the popover that archives a wave and opens the next one."""
    following = my_store().waves(wave.study_id)[0].number + 1
    # The key holds the wave: the popover closes with it, so that a second press cannot archive the fresh one.
    with st.popover("Archive and restart", icon=":material/restart_alt:", key=f"restart-{wave.id}"):
        st.write(
            f"For a round that went wrong: round {wave.number} closes and is left out of the results, and round "
            f"{following} opens with a new link and code. Its answers are kept, and it can be restored."
        )
        st.button("Archive and open a fresh round", type="primary", on_click=do, args=(my_store().restart, wave.id))


def draw_archived(record: StudyRecord) -> None:
    """Draw the archived waves, each with its results and the button that restores it."""
    archived = [wave for wave in my_store().waves(record.id) if wave.is_archived]
    if not archived:
        return
    with st.expander(plural(len(archived), "archived round"), icon=":material/archive:"):
        for wave in archived:
            with st.container(horizontal=True, vertical_alignment="center"):
                rated = my_store().progress(wave.id).rated
                st.markdown(f"{escaped(round_name(wave))} · {plural(rated, 'person', 'people')} rated", width="stretch")
                st.page_link(
                    "results.py",
                    label="Results",
                    query_params={STUDY: record.id, "round": str(wave.number)},
                    width="content",
                )
                st.button(
                    "Restore",
                    icon=":material/unarchive:",
                    key=f"unarchive-{wave.id}",
                    on_click=do,
                    args=(my_store().archive_wave, wave.id, False),
                )

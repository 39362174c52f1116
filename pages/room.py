"""Room: share the form, follow the answers, pause and close."""

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.glossary import GLOSSARY
from jtbd_core.wave import NO_LIMITS, Limits, StudyRecord, Wave, WaveStatus, reported_study
from pages.components.admission import draw_codes, draw_reveal
from pages.components.findings import findings
from pages.components.header import study_header
from pages.components.limits import ask_limits
from pages.components.links import is_local_only, public_address, qr
from pages.components.restart import draw_archived, draw_restart
from pages.components.store import the_store
from pages.components.trial import draw_trial
from pages.components.visitor import KEY, chosen_study
from pages.components.wave_results import draw_headlines, draw_landscape, draw_shown, draw_waiting, watch
from pages.components.words import show_error

STATES = {
    "open": ":green-badge[:material/sensors: Open]",
    "paused": ":orange-badge[:material/pause: Paused]",
    "closed": ":gray-badge[:material/lock: Closed]",
}


def open_round(record: StudyRecord, limits: Limits) -> None:
    """Open the next wave, or say why not."""
    try:
        the_store().open_wave(record.id, limits)
    except JtbdError as error:
        show_error(error)


def set_status(wave: Wave, status: WaveStatus) -> None:
    """Pause, resume or close the wave, or say why not."""
    try:
        the_store().set_status(wave.id, status)
    except JtbdError as error:
        show_error(error)


def set_limits(wave: Wave, limits: Limits) -> None:
    """Let the wave end earlier or later, or say why not."""
    try:
        the_store().set_limits(wave.id, limits)
    except JtbdError as error:
        st.error(str(error), icon=":material/error:")


def draw_opening(record: StudyRecord, number: int) -> None:
    """Offer to open the next wave."""
    missing = record.study.missing_for_launch()
    if missing:
        st.warning(" ".join(missing), icon=":material/edit_note:")
        return
    if record.status == "draft":
        st.write(
            f"Opening the first round launches the study: its {len(record.study.outcomes)} outcomes, job steps, "
            "solutions, questions and scales can then no longer be changed."
        )
    with st.expander("End by itself", icon=":material/timer:"):
        limits = ask_limits(NO_LIMITS)
    st.button(
        f"Open round {number}",
        type="primary",
        icon=":material/play_arrow:",
        on_click=open_round,
        args=(record, limits),
    )


def draw_controls(wave: Wave) -> None:
    """Draw pause, resume, limits and close."""
    with st.container(horizontal=True):
        if wave.status == "open":
            st.button("Pause", icon=":material/pause:", on_click=set_status, args=(wave, "paused"))
        else:
            st.button("Resume", icon=":material/play_arrow:", on_click=set_status, args=(wave, "open"))
        draw_reveal(wave)
        with st.popover("End by itself", icon=":material/timer:"):
            limits = ask_limits(wave.limits)
            st.button("Keep", type="primary", disabled=limits == wave.limits, on_click=set_limits, args=(wave, limits))
        draw_codes(wave)
        with st.popover("Close the round", icon=":material/lock:"):
            st.write("No more answers are taken after this, and the round cannot be opened again.")
            st.button("Close for good", type="primary", on_click=set_status, args=(wave, "closed"))
        draw_restart(wave)


def draw_share(wave: Wave) -> None:
    """Draw the link, the join code and the QR code of the rating form."""
    address = public_address()
    link = f"{address}/r/{wave.rate_key}"
    picture, words = st.columns([2, 3], gap="large", vertical_alignment="center")
    picture.image(qr(link), width="stretch", caption="Scan to open the form")
    with words:
        st.markdown(f"On any phone, open **{address.partition('//')[2]}/join** and type")
        st.markdown(f"# {wave.join_code[:3]} {wave.join_code[3:]}")
        st.write("or send this link:")
        st.code(link, language=None, wrap_lines=True)
        if is_local_only():
            st.warning(
                "Only this computer can open the link. To let phones in, start Headway with "
                "`--server.address 0.0.0.0`.",
                icon=":material/wifi_off:",
            )


def draw_other_links(record: StudyRecord, wave: Wave) -> None:
    """Draw the links for stakeholders and the projector, behind a second click."""
    with st.expander("Links for stakeholders and for the projector", icon=":material/share:"):
        address = public_address()
        st.write("Results, read-only, for stakeholders:")
        st.code(f"{address}/results?{KEY}={record.results_key}", language=None, wrap_lines=True)
        st.write("Display, read-only, for the projector:")
        st.code(f"{address}/display?{KEY}={wave.display_key}", language=None, wrap_lines=True)


@st.fragment(run_every="2s")
def draw_progress(wave: Wave) -> None:
    """Draw how many have joined, rated and finished."""
    progress = the_store().progress(wave.id)
    with st.container(horizontal=True):
        for label, count in (("Joined", progress.joined), ("Rated", progress.rated), ("Finished", progress.finished)):
            st.metric(label, count, border=True)


record = chosen_study()
study_header(record)
waves = the_store().waves(record.id)
if not waves:
    draw_opening(record, 1)
    draw_trial(record)
    st.stop()
wave = waves[0]


st.subheader(f"Round {wave.number}  {STATES[wave.status]}", anchor=False, help=GLOSSARY["round"])
if wave.status == "closed":
    draw_opening(record, wave.number + 1)
else:
    draw_share(wave)
    draw_controls(wave)
draw_other_links(record, wave)
draw_trial(record)
draw_archived(record)
draw_progress(wave)
study = reported_study(record.study, wave)
found = findings(study, wave)
if not draw_waiting(found):
    draw_shown(wave, found)
    draw_headlines(found.results)
    draw_landscape(found)
watch(study, wave, found)

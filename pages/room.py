"""Room: the remote with which a facilitator runs a round, beside the display."""

from collections.abc import Callable

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.stage import Counts
from jtbd_core.study import Study
from jtbd_core.wave import NO_LIMITS, Limits, StudyRecord, Wave, reported_study
from pages.components.findings import findings
from pages.components.header import study_header
from pages.components.limits import ask_limits
from pages.components.links import draw_display_link, is_local_only, public_address, qr
from pages.components.notes import draw_note_form, draw_notes
from pages.components.refusal import do
from pages.components.remote import draw_controls, draw_pace
from pages.components.restart import draw_archived
from pages.components.reveal import draw_reveal
from pages.components.scene import live_counts
from pages.components.store import the_store
from pages.components.trial import draw_trial
from pages.components.visitor import KEY, chosen_study, is_facilitator
from pages.components.wall import LARGE, STYLE, Words, draw_wall
from pages.components.wave_results import watch
from pages.components.words import escaped

FROZEN = " :blue-badge[:material/ac_unit: Display frozen]"
STATES = {
    "open": ":green-badge[:material/sensors: Open]",
    "paused": ":orange-badge[:material/pause: Paused]",
    "closed": ":gray-badge[:material/lock: Closed]",
}


def open_round(record: StudyRecord, asked: Callable[[], Limits]) -> None:
    """Open the next wave with the limits that are asked for now."""
    the_store().open_wave(record.id, asked())


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
        asked = ask_limits(NO_LIMITS, "of the next round")
    st.button(
        f"Open round {number}",
        type="primary",
        icon=":material/play_arrow:",
        on_click=do,
        args=(open_round, record, asked),
    )


def draw_share(wave: Wave) -> None:
    """Draw the link, the join code and the QR code of the rating form."""
    address = public_address()
    link = f"{address}/r/{wave.rate_key}"
    picture, words = st.columns([2, 3], gap="large", vertical_alignment="center")
    picture.image(qr(link), width="stretch", caption="Scan to open the form", alt="QR code with the link of the form")
    with words:
        st.markdown(f"On any phone, open **{address.partition('//')[2]}/join** and type")
        draw_wall(Words(f"{wave.join_code[:3]} {wave.join_code[3:]}", LARGE, "strong"))
        st.write("or send this link:")
        st.code(link, language=None, wrap_lines=True)
        if is_local_only():
            st.warning(
                "Only this computer can open the link. To let phones in, start Headway with "
                "`--server.address 0.0.0.0`.",
                icon=":material/wifi_off:",
            )


def draw_other_links(record: StudyRecord) -> None:
    """Draw the link for stakeholders, behind a second click."""
    with st.expander("Link for stakeholders", icon=":material/share:"):
        st.write("Results, read-only, for stakeholders:")
        st.code(f"{public_address()}/results?{KEY}={record.results_key}", language=None, wrap_lines=True)


@st.fragment(run_every="2s")
def draw_remote(study: Study, seen: Wave) -> None:
    """Draw the remote and how far the room has come; the whole page again when it turns to something else."""
    if not is_facilitator():  # signed out, in another window
        st.rerun(scope="app")
    store = the_store()
    wave, stage = store.wave(seen.id), store.stage(seen.id)
    if (wave.revealed_at, wave.status == "closed") != (seen.revealed_at, seen.status == "closed"):
        st.rerun(scope="app")
    counts = live_counts(study, wave.id)
    st.subheader(
        f"Round {wave.number}  {STATES[wave.status]}{FROZEN if stage.frozen else ''}",
        anchor=False,
        help=GLOSSARY["round"],
    )
    draw_controls(study, wave, stage)
    draw_counts(counts)
    draw_pace(study, wave, stage, counts)
    draw_sections(counts)


def draw_counts(counts: Counts) -> None:
    """Draw how many have joined, rated and finished, and who came late."""
    progress = counts.progress
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, count in (("Joined", progress.joined), ("Rated", progress.rated), ("Finished", progress.finished)):
            st.metric(label, count, border=True, width=140)
        if counts.late:
            st.markdown(f":orange-badge[:material/schedule: {counts.late} came late]")


def draw_sections(counts: Counts) -> None:
    """Draw how many have finished each job step and dimension; no averages before the reveal."""
    people = counts.progress.joined
    columns = st.columns(3)
    for n, one in enumerate(counts.sections):
        columns[n % 3].progress(
            min(one.finished / people, 1.0) if people else 0.0, f"{escaped(one.name)}: {one.finished} of {people}"
        )


record = chosen_study()
st.html(STYLE)
study_header(record)
waves = the_store().waves(record.id)
if not waves:
    draw_opening(record, 1)
    draw_trial(record)
    st.stop()
wave = waves[0]
stage = the_store().stage(wave.id)
study = reported_study(record.study, wave)

if wave.status == "closed":
    st.subheader(f"Round {wave.number}  {STATES[wave.status]}", anchor=False, help=GLOSSARY["round"])
    draw_opening(record, wave.number + 1)
else:
    draw_remote(study, wave)
draw_display_link(wave)
if wave.status != "closed":
    with st.expander("Share the form", icon=":material/qr_code:", expanded=stage.begun_at is None):
        draw_share(wave)
draw_other_links(record)
draw_trial(record)
draw_archived(record)
if wave.revealed_at or wave.status == "closed":
    found = findings(study, wave)
    draw_reveal(study, wave, stage, found)
    watch(study, wave, found)
else:
    st.caption("Averages stay hidden here until you reveal them, so that a shared screen gives nothing away.")
st.subheader("Notes and decisions", anchor=False)
draw_note_form(study, wave)
draw_notes(study, wave, is_editable=True)

"""Results: one sentence, the landscape, the lists, and a table of everything."""

import streamlit as st

from jtbd_core.exchange.answers import answers_table, answers_workbook, fits_a_sheet
from jtbd_core.exchange.long_table import neutralized
from jtbd_core.scoring.results import Results
from jtbd_core.study import Study
from jtbd_core.wave import StudyRecord, Wave
from pages.board.groups import choose_group
from pages.board.waves import choose_wave, draw_missing, shown_waves
from pages.components.findings import Findings, findings, progress
from pages.components.glossary import draw_words
from pages.components.header import study_header
from pages.components.notes import draw_notes
from pages.components.store import the_store
from pages.components.turns import turns
from pages.components.visitor import KEY, shared_study
from pages.components.wave_results import (
    draw_everything,
    draw_headlines,
    draw_landscape,
    draw_picture,
    draw_shown,
    draw_waiting,
    watch,
)

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARTS = {
    "success": "Success outcomes",
    "key": "Key outcomes",
    "dimensions": "By dimension",
    "steps": "By job step",
}
SURENESS, FIGURES = "How sure", "All figures"
FORMULAS = """
- **Importance** = 10 × share of people who rated it 4 or 5. **Satisfaction** = 10 × share of people whose experience
  reaches the anchor: *meets it* on the expectation scale, *very* on the satisfaction scale.
- **Opportunity** = importance + max(importance − satisfaction, 0), from 0 to 20 (Ulwick 2002). The bands 10, 12 and 15
  were published for the satisfaction scale.
- **Falls short** = share of people below the anchor. **Value wanted** = mean distance below the anchor in scale points,
  counting 0 for those who are at or above it.
- Only people who rated both importance and experience count; *n* is their number for each outcome. An outcome that
  fewer than 5 people rated has no scores here, so that nobody can be told from them.
- **Intervals** hold the true value in 95 of 100 cases. They and the groups come from 4,000 draws of one posterior
  (a Bayesian bootstrap with half a person's prior in each quadrant). Outcomes in one group cannot be told apart.
"""


def draw_sureness(found: Results) -> None:
    """Draw how sure the top of each list is, and what more answers would do."""
    for kind, sure in found.sure.items():
        st.markdown(f"**{kind.capitalize()}**")
        for sentence in sure.sentences():
            st.write(sentence)
    if not found.sure:
        st.write("There are too few outcomes for a top of the list.")
    st.caption(
        "Expected from the spread of the answers so far; people unlike those who answered cannot be foreseen. "
        "With fewer than 20 people it is optimistic."
    )


def draw_parts(record: StudyRecord, study: Study, wave: Wave, found: Findings) -> None:
    """Draw tabs for the rankings, the parts of success and the job, and all figures; the one that is open has them."""
    names = {name: label for name, label in PARTS.items() if name in found.pictures}
    # Only the part that is looked at is drawn: 50 people who watch a full room have it drawn anew all the time.
    tabs = st.tabs([*names.values(), SURENESS, FIGURES], key="part", on_change="rerun", bind="query-params")
    for name, tab in zip([*names, SURENESS, FIGURES], tabs, strict=True):
        if tab.open:
            with tab:
                draw_part(name, record, study, wave, found)


def draw_part(name: str, record: StudyRecord, study: Study, wave: Wave, found: Findings) -> None:
    """Draw one part: a chart by its name, how sure the top is, or all figures."""
    if name == SURENESS:
        draw_sureness(found.results)
    elif name == FIGURES:
        draw_everything(found)
        if KEY not in st.query_params:
            draw_downloads(record, study, wave)
    else:
        draw_picture(name, found)


def draw_downloads(record: StudyRecord, study: Study, wave: Wave) -> None:
    """Let the facilitator take all answers to a wave along, as one long table or with the scores as a workbook."""

    def table() -> str:
        return neutralized(answers_table(the_store(), record.study, wave)).to_csv(index=False)

    def workbook() -> bytes:
        return answers_workbook(the_store(), record.study, wave)

    with st.container(horizontal=True):
        st.download_button("Answers as CSV", table, "answers.csv", "text/csv", icon=":material/download:")
        if fits_a_sheet(study, progress(wave.id).joined):
            st.download_button(
                "Answers and scores as Excel", workbook, "answers.xlsx", EXCEL, icon=":material/download:"
            )


record = shared_study()
study_header(record)
waves = shown_waves(record.id)
if not waves:
    st.info("Nobody has been asked yet. Results appear here as soon as a round is open.")
    st.stop()
left, right = st.columns([1, 2])
with left:
    wave = choose_wave(waves)
with right:
    group = choose_group(record.study, wave)
study = draw_missing(record.study, wave)

draw_words(
    "success outcome", "key outcome", "importance", "experience", "anchor", "falls short", "value wanted", "opportunity"
)
found = findings(study, wave, group)
with turns.drawing():
    if not draw_waiting(found):
        draw_shown(wave, found)
        draw_headlines(found)
        draw_landscape(found)
        draw_parts(record, study, wave, found)
watch(study, wave, found)
if KEY not in st.query_params:
    with st.expander("Notes and decisions", icon=":material/push_pin:"):
        draw_notes(study, wave)
with st.expander("How the scores are made, and how sure they are", icon=":material/functions:"):
    st.markdown(FORMULAS)

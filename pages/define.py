"""Define: job, steps, outcomes, solutions, questions and scales; preview; launch."""

from collections.abc import Callable

import streamlit as st
from msgspec.structs import replace

from jtbd_core import translation
from jtbd_core.errors import JtbdError
from jtbd_core.exchange import outline, translated
from jtbd_core.form import LANGUAGES, own_name, preview
from jtbd_core.study import Study
from jtbd_core.wave import StudyRecord
from pages.components.header import study_header
from pages.components.settings import chosen_settings
from pages.components.store import the_store
from pages.components.visitor import STUDY, chosen_study
from pages.components.words import escaped, plural, show_error

REVISION = "define-revision"
"""The revision that this window shows: what another window saved in the meantime is not overwritten."""

PHONE_WIDTH, PHONE_HEIGHT = 420, 680

SAVED = "define-saved"
"""Whether the last run saved something; told after the page was drawn anew, which would take a toast away."""

HIDDEN_ID = {"id": None}


def save(record: StudyRecord, change: Callable[[Study], Study]) -> None:
    """Apply a change to the draft that this window shows and keep it, or say what is wrong."""
    try:
        saved = the_store().save_study(record.id, change(record.study), st.session_state[REVISION][1])
    except JtbdError as error:
        show_error(error)
        return
    st.session_state[REVISION] = (record.id, saved.revision)
    st.session_state[SAVED] = True
    st.rerun(scope="app")


def editor_key(name: str, parts: tuple[object, ...]) -> str:
    """Return the key of an editor: it begins anew when what it edits was saved, and keeps edits while others save."""
    return f"{name}-{hash(parts)}"


def draw_job(record: StudyRecord) -> None:
    """Draw title, job, purpose and note."""
    study = record.study
    with st.form("job", border=False):
        title = st.text_input("Title", study.title)
        job = st.text_input("Job", study.job, help="A verb and an object, without any solution.")
        purpose = st.text_area(
            "Purpose", study.purpose, help="What respondents read on the first page: two or three short lines."
        )
        note = st.text_input("Note beside the results", study.note)
        if st.form_submit_button("Save", type="primary"):
            save(record, lambda old: replace(old, title=title, job=job, purpose=purpose, note=note))


def draw_steps(record: StudyRecord) -> None:
    """Draw the job steps as a table."""
    st.caption("The stages of the job, in order. One is the core step: the act that the job is named after.")
    with st.form("steps", border=False):
        rows = st.data_editor(
            outline.step_rows(record.study),
            num_rows="dynamic",
            hide_index=True,
            column_order=("name", "core step"),
            column_config=HIDDEN_ID
            | {
                "name": st.column_config.TextColumn("Job step", required=True, width="large"),
                "core step": st.column_config.CheckboxColumn("Core step", default=False),
            },
            key=editor_key("steps", record.study.steps),
        )
        if st.form_submit_button("Save", type="primary"):
            save(record, lambda old: outline.with_step_rows(old, rows))


def draw_outcomes(record: StudyRecord) -> None:
    """Draw a box to paste statements into, and all outcomes as a table."""
    places = outline.places(record.study)
    with st.form("paste", border=True):
        st.markdown("**Paste a list**, one statement per line; bullets and numbers are removed.")
        left, right = st.columns(2)
        place = left.selectbox("Belongs to", places)
        polarity = right.radio("Polarity", ["wanted", "avoid"], horizontal=True)
        text = st.text_area("Statements", key=editor_key("paste", record.study.outcomes), height=120)
        if st.form_submit_button("Add"):
            save(record, lambda old: outline.with_statements(old, text, place, polarity))
    if not record.study.outcomes:
        st.info("No outcomes yet: paste some above.", icon=":material/playlist_add:")
        return
    with st.form("outcomes", border=False):
        rows = st.data_editor(
            outline.outcome_rows(record.study),
            num_rows="dynamic",
            hide_index=True,
            column_order=("statement", "belongs to", "polarity"),
            column_config=HIDDEN_ID
            | {
                "statement": st.column_config.TextColumn("Statement", required=True, width="large"),
                "belongs to": st.column_config.SelectboxColumn("Belongs to", options=places, required=True),
                "polarity": st.column_config.SelectboxColumn(
                    "Polarity", options=["wanted", "avoid"], default="wanted", required=True
                ),
            },
            key=editor_key("outcomes", record.study.outcomes),
        )
        if st.form_submit_button("Save", type="primary"):
            save(record, lambda old: outline.with_outcome_rows(old, rows))


def draw_groups(record: StudyRecord) -> None:
    """Draw solutions and circumstance questions as tables."""
    with st.form("groups", border=False):
        st.markdown("**Solutions**: what people may use today to get the job done.")
        solutions = st.data_editor(
            outline.solution_rows(record.study),
            num_rows="dynamic",
            hide_index=True,
            column_order=("name",),
            column_config=HIDDEN_ID | {"name": st.column_config.TextColumn("Solution", required=True)},
            key=editor_key("solutions", record.study.solutions),
        )
        st.markdown("**Circumstances**: questions about the situation in which people do the job.")
        circumstances = st.data_editor(
            outline.circumstance_rows(record.study),
            num_rows="dynamic",
            hide_index=True,
            column_order=("question", "options"),
            column_config=HIDDEN_ID
            | {
                "question": st.column_config.TextColumn("Question", required=True, width="large"),
                "options": st.column_config.TextColumn("Options, separated by ;", required=True, width="large"),
            },
            key=editor_key("circumstances", record.study.circumstances),
        )
        if st.form_submit_button("Save", type="primary"):
            save(
                record,
                lambda old: outline.with_circumstance_rows(outline.with_solution_rows(old, solutions), circumstances),
            )


def draw_scales(record: StudyRecord) -> None:
    """Draw what is asked, and on which scales."""
    settings = chosen_settings(record.study)
    if st.button("Save", type="primary", disabled=settings == record.study.settings):
        save(record, lambda old: replace(old, settings=settings))


def draw_languages(record: StudyRecord) -> None:
    """Draw the language of the study, what is not translated yet, and one translation as a table."""
    study = record.study
    codes = sorted({*LANGUAGES, study.language, *study.translations}, key=own_name)
    own = st.selectbox("Written in", codes, codes.index(study.language), format_func=own_name)
    if st.button("Save", disabled=own == study.language, key="save-language"):
        save(record, lambda old: replace(old, language=own))
    words = translation.texts(study)
    for code, names in translation.missing(study).items():
        if names:
            with st.expander(f"{own_name(code)}: {plural(len(names), 'text')} of {len(words)} missing"):
                st.markdown("\n".join(f"- {escaped(words[name])}" for name in names))
    language = st.selectbox("Translate into", [c for c in codes if c != study.language], format_func=own_name)
    before = translated.translation_rows(study, language)
    with st.form("translation", border=False):
        rows = st.data_editor(
            before,
            hide_index=True,
            column_order=("text", language),
            disabled=("text",),
            column_config={"text": own_name(study.language), language: own_name(language)},
            key=editor_key("translation", (str(before),)),
        )
        if st.form_submit_button("Save", type="primary"):
            save(record, lambda old: translated.with_translation_rows(old, language, rows))


def draw_preview(record: StudyRecord) -> None:
    """Draw the form as a phone shows it."""
    spoken = [record.study.language, *record.study.translations]
    left, right = st.columns([2, 3], gap="large")
    language = left.selectbox("Language", spoken, format_func=own_name) if len(spoken) > 1 else spoken[0]
    pages = preview(record.study, language)
    name = left.radio("Page", list(pages), format_func=escaped, key="define-preview")
    left.caption("As last saved. Nothing that is tapped here is kept.")
    with right, st.container(border=True, width=PHONE_WIDTH):
        st.iframe(pages[name], height=PHONE_HEIGHT, width="stretch", alt=f"The form’s page “{name}”")


def draw_launched(study: Study) -> None:
    """Draw what is frozen."""
    st.info(
        "This study has been launched, so its statements and scales are frozen: all rounds can be compared.",
        icon=":material/lock:",
    )
    rows = outline.outcome_rows(study)
    st.dataframe(rows, hide_index=True, column_order=("statement", "belongs to", "polarity"))


record = chosen_study()
study_header(record)
if record.status == "launched":
    draw_launched(record.study)
    st.stop()
if st.session_state.get(REVISION, ("", 0))[0] != record.id:
    st.session_state[REVISION] = (record.id, record.revision)
SECTIONS = {
    "Job": draw_job,
    "Job steps": draw_steps,
    "Outcomes": draw_outcomes,
    "Solutions and circumstances": draw_groups,
    "Scales": draw_scales,
    "Languages": draw_languages,
    "Preview": draw_preview,
}
for tab, draw in zip(st.tabs(list(SECTIONS)), SECTIONS.values(), strict=True):
    with tab:
        draw(record)
if st.session_state.pop(SAVED, False):
    st.toast("Saved", icon=":material/check:")
missing = record.study.missing_for_launch()
if missing:
    st.warning(" ".join(missing), icon=":material/edit_note:")
else:
    st.success(f"Ready to launch with {plural(len(record.study.outcomes), 'outcome')}.", icon=":material/check_circle:")
    if st.button("Launch in the room", type="primary", icon=":material/groups:"):
        st.switch_page("room.py", query_params={STUDY: record.id})

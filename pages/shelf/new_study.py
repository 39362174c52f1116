"""A new study: from its job, or a copy of an example or of an earlier study."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.exchange.demo import examples
from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.study.sections import sections
from jtbd_core.study.value import LONGEST_TEXT
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.shelf.start import leave_start


def ask_new_study() -> None:
    """Draw the form of a new study: its job, and a title that defaults to the job."""
    with st.form("new-study", border=False):
        job = st.text_input(
            "The job",
            placeholder="Send a package a long distance",
            help=GLOSSARY["job"],
        )
        title = st.text_input("Title of the study", placeholder="The job, if left empty")
        if st.form_submit_button("Create", type="primary"):
            if not job.strip():
                st.error("Say what the job is.")
                return
            do(lambda: save_study(Study(title=title or job, job=job)))


def ask_example() -> None:
    """Draw the choice among the study files that come with Headway, and what the chosen one holds."""
    found = sorted(examples().values(), key=lambda one: (not one.steps, one.job))
    chosen = st.selectbox(
        "The job nearest to yours",
        found,
        index=None,
        format_func=example_label,
        placeholder="Choose, or type a few letters to search",
    )
    if chosen is not None:
        draw_example(chosen)
        if st.button("Start from this example", type="primary"):
            do(save_study, chosen)


def example_label(study: Study) -> str:
    """Return the job of an example with what it holds: "Paint a room · 7 job steps, 34 outcomes"."""
    counts = ((len(study.steps), "job step"), (len(study.outcomes), "outcome"), (len(study.solutions), "solution"))
    return f"{study.job} · {', '.join(plural(count, noun) for count, noun in counts if count)}"


def draw_example(study: Study) -> None:
    """Draw who does the job of an example, its steps, four of its outcomes at most, and its note."""
    if study.executor:
        st.markdown(f"**Who does the job:** {escaped(study.executor)}")
    if study.steps:
        st.markdown(f"**Job steps:** {' → '.join(escaped(step.name) for step in study.steps)}")
    core = [step.id for step in study.steps if step.is_core]
    told = [section.outcomes(study)[:1] for section in sections(study) if section.step is None or section.step in core]
    if lines := [f"- {escaped(one.statement)}" for some in told for one in some]:
        st.markdown("\n".join(["**Some of its outcomes**", *lines]))
    if study.note:
        st.caption(escaped(study.note))


def ask_earlier() -> None:
    """Draw the choice of an earlier study to copy as a new draft."""
    records = my_store().studies()
    if not records:
        st.info("There is no earlier study yet: start a new one, or from an example.", icon=":material/history:")
        return
    chosen = st.selectbox("Earlier study", records, format_func=lambda one: one.study.title)
    st.caption(
        f"{plural(len(chosen.study.steps), 'job step')}, {plural(len(chosen.study.outcomes), 'outcome')}. "
        "The copy is a draft of its own, without rounds and answers."
    )
    if st.button("Start from this study", type="primary"):
        # The note describes the answers of the earlier study.
        do(save_study, replace(chosen.study, title=f"{chosen.study.title} (copy)"[:LONGEST_TEXT], note=""))


def save_study(study: Study) -> None:
    """Save a new draft and open it."""
    leave_start("define.py", my_store().add_study(study).id)

"""A launched study: what is frozen, and how texts are corrected, outcomes added and retired."""

from collections.abc import Callable
from functools import partial

import streamlit as st
from msgspec.structs import replace

from jtbd_core.form import own_name
from jtbd_core.study import Outcome, Study, StudyRecord, translation
from jtbd_core.study.amendment import AmendmentRow, amendment_rows, is_typo, part_name, text_of, with_new_outcome
from jtbd_core.study.editing import new_outcome
from jtbd_core.study.outcome_ids import outcome_ids
from jtbd_core.study.sections import sections
from jtbd_core.study.wording import Problem, problems
from pages.components.clock import clock
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.rerun import rerun_page
from pages.desk.frozen import draw_frozen
from pages.desk.offering import draw_offering
from pages.desk.problem import draw_problem

DONE = "launched-done"
"""Session state: the message about the last amendment, shown once after the rerun."""

TABS = "launched-tabs"


def draw_launched(record: StudyRecord) -> None:
    """Draw the tabs of a launched study: what is frozen, and each kind of amendment."""
    st.caption(
        ":material/lock: Launched: statements and scales are frozen, so that all rounds can be compared. A typo can be "
        "corrected; a new meaning is a new outcome."
    )
    if done := st.session_state.pop(DONE, ""):
        st.toast(done, icon=":material/check:")
    changed = amendment_rows(my_store().amendments(record.id))
    sections = {
        "The study": lambda: draw_frozen(record.study),
        "Correct a typo": lambda: draw_correction(record),
        "Add an outcome": lambda: draw_addition(record),
        "Add a solution or question": lambda: draw_offering(record),
        "Retire": lambda: draw_retiring(record),
        "What changed": lambda: draw_changes(changed),
    }
    for tab, draw in zip(st.tabs(list(sections), key=TABS), sections.values(), strict=True):
        with tab:
            draw()


def draw_correction(record: StudyRecord) -> None:
    """Draw the correction of one text; for more than a typo, a new outcome is offered first."""
    study, own = record.study, translation.texts(record.study)
    spoken = [study.language, *study.translations]
    chosen = st.selectbox("Language", spoken, format_func=own_name) if len(spoken) > 1 else study.language
    language = "" if chosen == study.language else chosen
    name = st.selectbox("Text", list(own), format_func=lambda one: f"{part_name(one)}: {own[one]}")
    before = text_of(study, name, language)
    write = st.text_area if name == "purpose" else st.text_input
    after = write("Corrected text", before, key=f"correct-{name}-{language}-{record.revision}").strip()
    if not before or is_typo(before, after):
        if st.button("Correct", type="primary") and after != before:
            amend("Corrected", lambda: my_store().correct(record.id, name, after, language))
        return
    outcome = next((one for one in study.outcomes if name == f"outcome.{one.id}" and not language), None)
    st.warning(
        "This is more than a typo. If people would now answer something else, rounds can no longer be "
        "compared." + (" A new meaning is a new outcome." if outcome else ""),
        icon=":material/compare_arrows:",
    )
    with st.container(horizontal=True):
        if outcome and st.button("Retire it and add this as a new outcome", type="primary"):
            amend("A new outcome, and the old one retired", lambda: replace_outcome(record, outcome, after))
        if st.button("Correct all the same"):
            amend("Corrected", lambda: my_store().correct(record.id, name, after, language))


def draw_addition(record: StudyRecord) -> None:
    """Draw the form that adds an outcome for later waves, the problems of its wording, and what can be undone."""
    labels = {section: section.label(record.study) for section in sections(record.study)}
    with st.form("add-outcome", border=False, clear_on_submit=False):
        statement = st.text_input("Statement", key=f"add-{record.revision}").strip()
        left, right = st.columns(2)
        section = left.selectbox("Belongs to", list(labels), format_func=labels.__getitem__)
        polarity = right.radio("Polarity", ["wanted", "avoid"], horizontal=True)
        st.caption("Asked from the next round on; earlier rounds say that they did not ask it.")
        is_sent = st.form_submit_button("Add", type="primary")
    if statement:
        outcome = new_outcome(next(outcome_ids(record.study)), statement, section, polarity)
        found = wording_problems(record.study, outcome)
        for one in found:
            draw_problem(one)
        if st.button("Add all the same") if found else is_sent:
            amend("Added", lambda: my_store().add_outcome(record.id, outcome))
    draw_added(record)


def wording_problems(study: Study, outcome: Outcome) -> list[Problem]:
    """Return the problems of an outcome to be added; none if it is there already, which the store refuses."""
    if outcome.statement in {one.statement for one in study.outcomes}:
        return []
    return [one for one in problems(with_new_outcome(study, outcome)) if one.outcome == outcome.id]


def draw_added(record: StudyRecord) -> None:
    """Draw the outcomes that were added and that nobody has been asked yet, each with a button that undoes it."""
    latest = my_store().waves(record.id)[0].number
    log = my_store().amendments(record.id)
    added = {one.name.removeprefix("outcome.") for one in log if one.what == "added" and one.since > latest}
    for one in record.study.outcomes:
        if one.id in added:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f":gray[Not asked yet]  {escaped(one.statement)}", width="stretch")
                if st.button("Undo", icon=":material/undo:", key=f"undo-{one.id}"):
                    amend("Taken out", partial(my_store().take_out, record.id, f"outcome.{one.id}"))


def draw_retiring(record: StudyRecord) -> None:
    """Draw the choice of an outcome to retire, and the retired ones with a button that restores each."""
    asked = {one.id: one.statement for one in record.study.outcomes if not one.is_retired}
    chosen = st.selectbox("Outcome", list(asked), format_func=asked.__getitem__)
    st.caption(
        "Not asked in later rounds, and left out of the results unless they are set to show it. Nothing is lost."
    )
    if st.button("Retire", type="primary"):
        amend("Retired", lambda: my_store().retire(record.id, chosen))
    for one in record.study.outcomes:
        if one.is_retired:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f":gray[{escaped(one.statement)}]", width="stretch")
                if st.button("Restore", icon=":material/undo:", key=f"restore-{one.id}"):
                    amend("Asked again", partial(my_store().retire, record.id, one.id, is_retired=False))


def draw_changes(changed: list[AmendmentRow]) -> None:
    """Draw the log of amendments since the first wave, the latest first."""
    if not changed:
        st.caption("Nothing has been changed since round 1.")
        return
    st.markdown(f"**{plural(len(changed), 'change')} since round 1**")
    for row in changed:
        with st.container(border=True, gap="xxsmall"):
            st.caption(f"{row.what} · {row.part} · since round {row.since} · {clock(row.when, '%Y-%m-%d %H:%M')}")
            if row.before and row.after:
                st.markdown(f":gray[Before]  {escaped(row.before)}  \n:gray[After]  {escaped(row.after)}")
            else:
                st.markdown(escaped(row.before or row.after))


def amend(done: str, change: Callable[[], object]) -> None:
    """Amend the study and rerun the page with the message `done`, or show the refusal."""
    if do(change):
        st.session_state[DONE] = done
        rerun_page()


def replace_outcome(record: StudyRecord, outcome: Outcome, statement: str) -> None:
    """Add an outcome with another statement and else the same properties, and retire the old one."""
    my_store().add_outcome(record.id, replace(outcome, id=next(outcome_ids(record.study)), statement=statement))
    my_store().retire(record.id, outcome.id)

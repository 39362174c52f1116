"""What a launched study offers later: a further solution, a further option of a question, a further question."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from jtbd_core.study import Option, Solution, StudyRecord, editing
from jtbd_core.study.offer import offer
from jtbd_core.study.value import identifier
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do

SOLUTION, QUESTION, OPTIONS = "later-solution", "later-question", "later-options"
OPTION = "later-option-{}"


def draw_offering(record: StudyRecord) -> None:
    """Draw the fields that add a solution, an option or a question, and those that nobody was offered yet."""
    st.caption("Offered from the next round on; earlier rounds say that they did not offer it.")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("One more solution", key=SOLUTION)
        _button("Add the solution", _add_solution, record)
    for question in record.study.circumstances:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input(f"One more option of “{escaped(question.question)}”", key=OPTION.format(question.id))
            _button("Add the option", _add_option, record, question.id)
    st.text_input("One more question", key=QUESTION, placeholder="Where are you when you do this?")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Its options, separated by ;", key=OPTIONS, placeholder="At home; On the move")
        _button("Add the question", _add_question, record)
    _draw_waiting(record)


def _button(label: str, add: Callable[..., None], record: StudyRecord, *values: str) -> None:
    key = "-".join((label, *values))
    st.button(label, icon=":material/add:", key=key, on_click=do, args=(add, record, *values))


def _add_solution(record: StudyRecord) -> None:
    name = st.session_state[SOLUTION].strip()
    taken = {one.id for one in record.study.solutions}
    my_store().add_solution(record.id, Solution(id=identifier(name, taken, "solution"), name=name))
    st.session_state[SOLUTION] = ""


def _add_option(record: StudyRecord, question_id: str) -> None:
    key = OPTION.format(question_id)
    given = st.session_state
    label = given[key].strip()
    question = next(one for one in record.study.circumstances if one.id == question_id)
    taken = {one.id for one in question.options}
    my_store().add_option(record.id, question_id, Option(id=identifier(label, taken, "option"), label=label))
    given[key] = ""


def _add_question(record: StudyRecord) -> None:
    given = st.session_state
    added = editing.with_new_question(record.study, given[QUESTION].strip(), given[OPTIONS]).circumstances[-1]
    my_store().add_question(record.id, added)
    given[QUESTION] = given[OPTIONS] = ""


def _draw_waiting(record: StudyRecord) -> None:
    """Draw what was added and nobody was offered yet, each with a button that undoes it."""
    latest = my_store().waves(record.id)[0].number
    added = {one.name for one in my_store().amendments(record.id) if one.what == "added" and one.since > latest}
    texts = offer(record.study)
    for name in (name for name in texts if name in added):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f":gray[Not offered yet]  {escaped(texts[name])}", width="stretch")
            undo = partial(my_store().take_out, record.id, name)
            st.button("Undo", icon=":material/undo:", key=f"undo-{name}", on_click=do, args=(undo,))

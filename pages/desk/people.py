"""The people section: the solutions that respondents use, and the questions about their circumstances."""

import streamlit as st

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Circumstance, Solution, Study, editing
from pages.components.permission import with_permission
from pages.desk.changes import Edit, change
from pages.desk.fields import chosen, put, text_field

NEW_SOLUTION = "desk-new-solution"
NEW_QUESTION = "desk-new-question"
NEW_OPTIONS = "desk-new-options"
"""Also query parameters, so that a reload restores what is being typed."""


def draw_people(study: Study) -> None:
    """Draw solutions and circumstance questions, and the fields that add one of each."""
    st.markdown(
        "**Solutions**: what people may use today to get the job done, such as “Post office”.",
        help=GLOSSARY["solution"],
    )
    with st.container(gap="xxsmall"):
        for solution in study.solutions:
            draw_solution(solution)
    st.text_input(
        "One more solution",
        key=NEW_SOLUTION,
        placeholder="Add a solution and press Enter",
        label_visibility="collapsed",
        icon=":material/add:",
        on_change=_add_solution,
    )
    st.markdown(
        "**Circumstances**: questions about the situation in which people do the job.", help=GLOSSARY["circumstance"]
    )
    for question in study.circumstances:
        draw_circumstance(question)
    with st.form("new-question"):
        st.text_input(
            "One more question",
            key=NEW_QUESTION,
            bind="query-params",
            placeholder="Where are you when you do this?",
        )
        st.text_input(
            "Its options, separated by ;", key=NEW_OPTIONS, bind="query-params", placeholder="At home; On the move"
        )
        st.form_submit_button("Add question", icon=":material/add:", on_click=_add_question)


def draw_solution(solution: Solution) -> None:
    """Draw the field of a solution, and its delete button."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        text_field(
            f"Solution “{solution.name}”",
            f"field-solution-{solution.id}",
            solution.name,
            f"renamed solution “{solution.name}”",
            lambda old, name: editing.with_solution_name(old, solution.id, name),
            label_visibility="collapsed",
            required=True,
        )
        _draw_delete(f"solution-{solution.id}", solution.name, lambda old: editing.without_solution(old, solution.id))


def draw_circumstance(question: Circumstance) -> None:
    """Draw the fields of a circumstance question and its options, and its delete button."""
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            text_field(
                f"Question “{question.question}”",
                f"field-question-{question.id}",
                question.question,
                f"reworded the question “{question.question}”",
                lambda old, text: editing.with_question(old, question.id, text),
                label_visibility="collapsed",
                required=True,
            )
            _draw_delete(
                f"question-{question.id}",
                question.question,
                lambda old: editing.without_question(old, question.id),
            )
        text_field(
            f"Options of “{question.question}”, separated by ;",
            f"field-options-{question.id}",
            editing.option_line(question.options),
            f"changed the options of “{question.question}”",
            lambda old, text: editing.with_options(old, question.id, text),
            label_visibility="collapsed",
            icon=":material/list:",
            live=False,
        )


def _draw_delete(key: str, name: str, edit: Edit) -> None:
    st.button(
        "Delete",
        key=f"delete-{key}",
        icon=":material/delete:",
        type="tertiary",
        on_click=change,
        args=(f"removed “{name}”", edit),
    )


@with_permission
def _add_solution() -> None:
    name = chosen(NEW_SOLUTION).strip()
    if not name or change(f"added the solution “{name}”", lambda study: editing.with_new_solution(study, name)):
        put(NEW_SOLUTION, "")


@with_permission
def _add_question() -> None:
    question, options = chosen(NEW_QUESTION).strip(), chosen(NEW_OPTIONS).strip()
    if not (question or options) or change(
        f"added the question “{question}”", lambda study: editing.with_new_question(study, question, options)
    ):
        put(NEW_QUESTION, "")
        put(NEW_OPTIONS, "")

"""The questions of the builder that add no outcomes: about the job and its steps, and about the people."""

from collections.abc import Callable, Mapping

import streamlit as st
from msgspec.structs import replace

from jtbd_core.study import Study, editing
from jtbd_core.study.builder import CIRCUMSTANCES, CORE, EXECUTOR, JOB, PURPOSE, SOLUTIONS, STEPS, BuilderQuestion
from jtbd_core.study.outline import outline_statements
from jtbd_core.study.wording import problems
from pages.components.escape import escaped
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.desk.changes import change, the_desk
from pages.desk.fields import chosen, put, text_field
from pages.desk.pasting import LONGEST
from pages.desk.people import draw_circumstance, draw_solution
from pages.desk.problem import draw_problems
from pages.desk.steps import draw_scaffold, draw_step

WHO, PARTS, ASKED, OPTIONS = "builder-executor", "builder-parts", "builder-question", "builder-options"
REASON = "builder-purpose"

GoOn = Callable[[str], None]
Adding = Callable[[Study, str], Study]


def draw_job_question(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the field of the job with what is found in its wording."""
    text_field(
        "The job",
        "field-job",
        study.job,
        "changed the job",
        Study.with_job,
        placeholder="Send a package a long distance",
    )
    draw_problems([one for one in problems(study) if one.outcome is None])
    st.caption("A verb and an object, without any product in it: “Send a package”, not “Use our courier app”.")
    st.button("Go on", type="primary", icon=":material/arrow_forward:", on_click=go_on, args=(question.id,))


def draw_executor(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the line that takes who does the job."""
    with st.form("builder", border=False):
        st.text_input("Who does the job", value=study.executor, key=WHO, placeholder="A parent of a newborn")
        _draw_submit(_keep_executor, question, go_on)


def draw_steps(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the box that takes a job step per line, the proposal of eight, and the steps that the study has."""
    st.caption(
        "Begin each with a verb, such as “Wrap the package”. Three to eight are plenty: each brings one more question."
    )
    _draw_box("The job steps, one per line", "step", question, editing.with_new_step, go_on)
    draw_scaffold(study)
    for step in study.steps:
        draw_step(study, step.id)


def draw_core(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw a button for each step, and one for none of them; that of the core step, once it is chosen, has a tick."""
    st.caption("If none is named so, take the one without which the job is not done, or skip this.")
    for step in study.steps:
        st.button(
            escaped(step.name),
            key=f"builder-core-{step.id}",
            icon=":material/check:" if step.is_core else None,
            width="stretch",
            on_click=_make_core,
            args=(step.id, question, go_on),
        )
    st.button("Skip for now", type="tertiary", on_click=go_on, args=(question.id,))


def draw_solutions(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the box that takes a solution per line, and the solutions that the study has."""
    _draw_box("What people use, one per line", "solution", question, editing.with_new_solution, go_on)
    for solution in study.solutions:
        draw_solution(solution)


def draw_circumstances(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the form of a question with its options, and the questions that the study has."""
    with st.form("builder", border=False):
        st.text_input("A question to everybody", key=ASKED, placeholder="How often do you do it?")
        st.text_area(
            "Its options, one per line",
            key=OPTIONS,
            height=110,
            max_chars=LONGEST,
            placeholder="Every week\nA few times a year",
        )
        _draw_submit(_add_question, question, go_on)
    for asked in study.circumstances:
        draw_circumstance(asked)


def draw_purpose(question: BuilderQuestion, study: Study, go_on: GoOn) -> None:
    """Draw the box that takes what the answers are for."""
    with st.form("builder", border=False):
        st.text_area(
            "What the answers are for, in a line or two",
            value=study.purpose,
            key=REASON,
            height=110,
            placeholder="We decide in spring what to improve first, and your answers decide it with us.",
        )
        _draw_submit(_keep_purpose, question, go_on)


def _draw_box(label: str, noun: str, question: BuilderQuestion, add: Adding, go_on: GoOn) -> None:
    with st.form("builder", border=False):
        st.text_area(label, key=PARTS, height=170, max_chars=LONGEST)
        _draw_submit(_add_parts, question, go_on, noun, add)


def _draw_submit(submit: Callable[..., object], question: BuilderQuestion, go_on: GoOn, *args: object) -> None:
    with st.container(horizontal=True):
        st.form_submit_button(
            "Add and go on",
            type="primary",
            icon=":material/arrow_forward:",
            on_click=submit,
            args=(question, go_on, *args),
        )
        st.form_submit_button("Skip for now", type="tertiary", on_click=go_on, args=(question.id,))


@with_permission
def _add_parts(question: BuilderQuestion, go_on: GoOn, noun: str, add: Adding) -> None:
    names = outline_statements(chosen(PARTS) or "")

    def added(study: Study) -> Study:
        for name in names:
            study = add(study, name)
        return study

    if change(f"added {plural(len(names), noun)}", added):
        put(PARTS, "")
        go_on(question.id)


@with_permission
def _add_question(question: BuilderQuestion, go_on: GoOn) -> None:
    asked, options = (chosen(ASKED) or "").strip(), "; ".join(outline_statements(chosen(OPTIONS) or ""))
    if not (asked or options) or change(
        f"added the question “{asked}”", lambda study: editing.with_new_question(study, asked, options)
    ):
        put(ASKED, "")
        put(OPTIONS, "")
        go_on(question.id)


@with_permission
def _keep_executor(question: BuilderQuestion, go_on: GoOn) -> None:
    executor = (chosen(WHO) or "").strip()
    if change("said who does the job", lambda study: replace(study, executor=executor)):
        go_on(question.id)


@with_permission
def _keep_purpose(question: BuilderQuestion, go_on: GoOn) -> None:
    purpose = (chosen(REASON) or "").strip()
    if change("changed the purpose", lambda study: replace(study, purpose=purpose)):
        go_on(question.id)


@with_permission
def _make_core(step_id: str, question: BuilderQuestion, go_on: GoOn) -> None:
    name = next(step.name for step in the_desk().study.steps if step.id == step_id)
    if change(f"made “{name}” the core step", lambda study: editing.with_core_step(study, step_id)):
        go_on(question.id)


BUILDER_FORMS: Mapping[str, Callable[[BuilderQuestion, Study, GoOn], None]] = {
    JOB: draw_job_question,
    EXECUTOR: draw_executor,
    STEPS: draw_steps,
    CORE: draw_core,
    SOLUTIONS: draw_solutions,
    CIRCUMSTANCES: draw_circumstances,
    PURPOSE: draw_purpose,
}
"""What draws a question that adds no outcomes, by its id."""

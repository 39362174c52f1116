"""The builder: a study made question by question; it can be left, and comes back to the question of the address."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.exchange.demo import demo_study, examples
from jtbd_core.study import Outcome, Study, StudyRecord, editing
from jtbd_core.study.answer import answers, is_clean
from jtbd_core.study.builder import BuilderQuestion, next_question, question_of, questions
from jtbd_core.study.readiness import readiness
from jtbd_core.study.wording import problems
from jtbd_core.study.wording.proposal import with_proposals
from pages.components.escape import escaped
from pages.components.link import ASK, READY
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.components.rerun import keep_in_address, rerun_page
from pages.desk.builder_forms import BUILDER_FORMS, GoOn
from pages.desk.builder_statements import draw_added, draw_statements, keep_added
from pages.desk.changes import Desk, change, the_desk
from pages.desk.fields import chosen, put, statement_field
from pages.desk.parts import change_outcomes, draw_part, part_of
from pages.desk.pasting import LINES, LONGEST, PastedList, draw_lines, is_left_out, pasted_lists
from pages.desk.problem import draw_problems
from pages.desk.readiness import draw_launch

OFF = "off"
"""What `ASK` says without the builder."""
ANSWER, CHOICE = "builder-answer", "builder-choice"


def is_building(record: StudyRecord) -> bool:
    """Whether the builder is open: as the address says, else for a study without outcomes."""
    return st.query_params.get(ASK, OFF if record.study.outcomes else "") != OFF


def draw_builder(study: Study) -> None:
    """Draw the question of the address, else the first without an answer, or the answers that need a look first."""
    asked = _questions(study)
    known = {one.id: one for one in asked}
    if st.query_params.get(ASK) not in (*known, READY):
        first = next_question(asked)
        keep_in_address(ASK, first.id if first else READY)
    question = known.get(st.query_params[ASK])
    if the_desk().record.id in pasted_lists():
        _draw_look(study, asked, question)
        return
    _draw_progress(study, asked, question)
    with st.container(border=True, gap="small"):
        if question is None:
            _draw_ready(study, asked)
        else:
            _draw_question(question)
            BUILDER_FORMS.get(question.id, _draw_statements)(question, study, go_on)
    draw_added(study)


def _draw_look(study: Study, asked: tuple[BuilderQuestion, ...], question: BuilderQuestion | None) -> None:
    """Draw the lines that need a look, below the question that they answer, which counts as answered meanwhile."""
    answered = next((one for one in asked if one.id == pasted_lists()[the_desk().record.id].question), None)
    asked = tuple(replace(one, is_answered=True) if one == answered else one for one in asked)
    _draw_progress(study, asked, answered or question, is_looked_at=answered is not None)
    heading = answered.text if answered else "A look at these before the next question"
    st.markdown(f"#### {escaped(heading)}", width="content")
    draw_part(LINES, draw_lines)
    draw_added(study)


def draw_reopen(study: Study, is_next: bool) -> None:
    """Draw the button that opens the builder at the first question without an answer, if there is one."""
    question = next_question(_questions(study))
    if question and st.button(
        "Next question",
        type="primary" if is_next else "tertiary",
        icon=":material/quiz:",
        help=f"About {escaped(question.topic)}",
        on_click=_open,
    ):
        rerun_page()  # the part that holds the button would be redrawn alone


def _draw_progress(
    study: Study, asked: tuple[BuilderQuestion, ...], question: BuilderQuestion | None, is_looked_at: bool = False
) -> None:
    """Draw how many questions are answered and which is asked now, the choice among all, and the ways on and out."""
    done = sum(one.is_answered for one in asked)
    now = f" · {'a look at' if is_looked_at else 'now'}: {escaped(question.topic)}" if question else ""
    more = "" if study.steps else ", and one more for each job step"
    st.progress(done / len(asked), text=f"{done} of {len(asked)} questions answered{more}{now}")
    topics = {one.id: f"{'✓ ' if one.is_answered else ''}{_capital(one.topic)}" for one in asked}
    topics[READY] = "Ready to launch"
    put(CHOICE, question.id if question else READY)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        st.selectbox(
            "Question",
            list(topics),
            format_func=topics.__getitem__,
            key=CHOICE,
            on_change=_choose,
            label_visibility="collapsed",
            disabled=is_looked_at,
        )
        if question and question.is_answered and not is_looked_at:
            st.button("Back to the launch", type="tertiary", icon=":material/flag:", on_click=_ask, args=(READY,))
        st.button("See the outline", type="tertiary", icon=":material/list_alt:", on_click=_leave)


def _draw_question(question: BuilderQuestion) -> None:
    """Draw a question and its examples as one element: the box below keeps its place, and so the focus."""
    with st.container(gap="small"):
        lead = f" *{escaped(question.lead)}*" if question.lead else ""
        st.markdown(f"#### {escaped(question.text)}{lead}")
        if question.also:
            st.markdown(f":gray[{escaped(question.also)}]")
        if question.examples:
            said = " · ".join(f"“{one}”" for one in question.examples)
            st.caption(f"As for “{escaped(question.nearest)}”: {escaped(said)}")


def _draw_statements(question: BuilderQuestion, study: Study, _: GoOn) -> None:
    """Draw the box that takes an answer per line, and below the answers that the study has already."""
    with st.form("builder", border=False):
        st.text_area(
            "Your answers, one per line",
            key=ANSWER,
            height=110,
            max_chars=LONGEST,
            placeholder="\n".join((question.lead.split(" / ") * 2)[:2]) if question.lead else None,
        )
        with st.container(horizontal=True):
            st.form_submit_button(
                "Add and go on", type="primary", icon=":material/arrow_forward:", on_click=_add, args=(question,)
            )
            st.form_submit_button("Skip for now", type="tertiary", on_click=go_on, args=(question.id,))
    if question.section:
        draw_part(part_of(question.section), _draw_said, question)


def _draw_said(desk: Desk, question: BuilderQuestion) -> None:
    """Draw the outcomes that answer a question, each to be reworded or deleted, with what is found in it."""
    found = problems(desk.study)
    if question.section:
        for one in question.section.outcomes(desk.study):
            if one.polarity == question.polarity:
                _draw_outcome(one)
                draw_problems([problem for problem in found if problem.outcome == one.id])


def _draw_outcome(one: Outcome) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
        statement_field(one)
        st.button(
            "Delete",
            key=f"builder-delete-{one.id}",
            icon=":material/delete:",
            type="tertiary",
            on_click=change_outcomes,
            args=(f"removed “{one.statement}”", lambda old: editing.without(old, {one.id})),
        )


def _draw_ready(study: Study, asked: tuple[BuilderQuestion, ...]) -> None:
    """Draw what was skipped, and the launch."""
    found, skipped = readiness(study), [one for one in asked if not one.is_answered]
    if skipped:
        st.markdown("#### These have no answer yet")
        with st.container(horizontal=True, gap="small"):
            for one in skipped:
                st.button(escaped(_capital(one.topic)), key=f"builder-ask-{one.id}", on_click=_ask, args=(one.id,))
    else:
        st.markdown("#### All questions are answered")
    faulty = {one.outcome for one in problems(study) if one.severity == "error"}
    for one in study.outcomes:
        if one.id in faulty:
            st.button(
                f"Correct “{escaped(one.statement)}”",
                key=f"builder-correct-{one.id}",
                icon=":material/edit:",
                wrap=True,
                on_click=_ask,
                args=(question_of(one),),
            )
    st.markdown(escaped(found.sentence))
    draw_launch(study, the_desk().record.id, found, "builder-launch")
    draw_statements(study)


@with_permission
def _add(question: BuilderQuestion) -> None:
    """Add the answers in which nothing is found, keep the others for a look, and go on to the next question."""
    desk = the_desk()
    found = answers(question, chosen(ANSWER) or "", desk.study)
    clean = [one for one in found if is_clean(one)]
    doubtful = [one for one in found if not is_clean(one)]
    if clean and not change(f"added {plural(len(clean), 'outcome')}", lambda study: with_proposals(study, clean)):
        return
    put(ANSWER, "")
    if doubtful:
        left_out = {number for number, one in enumerate(doubtful) if is_left_out(one)}
        pasted_lists()[desk.record.id] = PastedList(dict(enumerate(doubtful)), left_out, question.id)
    go_on(question.id)
    keep_added(clean)


@with_permission
def go_on(question_id: str) -> None:
    """Go on to the next question without an answer after this one, or to the launch. For callbacks."""
    after = next_question(_questions(the_desk().study), question_id)
    _ask(after.id if after else READY)


@with_permission
def _ask(question_id: str) -> None:
    keep_added(())
    keep_in_address(ASK, question_id)


@with_permission
def _choose() -> None:
    _ask(chosen(CHOICE))


@with_permission
def _open() -> None:
    first = next_question(_questions(the_desk().study))
    _ask(first.id if first else READY)


@with_permission
def _leave() -> None:
    _ask(OFF)


def _questions(study: Study) -> tuple[BuilderQuestion, ...]:
    return questions(study, _examples())


@st.cache_resource
def _examples() -> tuple[Study, ...]:
    """Return the studies whose statements serve as examples, read once."""
    return (*examples().values(), demo_study())


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"

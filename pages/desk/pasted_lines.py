"""A line of a pasted list: its statement, where it belongs and its polarity to be confirmed, and what is found."""

from collections.abc import Callable, Mapping

import streamlit as st

from jtbd_core.study.answer import NOT_AVOIDED
from jtbd_core.study.builder import AVOIDED
from jtbd_core.study.sections import Section
from jtbd_core.study.wording import Problem
from jtbd_core.study.wording.proposal import Proposal
from pages.components.escape import escaped
from pages.components.phone import is_phone
from pages.desk.fields import PAUSE, put
from pages.desk.problem import draw_problem

BOX = 16
"""The width of a tick box in pixels, by which the second row of a line is indented."""

POLARITY = "L06"
"""The rule that asks whether polarity and wording agree; of an answer its question has settled the polarity."""

Edit = Callable[[int, str], object]
Apply = Callable[[int, Problem], object]


def key_of(number: int, what: str) -> str:
    """Return the key of a field of the line of a number: `add`, `statement`, `section` or `polarity`."""
    return f"pasted-{number}-{what}"


def draw_pasted_line(
    number: int, line: Proposal, state: tuple[bool, str], places: Mapping[Section, str], does: tuple[Edit, Apply]
) -> None:
    """Draw the fields of a line, what is in doubt, and what the checks find; `places` are where it can belong.

    `state` is whether it will be added, and the id of the question that it answers, if any: one about what should not
    be settles the polarity, and what does not suit it is the wording.
    """
    (is_added, question), (edit, apply) = state, does
    for what, value in (
        ("add", is_added),
        ("statement", line.statement),
        ("section", line.section),
        ("polarity", line.polarity),
    ):
        put(key_of(number, what), value)
    about = escaped(f"“{line.statement}”")
    with st.container(gap="xxsmall"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", wrap=False):
            st.checkbox(
                f"Add {about}",
                disabled=line.is_known,
                width="content",
                **_bound(number, "add", edit),
            )
            if is_phone():
                st.text_area(f"Statement {about}", height="content", **_bound(number, "statement", edit))
            else:
                st.text_input(f"Statement {about}", live=PAUSE, **_bound(number, "statement", edit))
        with st.container(horizontal=True, gap="small", wrap=False):
            st.space(BOX)
            with st.container(gap="xxsmall"):
                if line.typed:
                    st.markdown(f":small[You wrote: “{escaped(line.typed)}”]")
                _draw_place(number, line, about, places, edit)
                _draw_doubts(number, line, question.endswith(AVOIDED), apply)


def _draw_doubts(number: int, line: Proposal, is_avoided: bool, apply: Apply) -> None:
    """Draw what is in doubt about a line, and what the checks find."""
    found = () if line.is_unclear else line.found
    is_turned = is_avoided and any(one.rule == POLARITY for one in found)
    if note := NOT_AVOIDED if is_turned else _note(line):
        st.markdown(f":small[:gray[{escaped(note)}]]")
    for at, problem in enumerate(found):
        if not is_turned or problem.rule != POLARITY:
            _draw_found(number, at, problem, apply)


def _draw_place(number: int, line: Proposal, about: str, places: Mapping[Section, str], edit: Edit) -> None:
    """Draw where a line belongs, and its polarity."""
    with st.container(horizontal=True, gap="xsmall"):
        st.selectbox(
            f"{about} belongs to",
            list(places),
            format_func=places.__getitem__,
            placeholder="Belongs to …",
            width=178 if is_phone() else 320,
            **_bound(number, "section", edit),
        )
        st.selectbox(f"Polarity of {about}", ["wanted", "avoid"], width=105, **_bound(number, "polarity", edit))


def _draw_found(number: int, at: int, problem: Problem, apply: Apply) -> None:
    draw_problem(problem)
    if problem.can_apply:
        offer = f"{problem.offer[0].lower()}{problem.offer[1:]}"
        st.button(
            f"Apply: {escaped(offer)}",
            key=key_of(number, f"apply-{at}"),
            icon=":material/auto_fix_high:",
            type="tertiary",
            wrap=True,
            on_click=apply,
            args=(number, problem),
        )


def _bound(number: int, what: str, edit: Edit) -> dict[str, object]:
    return {"key": key_of(number, what), "on_change": edit, "args": (number, what), "label_visibility": "collapsed"}


def _note(line: Proposal) -> str:
    """Return what should be known before the line is added; empty where the proposal is sure."""
    if line.is_known:
        return "The study, or a line above, has this statement already."
    if line.section is None:
        return f"{line.reason} Choose where it belongs to add it all the same.".lstrip()
    if line.is_unclear:
        return line.reason
    return "" if line.is_sure else f"Not sure: {line.reason}"

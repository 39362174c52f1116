"""The paste box: a whole mixed list is pasted, and where each line belongs is confirmed before it is added."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import streamlit as st
from msgspec.structs import replace

from jtbd_core.study.sections import Section, sections
from jtbd_core.study.wording import Problem
from jtbd_core.study.wording.proposal import (
    Proposal,
    checked_proposals,
    proposals,
    with_proposals,
    with_suggestion,
)
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.components.rerun import keep_in_address
from pages.desk.builder_statements import keep_added
from pages.desk.changes import Desk, change, the_desk
from pages.desk.fields import chosen, put
from pages.desk.parts import draw_part
from pages.desk.pasted_lines import draw_pasted_line, key_of

PASTE = "paste"
"""The query parameter: `on` while the box is open, so that a reload leaves it so."""
TEXT, SHOWN, PAGE = "paste-text", "paste-shown", "paste-page"
LINES = "desk-pasted"
PER_PAGE, FEW = 20, 5
"""The most lines that are shown at once, and that are shown without a choice among them."""
LONGEST = 60_000
"""The most characters of a list: 300 outcomes of 200."""
ALL, DOUBTFUL, LEFT_OUT = "All", "To look at", "Left out"


@dataclass
class PastedList:
    """The lines of a pasted list by number, as they are proposed and edited, and those that will not be added.

    A number stays with its line, whatever another window shows. `question` is that of the builder which they answer.
    """

    lines: dict[int, Proposal] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    question: str = ""


@st.cache_resource
def pasted_lists() -> dict[str, PastedList]:
    """Return the pasted lists by study id, shared by all sessions: a reload restores its own from here."""
    return {}


def draw_pasting() -> None:
    """Draw the button that opens the box, the box, or the lines of the list that was pasted."""
    study_id = the_desk().record.id
    if study_id in pasted_lists():
        draw_part(LINES, draw_lines)
    elif st.query_params.get(PASTE) == "on":
        draw_box()
    else:
        st.button("Paste a list", icon=":material/content_paste_go:", type="tertiary", on_click=_open)


def draw_box() -> None:
    """Draw the form that takes a list."""
    with st.form("paste-list"):
        st.text_area(
            "A list of outcomes, in any order",
            key=TEXT,
            height=220,
            max_chars=LONGEST,
            placeholder="Minimize the time it takes to find a carrier\nI do not feel rushed\nMy aunt thinks I am kind",
            help="One per line. Headings such as “Emotional – avoid” or “Step: Wrap the package” hold for the lines "
            "below them. Rows copied from a spreadsheet are read by their headings: statement, kind or step, polarity.",
        )
        with st.container(horizontal=True):
            st.form_submit_button("Propose where each belongs", type="primary", on_click=_propose)
            st.form_submit_button("Cancel", type="tertiary", on_click=_close)


def draw_lines(desk: Desk) -> None:
    """Draw the lines of the pasted list, twenty at a time, and the buttons that add or discard them."""
    pasted = pasted_lists().get(desk.record.id)
    if pasted is None:
        return
    lines = pasted.lines = dict(zip(pasted.lines, checked_proposals(pasted.lines.values(), desk.study), strict=True))
    added = _added(pasted)
    places = {one: one.name(desk.study) for one in sections(desk.study)}
    places |= {one: f"{name} (new step)" for one, name in _new_steps(pasted).items() if one not in places}
    with st.container(border=True, gap="small"):
        st.markdown(
            f"**{plural(len(lines), 'line')}{' of your answer' if pasted.question else ''} to look at.** Correct what "
            "is proposed, untick what should be left out, and add the others."
        )
        _draw_actions(pasted, added)
        for number in _draw_choice(pasted):
            is_added = number not in pasted.left_out
            draw_pasted_line(number, lines[number], (is_added, pasted.question), places, (_edit, _apply))
        if len(lines) > PER_PAGE // 2:
            _draw_actions(pasted, added, "-below")


def _draw_actions(pasted: PastedList, added: list[Proposal], suffix: str = "") -> None:
    discard = "Go on without them" if pasted.question else "Discard the list"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            f"Add {plural(len(added), 'outcome')}",
            key=f"paste-add{suffix}",
            type="primary",
            icon=":material/playlist_add:",
            on_click=_add,
            disabled=not added,
        )
        st.button(discard, key=f"paste-discard{suffix}", type="tertiary", on_click=_discard)
    faulty = sum(any(found.severity == "error" for found in one.found) for one in added)
    if faulty:
        verb = "has an error: it" if faulty == 1 else "have an error: they"
        st.caption(f":material/error: {faulty} of them {verb} can be added, and corrected later.")


def _draw_choice(pasted: PastedList) -> list[int]:
    """Draw which lines are shown and the part of them; return the numbers of the lines that are drawn."""
    left_out = [number for number in pasted.lines if number in pasted.left_out]
    doubtful = [number for number, one in pasted.lines.items() if number not in left_out and _is_doubtful(one)]
    shown = {ALL: list(pasted.lines), DOUBTFUL: doubtful, LEFT_OUT: left_out}
    if len(pasted.lines) <= FEW:
        return shown[ALL]
    with st.container(horizontal=True, vertical_alignment="center"):
        kind = st.radio(
            "Lines shown",
            list(shown),
            format_func=lambda name: f"{name}: {len(shown[name])}",
            key=SHOWN,
            horizontal=True,
            label_visibility="collapsed",
            width="content",
        )
        numbers = shown[kind]
        pages = [f"{n + 1}–{min(n + PER_PAGE, len(numbers))}" for n in range(0, len(numbers), PER_PAGE)]
        if len(pages) > 1:
            part = st.selectbox("Part of the list", pages, key=PAGE, label_visibility="collapsed", width=130)
            return numbers[PER_PAGE * pages.index(part) :][:PER_PAGE]
    return numbers


def _is_doubtful(line: Proposal) -> bool:
    return line.section is None or not line.is_sure or any(one.severity == "error" for one in line.found)


def _added(pasted: PastedList) -> list[Proposal]:
    """Return the lines that will be added: those that are ticked and have a place."""
    return [one for number, one in pasted.lines.items() if one.section and number not in pasted.left_out]


def _new_steps(pasted: PastedList) -> dict[Section, str]:
    """Return the names of the job steps that the list brings, by the section that each will be."""
    return {one.section: one.new_step for one in pasted.lines.values() if one.section and one.new_step}


def _pasted() -> PastedList:
    """Return the list of the study on the desk, an empty one if another window has added or discarded it."""
    return pasted_lists().get(the_desk().record.id) or PastedList()


def is_left_out(line: Proposal) -> bool:
    """Return whether a line is not added unless a person says so: it has no place, is known, or needs other words."""
    return line.section is None or line.is_known or line.is_unclear


@with_permission
def put_forward(lines: Iterable[str]) -> bool:
    """Put the statements of a list forward to be confirmed, below those that are already; return whether it has any."""
    pasted = _pasted()
    first = max(pasted.lines, default=-1) + 1
    found = dict(enumerate(proposals(lines, the_desk().study), start=first))
    pasted.lines.update(found)
    pasted.left_out.update(number for number, one in found.items() if is_left_out(one))
    if found:
        pasted_lists()[the_desk().record.id] = pasted
    return bool(found)


@with_permission
def _open() -> None:
    keep_in_address(PASTE, "on")


@with_permission
def _close() -> None:
    keep_in_address(PASTE, None)


@with_permission
def _propose() -> None:
    if put_forward((chosen(TEXT) or "").splitlines()):
        put(TEXT, "")
        _close()


@with_permission
def _discard() -> None:
    pasted_lists().pop(the_desk().record.id, None)
    the_desk().is_stale = True


@with_permission
def _add() -> None:
    pasted = _pasted()
    added = _added(pasted)
    if change(f"added {plural(len(added), 'outcome')}", lambda study: with_proposals(study, added)):
        keep_added(added)
        pasted.lines = {number: one for number, one in pasted.lines.items() if one not in added}
        if not pasted.lines:
            _discard()


@with_permission
def _edit(number: int, what: str) -> None:
    """Keep what a field of a line says; a line that is given a place will be added."""
    pasted, value = _pasted(), chosen(key_of(number, what))
    line = pasted.lines.get(number)
    if line is None:
        the_desk().is_stale = True
    elif what == "add":
        (pasted.left_out.discard if value else pasted.left_out.add)(number)
    elif what == "section":
        pasted.lines[number] = replace(line, section=value, new_step=_new_steps(pasted).get(value, ""), is_sure=True)
        pasted.left_out.discard(number)
    elif value.strip():
        line = replace(line, is_sure=True)
        if what == "polarity":
            pasted.lines[number] = replace(line, polarity=value, is_polarity_chosen=True)
            return
        pasted.lines[number] = replace(line, statement=" ".join(value.split()), is_unclear=False, reason="")
        if line.is_unclear:
            pasted.left_out.discard(number)


@with_permission
def _apply(number: int, problem: Problem) -> None:
    """Apply the suggestion of a problem to its line; the second half of a split line follows it."""
    pasted, lines = _pasted(), dict[int, Proposal]()
    for one, line in pasted.lines.items():
        first, *second = with_suggestion(line, problem) if one == number else (line,)
        lines[one] = first
        lines.update((max(pasted.lines) + 1, half) for half in second)
    pasted.lines = lines

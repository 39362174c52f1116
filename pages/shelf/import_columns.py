"""The second look at a file of ratings: what each of its columns means, its scales and its labels."""

from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.exchange.assignment import KINDS, Assignment, Column, Role
from jtbd_core.exchange.cells import words
from jtbd_core.exchange.headings import Kind
from jtbd_core.exchange.look import Label, Look
from jtbd_core.study.scale import ELEVEN, FIVE, HUNDRED, SEVEN, TEN, Points
from pages.components.escape import escaped, spoken
from pages.components.permission import with_permission
from pages.components.plural import plural
from pages.shelf.choices import choose

ROLES: dict[Role, str] = {
    "passed over": "passed over",
    "respondent": "who it is",
    "importance": "importance of …",
    "experience": "experience of …",
    "expectation": "expectation of …",
    "solution": "solution used",
    "circumstance": "circumstance",
    "remark": "remark",
    "date": "date",
    "weight": "weight",
    "outcome": "which outcome (long file)",
    "statement": "its statement (long file)",
    "kind": "its kind (long file)",
    "step": "its job step (long file)",
    "polarity": "its polarity (long file)",
}
MEANT: dict[Kind, str] = {
    "importance": "Importance is how much each outcome matters.",
    "experience": "Experience is how satisfied people are, or how well it is met.",
    "expectation": "Expectation is how well it is expected to be met.",
}
SCALES = (FIVE, Points(lowest=0, highest=4), Points(lowest=-2, highest=2), SEVEN, TEN, ELEVEN, HUNDRED)
PAGE = 20
"""The columns that are drawn at once."""

AS_IT_SEEMS = "as it seems"


def draw_columns(file: str, look: Look) -> None:
    """Draw a row for each column with its first values and what it is, which can be changed."""
    columns = look.assignment.columns
    pages = -(-len(columns) // PAGE)
    page = 0
    if pages > 1:
        names = [f"{PAGE * at + 1}–{min(PAGE * at + PAGE, len(columns))}" for at in range(pages)]
        page = names.index(st.segmented_control("Columns", names, default=names[0], required=True) or names[0])
    for at in range(PAGE * page, min(PAGE * page + PAGE, len(columns))):
        _draw_column(file, look, at)


def _draw_column(file: str, look: Look, at: int) -> None:
    one = look.assignment.columns[at]
    heading = one.heading or f"column {at + 1}"
    role_key, outcome_key = (f"import-{name}-{file}-{at}-{one.role}-{one.outcome}" for name in ("role", "outcome"))
    change = {"on_change": _assign, "args": (file, look.assignment, at, role_key, outcome_key)}
    with st.container(border=True, gap="small"):
        told, role, outcome = st.columns([5, 3, 4], vertical_alignment="center", gap="small")
        told.markdown(f"**{escaped(heading)}**")
        told.caption(escaped(look.samples[at]) or "no values")
        role.selectbox(
            spoken(f"What “{heading}” is"),
            list(ROLES),
            list(ROLES).index(one.role),
            format_func=ROLES.__getitem__,
            label_visibility="collapsed",
            key=role_key,
            **change,
        )
        if one.role in KINDS and not look.assignment.is_long:
            known = list(dict.fromkeys(filter(None, (other.outcome for other in look.assignment.columns))))
            outcome.selectbox(
                spoken(f"The outcome of “{heading}”"),
                known,
                known.index(one.outcome) if one.outcome else None,
                accept_new_options=True,
                placeholder="Which outcome?",
                label_visibility="collapsed",
                key=outcome_key,
                **change,
            )


@with_permission
def _assign(file: str, assignment: Assignment, at: int, role_key: str, outcome_key: str) -> None:
    """Choose what a column is, as its two widgets say."""
    before = assignment.columns[at]
    role = st.session_state[role_key]
    named = st.session_state.get(outcome_key) or before.outcome or (before.heading if role in KINDS else "")
    column = Column(heading=before.heading, role=role, outcome=named if role in KINDS else "")
    columns = (column if place == at else one for place, one in enumerate(assignment.columns))
    choose(file, replace(assignment, columns=tuple(columns)))


def draw_person(file: str, look: Look) -> None:
    """Draw the choice of the column that names the person, where two could."""
    column_widget = f"import-person-{file}"
    st.radio(
        "Which column names the person?",
        look.persons,
        index=None,
        key=column_widget,
        on_change=_name_person,
        args=(file, look.assignment, column_widget),
    )


@with_permission
def _name_person(file: str, assignment: Assignment, column_widget: str) -> None:
    choose(file, assignment.with_role("respondent", st.session_state[column_widget]))


def draw_scales(file: str, look: Look) -> None:
    """Draw the scale of each kind of rating, with the cut and the anchor; they are numbers of the file."""
    kinds = [kind for kind in KINDS if look.assignment.places(kind)]
    for kind in kinds:
        found = look.kept.points.get(kind) if look.kept else None
        if found and kind not in look.assignment.points:
            st.caption(f"{kind.capitalize()} is read as {found}.")
        offered: list[Points | None] = [None, *look.scales.get(kind, ())]
        offered += [one for one in SCALES if one not in offered]
        chosen = look.assignment.points.get(kind)
        column_widget = f"import-scale-{file}-{kind}-{chosen}"  # another choice elsewhere makes it anew
        st.selectbox(
            f"Scale of {kind}",
            offered,
            offered.index(chosen) if chosen in offered else 0,
            format_func=lambda one: str(one) if one else AS_IT_SEEMS,
            key=column_widget,
            on_change=_set_scale,
            args=(file, look.assignment, kind, column_widget),
        )
    for name, label in (("important", "Important from"), ("anchor", "Meets expectations from")):
        column_widget = f"import-{name}-{file}-{getattr(look.assignment, name)}"
        st.number_input(
            label,
            value=getattr(look.assignment, name),
            step=1,
            placeholder="as usual on its scale",
            key=column_widget,
            on_change=_set_number,
            args=(file, look.assignment, name, column_widget),
        )


def ask_scale(file: str, look: Look) -> None:
    """Ask on which scale a kind of rating was given, with a button for each that it can be."""
    ((kind, candidates),) = look.scales.items()
    st.info(f"{escaped(look.complaint)} {MEANT[kind]}", icon=":material/help:")
    with st.container(horizontal=True):
        for one in candidates:
            points = {**look.assignment.points, kind: one}
            st.button(str(one), on_click=choose, args=(file, replace(look.assignment, points=points)))


@with_permission
def _set_scale(file: str, assignment: Assignment, kind: Kind, column_widget: str) -> None:
    points = {other: one for other, one in assignment.points.items() if other != kind}
    if chosen := st.session_state[column_widget]:
        points[kind] = chosen
    choose(file, replace(assignment, points=points))


@with_permission
def _set_number(file: str, assignment: Assignment, name: str, column_widget: str) -> None:
    choose(file, replace(assignment, **{name: st.session_state[column_widget]}))


def draw_labels(file: str, look: Look) -> None:
    """Draw the labels of each kind with the points they stand for, which can be changed."""
    for kind, labels in look.labels.items():
        points = look.assignment.points.get(kind) or FIVE
        st.markdown(f"**{kind.capitalize()}**, in words: {plural(len(labels), 'label')}")
        with st.container(horizontal=True):
            for at, one in enumerate(labels):
                key = f"import-label-{file}-{kind}-{at}"
                offered: list[int | None] = [None, *points.codes]
                st.selectbox(
                    f"{one.text} ({plural(one.cells, 'cell')})",
                    offered,
                    offered.index(one.code) if one.code in offered else 0,
                    format_func=lambda code: "–" if code is None else str(code),
                    key=key,
                    width=220,
                    on_change=_set_labels,
                    args=(file, look.assignment, kind, labels),
                )


@with_permission
def _set_labels(file: str, assignment: Assignment, kind: Kind, labels: tuple[Label, ...]) -> None:
    """Choose the codes of labels as their widgets say; one without a code is in doubt still."""
    said: dict[str, Any] = {
        words(one.text): st.session_state[f"import-label-{file}-{kind}-{at}"] for at, one in enumerate(labels)
    }
    codes = {label: code for label, code in said.items() if code is not None}
    choose(file, replace(assignment, labels={**assignment.labels, kind: codes}))

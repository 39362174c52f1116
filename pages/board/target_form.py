"""The forms that set, change and delete a value target."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import streamlit as st

from jtbd_core.errors import Refused
from jtbd_core.live.reach import reaches
from jtbd_core.study import Study
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from jtbd_core.wave.stage import LONGEST_AUTHOR, LONGEST_NOTE
from jtbd_core.wave.target import MOST_AIMED, Aim, Target
from pages.components.escape import escaped, unbroken
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.store import the_store

MONTHS = timedelta(days=90)
FIELD = "target-{}-{}"


def draw_target_form(study: Study, wave: Wave) -> None:
    """Draw the popover with the form of a new target, set from the results of a wave."""
    with st.popover("Add a target", icon=":material/flag:", key=f"add-target-{wave.id}"):
        st.caption(f"Set from {escaped(round_name(wave))}; a later round tells whether it is met.")
        asked = _ask("new", study, None)
        _draw_reach(study, wave)
        st.button("Add it", type="primary", key="add-target", on_click=do, args=(_add, wave, asked))


def _draw_reach(study: Study, wave: Wave) -> None:
    """Draw for how many people one of the chosen outcomes falls short in the wave now."""
    given = st.session_state
    if outcomes := tuple(given[FIELD.format("new", "outcomes")]):
        found = reaches(the_store(), study, [wave], (("new", outcomes),), with_unreleased=True)[wave.id].get("new")
        said = "Too few people have rated all of them to say how it is now."
        if found:
            low, high = (f"{100 * one:.0f}" for one in (found.low, found.high))
            share, rated = f"{100 * found.share:.0f} % ({low}–{high} %)", f"{found.people:,} people"
            said = f"Now it is {share} of the {rated} who rated them."
        st.caption(unbroken(said))


def draw_target_list(study: Study, targets: Sequence[Target]) -> None:
    """Draw an expander with each target, to change or delete it."""
    if not targets:
        return
    with st.expander(f"Change {plural(len(targets), 'target')}", icon=":material/edit:", key="change-targets"):
        for target in targets:
            asked = _ask(target.id, study, target.aim)
            with st.container(horizontal=True):
                st.button("Save", key=f"save-{target.id}", on_click=do, args=(_change, target, asked))
                remove = my_store().delete_target
                st.button("Delete", key=f"delete-{target.id}", type="tertiary", on_click=do, args=(remove, target.id))


def _ask(name: str, study: Study, aim: Aim | None) -> Callable[[], Aim]:
    """Draw the fields of a target, with its name in their keys; return a function that reads them, for callbacks."""
    statements = {one.id: one.statement for one in study.outcomes}
    keys = {field: FIELD.format(name, field) for field in ("outcomes", "at-most", "owner", "due", "text")}
    st.multiselect(
        "Outcomes",
        list(statements),
        [one for one in aim.outcomes if one in statements] if aim else [],
        format_func=lambda one: escaped(statements[one]),
        max_selections=MOST_AIMED,
        select_all=False,
        key=keys["outcomes"],
    )
    at_most = "At least one of them falls short for at most … % of people"
    st.number_input(at_most, 0, 99, aim.at_most if aim else 30, key=keys["at-most"])
    left, right = st.columns(2)
    left.text_input("Who answers for it", aim.owner if aim else "", max_chars=LONGEST_AUTHOR, key=keys["owner"])
    right.date_input("Until", aim.due if aim else date.today() + MONTHS, key=keys["due"])
    st.text_area("What will be done", aim.text if aim else "", max_chars=LONGEST_NOTE, key=keys["text"], height=80)

    def asked() -> Aim:
        held = st.session_state
        given = {field: held[key] for field, key in keys.items()}
        if given["at-most"] is None or given["due"] is None:
            raise Refused("A target needs a share and a day.")
        return Aim(
            outcomes=tuple(given["outcomes"]),
            at_most=given["at-most"],
            owner=given["owner"],
            due=given["due"],
            text=given["text"],
        )

    return asked


def _add(wave: Wave, asked: Callable[[], Aim]) -> None:
    my_store().add_target(wave.id, asked())
    st.session_state[FIELD.format("new", "outcomes")] = []
    st.session_state[FIELD.format("new", "text")] = ""


def _change(target: Target, asked: Callable[[], Aim]) -> None:
    my_store().change_target(target.id, asked())

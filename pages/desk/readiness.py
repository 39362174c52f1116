"""The readiness of a draft for its launch: a summary, the gaps, and the launch button."""

from collections.abc import Callable

import streamlit as st
from msgspec.structs import replace

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.study.readiness import Level, Offer, Readiness, readiness
from jtbd_core.study.scale import Rotation
from pages.components.escape import escaped
from pages.components.link import STUDY
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.desk.changes import Desk, change
from pages.desk.problem import MARKS

PACES: dict[Level, str] = {
    "green": ":green-badge[:material/timer: {}]",
    "amber": ":orange-badge[:material/timer: {}: long]",
    "red": ":red-badge[:material/timer: {}: too long]",
}
ICONS = {
    (True, False): ":green[:material/check_circle:]",
    (True, True): ":orange[:material/hourglass_bottom:]",
    (False, False): ":orange[:material/edit_note:]",
    (False, True): ":orange[:material/edit_note:]",
}
"""By whether a study is ready, and whether so many would break off that fewer outcomes are advised."""


def draw_readiness(desk: Desk, reopen: Callable[[Study, bool], None] | None) -> None:
    """Draw the summary, the form's minutes, a popover with the gaps, and the next action: `reopen` draws one of them.

    In the builder, which asks it by itself, there is none. A phone has the summary in the popover, whose label says
    whether the study is ready.
    """
    study = desk.study
    found = readiness(study)
    icon = ICONS[found.is_ready, found.loses_many]
    pace = PACES[found.level].format(f"{found.minutes} min")
    if not is_phone():
        st.markdown(f"{icon} :small[{escaped(found.sentence)}] {pace}", help=GLOSSARY["readiness"])
    with st.container(horizontal=True, gap="small"):
        if is_phone():
            with st.popover(f"{icon} {'Ready' if found.is_ready else 'Not yet'} · {found.minutes} min"):
                st.markdown(f"{escaped(found.sentence)} {pace}")
                draw_details(found)
        else:
            with st.popover("What is missing" if found.gaps else "What launching does"):
                draw_details(found)
        if reopen is not None:
            reopen(study, not found.is_ready)
            draw_launch(study, desk.record.id, found, "launch")


def draw_launch(study: Study, study_id: str, found: Readiness, key: str) -> None:
    """Draw the button that opens the room, unless the launch would be refused."""
    if not study.missing_for_launch() and st.button(
        "Go on to the launch" if found.is_ready else "Go on all the same",
        key=key,
        type="primary" if found.is_ready else "secondary",
        icon=":material/groups:",
    ):
        st.switch_page("room.py", query_params={STUDY: study_id})


def draw_details(found: Readiness) -> None:
    """Draw the gaps, the offer of a rotation where the form is long, and what launching freezes."""
    for gap in found.gaps:
        color, icon = MARKS[gap.severity]
        st.markdown(f":{color}[:material/{icon}: **{gap.severity.capitalize()}**] {escaped(gap.sentence)}")
    if found.offer is not None:
        draw_offer(found.offer)
    st.caption(escaped(found.freezes))


def draw_offer(offer: Offer) -> None:
    """Draw the price of a rotation in people, and the button that sets it."""
    st.markdown(escaped(offer.sentence))
    st.button(
        f"Let each person rate {plural(offer.outcomes, 'outcome')}",
        icon=":material/shuffle:",
        on_click=change,
        args=("let each person rate a part", lambda study: _rotated(study, offer.rotation)),
    )


def _rotated(study: Study, rotation: Rotation) -> Study:
    return replace(study, settings=replace(study.settings, rotation=rotation))

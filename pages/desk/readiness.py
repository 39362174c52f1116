"""The readiness of a draft for its launch: a summary, the gaps, and the launch button."""

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
from pages.desk.changes import change
from pages.desk.problem import MARKS

PACES: dict[Level, str] = {
    "green": ":green-badge[:material/timer: {}]",
    "amber": ":orange-badge[:material/timer: {}: long]",
    "red": ":red-badge[:material/timer: {}: too long]",
}


def draw_readiness(study: Study, study_id: str) -> None:
    """Draw one line: the summary, the form's minutes, a popover with the gaps, and the button to the room."""
    found = readiness(study)
    icon = ":green[:material/check_circle:]" if found.is_ready else ":orange[:material/edit_note:]"
    pace = PACES[found.level].format(f"{found.minutes} min")
    with st.container(key="readiness", horizontal=True, vertical_alignment="center", gap="small", wrap=is_phone()):
        st.markdown(f"{icon} :small[{escaped(found.sentence)}] {pace}", width="stretch", help=GLOSSARY["readiness"])
        with st.popover("What is missing" if found.gaps else "What launching does"):
            draw_details(found)
        draw_launch(study, study_id, found, "launch")


def draw_launch(study: Study, study_id: str, found: Readiness, key: str) -> None:
    """Draw the button that opens the room, unless the launch would be refused."""
    if not study.missing_for_launch() and st.button(
        "Launch in the room" if found.is_ready else "Launch all the same",
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
        args=("each person rates a part", lambda study: _rotated(study, offer.rotation)),
    )


def _rotated(study: Study, rotation: Rotation) -> Study:
    return replace(study, settings=replace(study.settings, rotation=rotation))

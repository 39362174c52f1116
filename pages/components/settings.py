"""How a study asks, as the facilitator chooses it: importance, scales, anchors and rotation."""

import streamlit as st
from msgspec.structs import replace

from jtbd_core.pace import minutes
from jtbd_core.rotation import SUCCESS_EACH, Rotation, people_factor, shown_each
from jtbd_core.scale import SCALES, Instrument, ScaleName, Settings
from jtbd_core.study import Study
from pages.components.words import plural

SCALE_NAMES: dict[ScaleName, str] = {"expectation": "Expectation", "satisfaction": "Satisfaction"}


def chosen_settings(study: Study) -> Settings:
    """Draw what is asked, and on which scales, and return what is chosen now."""
    now = study.settings
    asks_importance = st.toggle(
        "Ask for importance",
        now.asks_importance,
        help="Without it half the taps are needed, and outcomes are ordered by value wanted.",
    )
    success = draw_instrument("Success outcomes", now.success)
    key = draw_instrument("Key outcomes", now.key)
    rotation = draw_rotation(replace(study, settings=replace(now, asks_importance=asks_importance)))
    return Settings(asks_importance=asks_importance, success=success, key=key, rotation=rotation)


def draw_instrument(name: str, now: Instrument) -> Instrument:
    """Let the facilitator choose the scale and anchor of one kind of outcome."""
    left, right = st.columns(2)
    names = list(SCALE_NAMES)
    scale = left.selectbox(f"{name}: scale", names, names.index(now.scale), format_func=SCALE_NAMES.__getitem__)
    anchor = right.selectbox(
        f"{name}: lowest point that meets expectations",
        [2, 3, 4, 5],
        index=now.anchor - 2,
        format_func=lambda point: f"{point}: {SCALES[scale].labels[point - 1]}",
    )
    return Instrument(scale=scale, anchor=anchor)


def draw_rotation(study: Study) -> Rotation | None:
    """Let the facilitator have each person rate only a part, and say what that saves and costs."""
    now, most = study.settings.rotation, len(study.key_outcomes)
    if not st.toggle(
        "Each person rates only a part",
        now is not None,
        help="For long studies: the form shows each person the outcomes that were shown to the fewest people so far. "
        f"Up to {SUCCESS_EACH} success outcomes are shown to everybody, of more each person is shown {SUCCESS_EACH}.",
    ):
        return None
    start = now.key_outcomes if now else max(1, most // 2)
    chosen = Rotation(key_outcomes=st.number_input("Key outcomes that each person is shown", 1, None, start))
    part = replace(study, settings=replace(study.settings, rotation=chosen))
    whole = replace(study, settings=replace(study.settings, rotation=None))
    factor = people_factor(part)
    st.caption(
        f"Each person rates {shown_each(part)} of {plural(len(study.outcomes), 'outcome')}: about {minutes(part)} min "
        f"instead of {minutes(whole)}. For the same certainty about each outcome {factor:.1f} times as many people are "
        f"needed: {30 * factor:.0f} in place of 30."
        if factor > 1
        else "That is the whole study: everybody rates everything."
    )
    return chosen

"""The settings of asking: importance, scales, anchors and rotation."""

from collections.abc import Callable
from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.study.duration import duration
from jtbd_core.study.rotation import SUCCESS_EACH, people_factor, shown_each
from jtbd_core.study.scale import FIVE, SCALES, Instrument, Rotation, ScaleName, Settings
from pages.components.plural import plural
from pages.desk.fields import bound

SCALE_NAMES: dict[ScaleName, str] = {"expectation": "Expectation", "satisfaction": "Satisfaction"}

Set = Callable[[Settings, Any], Settings]


def draw_asking(study: Study) -> None:
    """Draw the settings: whether importance is asked, the scale and anchor of each kind, and the rotation."""
    st.toggle(
        "Ask for importance",
        help=f"{GLOSSARY['importance']} Without it half the taps are needed, and outcomes are ordered by value wanted.",
        **_setting("importance", study.settings.asks_importance, lambda now, asks: replace(now, asks_importance=asks)),
    )
    draw_instrument("Success outcomes", "success", study.settings.success)
    draw_instrument("Key outcomes", "key", study.settings.key)
    draw_rotation(study)


def draw_instrument(name: str, kind: str, now: Instrument) -> None:
    """Draw the scale and the anchor of one kind of outcome."""
    left, right = st.columns(2)
    left.selectbox(
        f"{name}: scale",
        list(SCALE_NAMES),
        help=f"{GLOSSARY[f'{kind} outcome']} Expectation: {GLOSSARY['expectation']} "
        f"Satisfaction: {GLOSSARY['satisfaction']}",
        format_func=SCALE_NAMES.__getitem__,
        **_setting(
            f"{kind}-scale",
            now.scale,
            lambda old, scale: replace(old, **{kind: Instrument(scale=scale, anchor=SCALES[scale].anchors[FIVE])}),
        ),
    )
    right.selectbox(
        f"{name}: expectations met from",
        [2, 3, 4, 5],
        help=GLOSSARY["anchor"],
        format_func=lambda point: f"{point}: {SCALES[now.scale].labels[point - 1]}",
        **_setting(
            f"{kind}-anchor",
            now.anchor,
            lambda old, anchor: replace(old, **{kind: replace(getattr(old, kind), anchor=anchor)}),
        ),
    )


def draw_rotation(study: Study) -> None:
    """Draw the rotation: how many outcomes each person rates, the minutes it saves and the people it costs."""
    now, most = study.settings.rotation, len(study.key_outcomes)
    st.toggle(
        "Each person rates only a part",
        help="For long studies: the form shows each person the outcomes that were shown to the fewest people so far. "
        f"Up to {SUCCESS_EACH} success outcomes are shown to everybody, of more each person is shown {SUCCESS_EACH}.",
        **_setting(
            "rotation",
            now is not None,
            lambda old, on: replace(old, rotation=Rotation(key_outcomes=max(1, most // 2)) if on else None),
        ),
    )
    if now is None:
        return
    st.number_input(
        "Key outcomes that each person is shown",
        1,
        None,
        **_setting(
            "rotation-part", now.key_outcomes, lambda old, part: replace(old, rotation=Rotation(key_outcomes=part))
        ),
    )
    whole = replace(study, settings=replace(study.settings, rotation=None))
    factor = people_factor(study)
    st.caption(
        f"Each person rates {shown_each(study)} of {plural(len(study.outcomes), 'outcome')}: about {duration(study)} "
        f"min instead of {duration(whole)}. For the same certainty about each outcome {factor:.1f} times as many "
        f"people are needed: {30 * factor:.0f} in place of 30."
        if factor > 1
        else "That is the whole study: everybody rates everything."
    )


def _setting(name: str, value: object, edit: Set) -> dict[str, Any]:
    """Return the key and callback of a widget that shows a setting and saves the choice."""
    return bound(
        f"setting-{name}",
        value,
        "how the study asks",
        lambda study, choice: replace(study, settings=edit(study.settings, choice)),
    )

"""The settings of asking: importance, scales with their points, anchors, and rotation."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.glossary import GLOSSARY
from jtbd_core.study import Study
from jtbd_core.study.duration import duration
from jtbd_core.study.rotation import SUCCESS_EACH, people_factor, shown_each
from jtbd_core.study.scale import (
    ELEVEN,
    FIVE,
    HUNDRED,
    IMPORTANCE_LABELS,
    IMPORTANT_FROM,
    SCALES,
    SEVEN,
    TEN,
    Importance,
    Instrument,
    Points,
    Rotation,
    ScaleName,
    Settings,
)
from pages.components.plural import plural
from pages.desk.fields import bound

SCALE_NAMES: dict[ScaleName, str] = {
    "expectation": "Expectation",
    "satisfaction": "Satisfaction",
    "pair": "Expected and met",
}
POINT_NAMES: dict[Points, str] = {
    FIVE: "5 points, in words",
    SEVEN: "7 points",
    TEN: "10 points",
    ELEVEN: "11 points, 0 to 10",
    HUNDRED: "0 to 100, typed",
}
POINTS_HELP = (
    "On five points each has a word. Of more, the ends have words, and a phone shows a button for each number; 0 to "
    "100 is typed. Fewer points are quicker to answer; more help where people are used to them, or to compare with "
    "what was asked before."
)

Set = Callable[[Settings, Any], Settings]


def draw_asking(study: Study) -> None:
    """Draw the settings: whether and how importance is asked, the scale of each kind, and the rotation."""
    settings = study.settings
    st.toggle(
        "Ask for importance",
        help=f"{GLOSSARY['importance']} Without it half the taps are needed, and outcomes are ordered by value wanted.",
        **_setting("importance", settings.asks_importance, lambda now, asks: replace(now, asks_importance=asks)),
    )
    if settings.asks_importance:
        draw_importance(settings.importance)
    draw_instrument("Success outcomes", "success", settings.success)
    draw_instrument("Key outcomes", "key", settings.key)
    st.caption(bands_sentence(settings))
    draw_rotation(study)


def draw_importance(now: Importance) -> None:
    """Draw the points of importance, and from which of them an outcome is important."""
    left, middle, _ = st.columns(3, vertical_alignment="bottom")
    left.selectbox(
        "Importance: points",
        list(IMPORTANT_FROM),
        help=POINTS_HELP,
        format_func=POINT_NAMES.__getitem__,
        **_setting(
            "importance-points",
            now.points,
            lambda old, points: replace(old, importance=Importance(points=points, cut=IMPORTANT_FROM[points])),
        ),
    )
    with middle:
        draw_code(
            "Important from",
            "The lowest answer that counts as important. It is printed beside every score.",
            now.points,
            IMPORTANCE_LABELS,
            IMPORTANT_FROM[now.points],
            _setting(
                "importance-cut", now.cut, lambda old, cut: replace(old, importance=replace(old.importance, cut=cut))
            ),
        )


def draw_instrument(name: str, kind: str, now: Instrument) -> None:
    """Draw the scale of one kind of outcome, its points and, but for a pair, its anchor."""

    def setting(part: str, value: object, edit: Callable[[Instrument, Any], Instrument]) -> dict[str, Any]:
        return _setting(f"{kind}-{part}", value, lambda old, new: replace(old, **{kind: edit(getattr(old, kind), new)}))

    left, middle, right = st.columns(3, vertical_alignment="bottom")
    left.selectbox(
        f"{name}: scale",
        list(SCALE_NAMES),
        help=f"{GLOSSARY[f'{kind} outcome']} Expectation: {GLOSSARY['expectation']} "
        f"Satisfaction: {GLOSSARY['satisfaction']} Expected and met: {GLOSSARY['pair']}",
        format_func=SCALE_NAMES.__getitem__,
        **setting("scale", now.scale, lambda old, scale: usual(scale, old.points)),
    )
    middle.selectbox(
        f"{name}: points",
        list(SCALES[now.scale].anchors),
        help=POINTS_HELP,
        format_func=POINT_NAMES.__getitem__,
        **setting("points", now.points, lambda old, points: usual(old.scale, points)),
    )
    if now.is_pair:
        right.caption("Expectations are met where what is met is no less than what is expected.")
        return
    with right:
        draw_code(
            f"{name}: expectations met from",
            GLOSSARY["anchor"],
            now.points,
            SCALES[now.scale].labels,
            SCALES[now.scale].anchors[now.points],
            setting("anchor", now.anchor, lambda old, anchor: replace(old, anchor=anchor)),
        )


def draw_code(
    label: str, explained: str, points: Points, labels: Sequence[str], usual_code: int, setting: dict[str, Any]
) -> None:
    """Draw the choice of a code of a scale, all but the lowest, with the words of five points."""
    if points == HUNDRED:
        st.number_input(label, points.anchors[0], points.highest, help=explained, **setting)
        return

    def told(code: int) -> str:
        if points == FIVE:
            return f"{code}: {labels[code - points.lowest]}"
        return f"{code}: usual" if code == usual_code else str(code)

    st.selectbox(label, list(points.anchors), help=explained, format_func=told, **setting)


def usual(scale: ScaleName, points: Points) -> Instrument:
    """Return an instrument with the usual anchor of its points: five, where the scale is not asked on those given."""
    anchors = SCALES[scale].anchors
    points = points if points in anchors else FIVE
    return Instrument(scale=scale, points=points, anchor=anchors[points])


def bands_sentence(settings: Settings) -> str:
    """Return for which kind of outcome Ulwick's bands hold."""
    kinds = {"key outcomes": settings.key, "success outcomes": settings.success}
    holding = [name for name, instrument in kinds.items() if settings.has_bands(instrument)]
    return (
        f"Ulwick’s bands of opportunity hold for {' and '.join(holding) or 'none of these outcomes'}: they need five "
        "points of importance and of satisfaction, with “very” as the point from which both count. All other figures "
        "hold on every scale."
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
        "changed how the study asks",
        lambda study, choice: replace(study, settings=edit(study.settings, choice)),
    )

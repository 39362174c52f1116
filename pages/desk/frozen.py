"""What a launched study asks, as text: outcomes, people, scales and languages."""

import streamlit as st

from jtbd_core.form import own_name
from jtbd_core.study import Outcome, Study, translation
from jtbd_core.study.duration import duration
from jtbd_core.study.rotation import has_rotation, shown_each
from jtbd_core.study.scale import FIVE, IMPORTANCE_LABELS, SCALES, Instrument, Points
from jtbd_core.study.sections import section_of
from pages.components.escape import escaped
from pages.components.plural import plural
from pages.desk.asking import POINT_NAMES, SCALE_NAMES


def draw_frozen(study: Study) -> None:
    """Draw the outcomes by section with the retired ones apart, and beside them the people, scales and languages."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _draw_outcomes(study)
    with right:
        _draw_people(study)
        _draw_scales(study)
        _draw_languages(study)


def _draw_outcomes(study: Study) -> None:
    asked = study.without_retired()
    if study.purpose:
        st.markdown(f"**What respondents read first**  \n{escaped(study.purpose)}")
    core = {one.id for one in study.steps if one.is_core}
    for section in dict.fromkeys(map(section_of, asked.outcomes)):
        mark = " :small[:gray[core step]]" if section.step in core else ""
        st.markdown(f"**{escaped(section.label(study))}**{mark}")
        st.markdown("\n".join(map(_line, section.outcomes(asked))))
    retired = [one.statement for one in study.outcomes if one.is_retired]
    if retired:
        st.markdown("**Retired**: not asked in later rounds")
        st.markdown("\n".join(f"- :gray[{escaped(statement)}]" for statement in retired))


def _draw_people(study: Study) -> None:
    st.markdown("**Solutions**")
    st.markdown("\n".join(f"- {escaped(one.name)}" for one in study.solutions) or ":gray[None]")
    st.markdown("**Questions about the people**")
    for one in study.circumstances:
        options = "\n".join(f"- {escaped(option.label)}" for option in one.options)
        st.markdown(f"{escaped(one.question)}\n{options}")
    if not study.circumstances:
        st.markdown(":gray[None]")


def _draw_scales(study: Study) -> None:
    settings = study.settings
    st.markdown("**Scales**")
    lines = []
    if settings.asks_importance:
        importance = settings.importance
        cut = _code(importance.cut, importance.points, IMPORTANCE_LABELS)
        lines.append(f"Importance: {POINT_NAMES[importance.points]}; important from {cut}")
    else:
        lines.append("Importance is not asked")
    if study.key_outcomes:
        lines.append(f"Key outcomes: {_instrument(settings.key)}")
    if study.success_outcomes:
        lines.append(f"Success outcomes: {_instrument(settings.success)}")
    shown = plural(shown_each(study), "outcome")
    part = (
        f"Each person rates {shown} of {len(study.outcomes)}" if has_rotation(study) else f"Each person rates {shown}"
    )
    lines.append(f"{part}, in about {duration(study)} min")
    st.markdown("\n".join(f"- {line}" for line in lines))


def _draw_languages(study: Study) -> None:
    of_all, missing = len(translation.texts(study)), translation.missing(study)
    offered = translation.spoken(study)
    st.markdown("**Languages**")
    lines = [f"{own_name(study.language)}: written in it"]
    for language, names in missing.items():
        state = f"{plural(len(names), 'text')} of {of_all} missing" if names else "complete"
        lines.append(f"{own_name(language)}: {state}{'' if language in offered else ', not offered'}")
    st.markdown("\n".join(f"- {line}" for line in lines))


def _instrument(asked: Instrument) -> str:
    name = f"{SCALE_NAMES[asked.scale].lower()}, {POINT_NAMES[asked.points]}"
    if asked.is_pair:
        return f"{name}; met where what is met is no less than what is expected"
    return f"{name}; expectations met from {_code(asked.anchor, asked.points, SCALES[asked.scale].labels)}"


def _code(code: int, points: Points, labels: tuple[str, ...]) -> str:
    """Return a code with its word, where a scale of five points has one."""
    return f"{code} ({labels[code - points.lowest]})" if points == FIVE else str(code)


def _line(outcome: Outcome) -> str:
    return f"- {escaped(outcome.statement)}" + ("  :gray-badge[avoid]" if outcome.polarity == "avoid" else "")

"""Fields of the draft that keep what is typed or chosen at once."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.study.sections import section_of
from pages.components.phone import is_phone
from pages.desk.changes import change, the_desk
from pages.desk.parts import draw_again_around, said_of_others

Edit = Callable[[Study, Any], Study]

OUTCOME = "field-outcome-"
PAUSE = "500ms"
"""Typing is kept after a pause of this length, so that a reload loses nothing."""


def outcome_field(outcome_id: str) -> str:
    """Return the key of the field with an outcome's wording."""
    return f"{OUTCOME}{outcome_id}"


def outcome_of(field: str) -> str:
    """Return the id of the outcome whose wording a field holds, an empty text for other fields."""
    return field.removeprefix(OUTCOME) if field.startswith(OUTCOME) else ""


def kept(key: str, value: object, what: str, edit: Edit) -> dict[str, Any]:
    """Return what makes a widget show a value of the study and keep what is chosen: key and callback.

    The widget follows the study where it was changed elsewhere, by undo or in another window, and else stays as it is:
    what cannot be kept, such as a statement that exists already, stands there until it is mended.
    """
    desk = the_desk()
    if key not in st.session_state or desk.shown.get(key) != value:
        st.session_state[key] = value
        desk.shown[key] = value
    return {"key": key, "on_change": _changed, "args": (key, what, edit)}


def text_field(label: str, key: str, value: str, what: str, edit: Edit, **options: Any) -> None:  # noqa: ANN401
    """Draw a line of text that is kept while it is typed; options are those of `st.text_input`."""
    st.text_input(label, **{"live": PAUSE, **options}, **kept(key, value, what, edit))


def prose_field(label: str, key: str, value: str, what: str, edit: Edit, **options: Any) -> None:  # noqa: ANN401
    """Draw a longer text: one line that is kept while it is typed, and on a phone, which would cut it off, a box.

    Streamlit tells of what is typed in a box only when it is left.
    """
    if is_phone():
        st.text_area(label, height="content", **options, **kept(key, value, what, edit))
    else:
        text_field(label, key, value, what, edit, **options)


def chosen(key: str) -> Any:  # noqa: ANN401
    """Return what a widget holds, None before it was drawn."""
    return st.session_state.get(key)


def put(key: str, value: object) -> None:
    """Let a widget hold another value; for callbacks."""
    st.session_state[key] = value


def _changed(key: str, what: str, edit: Edit) -> None:
    value = st.session_state[key]
    value = value.strip() if isinstance(value, str) else value
    outcome_id = outcome_of(key)
    before = said_of_others(the_desk(), outcome_id)
    if change(what, lambda study: edit(study, value), key):
        the_desk().shown[key] = value
    section = next((section_of(one) for one in the_desk().study.outcomes if one.id == outcome_id), None)
    if section and said_of_others(the_desk(), outcome_id) == before:
        draw_again_around(section)

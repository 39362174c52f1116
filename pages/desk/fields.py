"""Fields of the draft, which save what is typed or chosen at once."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from jtbd_core.study import Outcome, Study, editing
from pages.components.escape import spoken
from pages.components.permission import with_permission
from pages.components.phone import is_phone
from pages.desk.changes import change, the_desk
from pages.desk.parts import redraw_changed

Edit = Callable[[Study, Any], Study]

OUTCOME = "field-outcome-"
LONG = 85
"""The characters of a statement that a line of a laptop shows; a longer one gets a field of several lines."""
PAUSE = "500ms"
"""Typing is saved after a pause of this length, so that a reload loses nothing."""


def outcome_field(outcome_id: str) -> str:
    """Return the key of the field of an outcome's statement."""
    return f"{OUTCOME}{outcome_id}"


def outcome_of(field: str) -> str:
    """Return the id of the outcome whose statement a field holds, an empty text for other fields."""
    return field.removeprefix(OUTCOME) if field.startswith(OUTCOME) else ""


def bound(key: str, value: object, what: str, edit: Edit) -> dict[str, Any]:
    """Return the arguments that bind a widget to a value of the study, with edits saved: its key and callback.

    The widget is reset only when the value in the study has changed, by undo or in another window: an edit that is
    refused, such as a duplicate statement, stays in the field until it is corrected.
    """
    desk = the_desk()
    if key not in st.session_state or desk.shown.get(key) != value:
        st.session_state[key] = value
        desk.shown[key] = value
    return {"key": key, "on_change": _changed, "args": (key, what, edit)}


def text_field(label: str, key: str, value: str, what: str, edit: Edit, **options: Any) -> None:  # noqa: ANN401
    """Draw a line of text that is saved while it is typed; options are those of `st.text_input`."""
    st.text_input(spoken(label), **{"live": PAUSE, **options}, **bound(key, value, what, edit))


def statement_field(outcome: Outcome) -> None:
    """Draw the field of an outcome's statement; its label, for those who hear the page, is the statement."""
    prose_field(
        f"Outcome “{outcome.statement}”",
        outcome_field(outcome.id),
        outcome.statement,
        f"reworded “{outcome.statement}”",
        lambda old, statement: editing.with_statement(old, outcome.id, " ".join(statement.split())),
        label_visibility="collapsed",
        required=True,
    )


def prose_field(label: str, key: str, value: str, what: str, edit: Edit, **options: Any) -> None:  # noqa: ANN401
    """Draw a longer text: a line that is saved while it is typed, or a text area for what is too long for a line.

    Streamlit sends the content of a text area only when it loses the focus. A field stays what it was when it was drawn
    first: if it became another while somebody types, the focus would be lost.
    """
    if the_desk().tall.setdefault(key, is_phone() or len(value) > LONG):
        st.text_area(spoken(label), height="content", **options, **bound(key, value, what, edit))
    else:
        text_field(label, key, value, what, edit, **options)


def chosen(key: str) -> Any:  # noqa: ANN401
    """Return the value of a widget, None before it was drawn."""
    return st.session_state.get(key)


def put(key: str, value: object) -> None:
    """Set the value of a widget; for callbacks."""
    st.session_state[key] = value


@with_permission
def _changed(key: str, what: str, edit: Edit) -> None:
    value = st.session_state[key]
    value = value.strip() if isinstance(value, str) else value
    before = the_desk().study
    if change(what, lambda study: edit(study, value), key):
        the_desk().shown[key] = value
    redraw_changed(before)

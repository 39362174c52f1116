"""A choice bound to a query parameter of the address."""

from collections.abc import Collection, Mapping

import streamlit as st

from pages.components.escape import escaped
from pages.components.rerun import bind, keep_in_address

ROWS = "rows"
"""The query parameter that shows all rows of lists."""


def chosen(options: Collection[str], key: str, default: str) -> str:
    """Return the id that the query parameter `key` holds; one that is no option falls back to the default, with a
    notice.
    """
    asked = st.query_params.get(key, default)
    if asked in options:
        return asked
    st.info("What this link chose is not shown now; this is what can be.", icon=":material/filter_alt_off:")
    return default


def draw_choice(label: str, options: Mapping[str, str], key: str, value: str, help: str | None = None) -> None:
    """Draw a select box of options (id → label), `value` chosen; what is chosen is kept in the query parameter `key`.

    Links hold ids, so they survive a change of labels.
    """
    # A browser sends what a box held again, even one that a closed popover hides: chosen elsewhere, it is another box.
    widget = f"{key}-{hash(tuple(options))}-{st.session_state.get(_elsewhere(key), 0)}"
    st.selectbox(
        label,
        list(options),
        index=list(options).index(value),
        format_func=lambda one: escaped(options[one]),
        help=help,
        key=widget,
        on_change=bind,
        args=(key, widget),
    )


def draw_buttons(label: str, options: Mapping[str, str], key: str, value: str) -> None:
    """Draw a choice of a few options (id → label) as buttons in a row, kept like that of a select box."""
    # The browser holds a label, not its id: where labels change, so does the key.
    widget = f"{key}-{hash(tuple(options.items()))}"
    st.segmented_control(
        label,
        list(options),
        default=value,
        required=True,
        format_func=lambda one: options[one],
        key=widget,
        on_change=bind,
        args=(key, widget),
        label_visibility="collapsed",
    )


def has_all_rows() -> bool:
    """Whether it was chosen that lists have all their rows."""
    return ROWS in st.query_params


def draw_most_rows(rows: int, usual: int, name: str) -> None:
    """Draw the choice of all `rows` of a list that usually has fewer; it holds for all lists of the page."""
    if rows > usual:
        widget = f"{name}-{rows}-rows-{ROWS in st.query_params}"
        st.toggle(f"Show all {rows}", ROWS in st.query_params, key=widget, on_change=_bind_rows, args=(widget,))


def _bind_rows(toggle: str) -> None:
    keep_in_address(ROWS, "all" if st.session_state[toggle] else None)


def choose(key: str, value: str) -> None:
    """Keep a value in a query parameter of the address, and draw the select box of that choice anew."""
    keep_in_address(key, value)
    st.session_state[_elsewhere(key)] = st.session_state.get(_elsewhere(key), 0) + 1


def _elsewhere(key: str) -> str:
    """Return where a session counts how often a choice was made elsewhere than in its select box."""
    return f"{key} chosen elsewhere"

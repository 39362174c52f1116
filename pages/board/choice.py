"""A choice bound to a query parameter of the address."""

from collections.abc import Mapping

import streamlit as st

from pages.components.escape import escaped


def draw_choice(label: str, options: Mapping[str, str], key: str, default: str, help: str | None = None) -> str:
    """Draw a select box of options (id → label) and return the chosen id, which the query parameter `key` holds.

    Links hold ids, so they survive a change of labels; an id that is no option falls back to the default, with a
    notice.
    """
    asked = st.query_params.get(key, default)
    if asked not in options:
        st.info("What this link chose is not shown now; this is what can be.", icon=":material/filter_alt_off:")
        asked = default
    widget = f"{key}-{hash(tuple(options))}"
    return st.selectbox(
        label,
        list(options),
        index=list(options).index(asked),
        format_func=lambda one: escaped(options[one]),
        help=help,
        key=widget,
        on_change=bind,
        args=(key, widget),
    )


def bind(key: str, widget: str) -> None:
    """Keep the value of a widget in a query parameter of the address."""
    st.query_params[key] = st.session_state[widget]

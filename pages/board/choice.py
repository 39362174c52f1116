"""A choice that the address keeps."""

from collections.abc import Mapping

import streamlit as st

from pages.components.escape import escaped


def draw_choice(label: str, options: Mapping[str, str], key: str, default: str, help: str | None = None) -> str:
    """Let the visitor choose one of the options, id → label; the address keeps the id, whatever the labels become."""
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
        on_change=_keep,
        args=(key, widget),
    )


def _keep(key: str, widget: str) -> None:
    st.query_params[key] = st.session_state[widget]

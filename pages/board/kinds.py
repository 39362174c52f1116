"""The choice between success and key outcomes, which the results show one at a time."""

import streamlit as st

from jtbd_core.live.findings import Findings
from pages.board.choice import draw_buttons

KIND = "kind"
"""The query parameter of the choice; a value is the name of the kind's list among the charts."""

KINDS = {"success": "success outcomes", "key": "key outcomes"}


def shown_kind(found: Findings) -> str:
    """Return the kind that the address asks for, where it has ratings; else the first one that has."""
    rated = found.results.rated
    shown = [name for name, kind in KINDS.items() if kind in rated]
    asked = st.query_params.get(KIND)
    return asked if asked in shown else next(iter(shown), "success")


def draw_kinds(found: Findings, chosen: str) -> None:
    """Draw the choice between the kinds that have ratings, each with its number of outcomes."""
    rated = found.results.rated
    sizes = {name: int((rated[kind]["n"] > 0).sum()) for name, kind in KINDS.items() if kind in rated}
    if len(sizes) > 1:
        labels = {name: f"{KINDS[name].capitalize()} · {size}" for name, size in sizes.items()}
        draw_buttons("Kind of outcome", labels, KIND, chosen)

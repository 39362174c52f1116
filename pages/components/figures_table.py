"""Tables of figures, in which the words that a row is about stay in view."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from jtbd_core.scoring.results import Scores

NARROW, NARROW_GROUP = 126, 92
"""Pixels on a phone of the column that a row begins with, and of each further one that stays: figures have the rest."""

MOST_ROWS = 41
"""Rows of the highest table on a wide page, all whole; a longer one is moved inside. A phone shows few of any."""

ROW = 84
"""Pixels of a row on a phone: four lines of a narrow column. Up to 64 Streamlit breaks no lines."""

USUAL_ROW = 35
"""Pixels of a row of Streamlit's own."""


def draw_table(
    rows: Scores,
    key: str,
    *,
    is_narrow: bool,
    fixed: int = 1,
    config: Mapping[str, Any] | None = None,
) -> None:
    """Draw a table whose first `fixed` columns are words that stay in view when it is moved sideways."""
    first, *others = list(rows.columns[:fixed])
    stay = {first: _words(NARROW if is_narrow else "large")}
    stay |= {name: _words(NARROW_GROUP if is_narrow else "medium") for name in others}
    columns = {**(config or {}), **stay}
    if is_narrow:  # the end of the next column may lie out of view
        beside = rows.columns[fixed]
        columns[beside] = st.column_config.Column(alignment="left") | columns.get(beside, {})
    st.dataframe(
        rows,
        height="auto" if is_narrow else min(len(rows) + 1, MOST_ROWS) * USUAL_ROW + 2,
        hide_index=True,
        column_config=columns,
        key=key,
        row_height=ROW if is_narrow else None,
    )


def _words(width: int | str) -> dict[str, Any]:
    return dict(st.column_config.TextColumn(width=width, pinned=True))

"""The pictures of the results: charts, each with its description, its key and its figures as a table."""

from typing import Literal

import streamlit as st

from jtbd_core import charts
from jtbd_core.live.drawings import drawing, is_drawn
from jtbd_core.live.findings import Stamp
from pages.board.board import Board
from pages.components.escape import unbroken
from pages.components.phone import is_phone
from pages.components.score_table import draw_score_table
from pages.components.watch import MOST_KEPT

LANDSCAPE_HEIGHT = 480

Height = int | Literal["content"]


def draw_kind(board: Board, kind: str, name: str) -> None:
    """Draw a chart of a kind and right of it, or on a phone below, its landscape; without importance the chart alone.

    Nothing where the kind has no ratings.
    """
    landscape = f"{kind}-landscape"
    found = board.found
    if not is_drawn(found, kind):
        return
    if not is_drawn(found, landscape):
        draw_picture(board, name)
        return
    left, right = st.columns([5, 3], gap="medium")
    with left:
        draw_picture(board, name)
    with right:
        _draw_picture(found.stamp, landscape, LANDSCAPE_HEIGHT, drawing(board.study, found, landscape))


def draw_picture(board: Board, name: str) -> None:
    """Draw a chart with its key, and an expander with the same figures as a table."""
    picture, stamp = drawing(board.study, board.found, name), board.found.stamp
    _draw_picture(stamp, name, "content", picture)
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"{name}-figures", on_change="rerun") as figures:
        if figures.open:
            draw_score_table(stamp, f"{name}-table", picture.scores, (picture.by,), is_narrow=is_phone())


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: Height, _picture: charts.Picture) -> None:
    st.vega_lite_chart(spec=_picture.spec, height=height, alt=_picture.text, key=f"{name}-chart")
    st.caption(unbroken(_picture.key))

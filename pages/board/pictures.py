"""The pictures of the results: charts, each with its description, its key and its figures as a table."""

import sys
from typing import Literal

import streamlit as st

from jtbd_core import charts
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.charts.rows import STRETCH
from jtbd_core.live.drawings import drawing, is_drawn
from jtbd_core.live.findings import Stamp
from pages.board.board import Board
from pages.board.choice import draw_most_rows, has_all_rows
from pages.components.note import draw_note
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
        draw_picture(board, name, is_cut=True)
        return
    left, right = st.columns([2, 1], gap="medium")
    with left:
        draw_picture(board, name, is_cut=True)
    with right:
        _draw_picture(found.stamp, landscape, LANDSCAPE_HEIGHT, drawing(board.study, found, landscape))


def draw_picture(board: Board, name: str, *, is_cut: bool = False) -> None:
    """Draw a chart with its key and the same figures as a table; of a list that is cut, the choice of all rows too."""
    most, stamp = sys.maxsize if has_all_rows() else MOST_ROWS, board.found.stamp
    picture = drawing(board.study, board.found, name, most)
    _draw_picture(stamp, f"{name}-{most}", "content", picture, stretch=STRETCH if is_phone() else 1)
    if is_cut:
        draw_most_rows(int((picture.scores["n"] > 0).sum()), MOST_ROWS, name)
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"{name}-figures", on_change="rerun") as figures:
        if figures.open:
            draw_score_table(stamp, f"{name}-table", picture.scores, (picture.by,), is_narrow=is_phone())


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: Height, _picture: charts.Picture, *, stretch: float = 1) -> None:
    draw_spec(_picture, f"{name}-chart", height, stretch)
    draw_note(_picture.key)


def draw_spec(picture: charts.Picture, key: str, height: Height = "content", stretch: float = 1) -> None:
    """Draw a chart; the rows of a list may stand further apart, by a factor."""
    spec = picture.spec | ({"height": stretch * picture.spec["height"]} if stretch != 1 else {})
    st.vega_lite_chart(spec=spec, height=height, alt=picture.text, key=key)

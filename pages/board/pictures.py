"""The pictures of the results: charts, each with its description, its key and its figures as a table."""

from typing import Literal

import streamlit as st

from jtbd_core import charts
from jtbd_core.live.findings import Findings, Stamp
from pages.components.score_table import draw_score_table
from pages.components.watch import MOST_KEPT

LANDSCAPE_HEIGHT = 480

Height = int | Literal["content"]


def draw_kind(found: Findings, kind: str) -> None:
    """Draw the list of a kind and right of it, or on a phone below, the landscape; without importance the list alone.

    Nothing where the kind has no ratings.
    """
    landscape = f"{kind}-landscape"
    if kind not in found.pictures:
        return
    if landscape not in found.pictures:
        draw_picture(kind, found)
        return
    left, right = st.columns([5, 3], gap="medium")
    with left:
        draw_picture(kind, found)
    with right:
        _draw_picture(found.stamp, landscape, LANDSCAPE_HEIGHT, found.pictures[landscape])


def draw_picture(name: str, found: Findings) -> None:
    """Draw a chart with its key, and an expander with the same figures as a table."""
    picture = found.pictures[name]
    _draw_picture(found.stamp, name, "content", picture)
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"{name}-figures", on_change="rerun") as figures:
        if figures.open:
            draw_score_table(found.stamp, f"{name}-table", picture.scores)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: Height, _picture: charts.Picture) -> None:
    st.vega_lite_chart(spec=_picture.spec, height=height, alt=_picture.text, key=f"{name}-chart")
    st.caption(_picture.key)

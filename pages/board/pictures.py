"""The pictures of the results: charts, each with its description and its figures as a table."""

import streamlit as st

from jtbd_core import charts
from jtbd_core.live.findings import Findings, Stamp
from jtbd_core.scoring.results import Results
from pages.components.escape import escaped, unbroken
from pages.components.score_table import draw_score_table
from pages.components.watch import MOST_KEPT

LANDSCAPE = "landscape"
LANDSCAPE_HEIGHT = 540


def draw_landscape(found: Findings) -> None:
    """Draw importance × satisfaction of all outcomes, and a legend of its letters on the right."""
    if LANDSCAPE not in found.pictures:
        st.caption("This study asks for experience alone, so there is no landscape of importance.")
        return
    picture, words = st.columns([5, 2], gap="medium")
    with picture:
        draw_picture(LANDSCAPE, found, LANDSCAPE_HEIGHT)
    with words:
        _draw_letters(found.stamp, found.results)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_letters(stamp: Stamp, _results: Results) -> None:
    said = ["**At the top**"]
    scores = _results.all.set_index("outcome")
    for outcome, letter in charts.letters(_results.all).items():
        row = scores.loc[outcome]
        interval = unbroken(f"({row['opportunity_low']:.1f}–{row['opportunity_high']:.1f})")
        said.append(
            f"**{letter}**  {escaped(row['statement'])}  \n"
            f":gray[:small[{row['kind']} · opportunity {row['opportunity']:.1f} {interval}]]"
        )
    # One element: each is a message to every viewer, and Streamlit sends one a turn of the event loop.
    st.markdown("\n\n".join(said))
    st.caption(
        "Filled: the outcomes that lead their kind and are too close to rank; at most eight have letters. Lines: "
        "opportunity 10, 12 and 15. Bars: 95 % intervals."
    )


def draw_picture(name: str, found: Findings, height: int | None = None) -> None:
    """Draw a chart with its description, and an expander with the same figures as a table."""
    picture = found.pictures[name]
    _draw_picture(found.stamp, name, height, picture)
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"{name}-figures", on_change="rerun") as figures:
        if figures.open:
            draw_score_table(found.stamp, f"{name}-table", picture.scores)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(stamp: Stamp, name: str, height: int | None, _picture: charts.Picture) -> None:
    st.caption(escaped(_picture.text))
    st.vega_lite_chart(spec=_picture.spec, height=height or "content", alt=_picture.text, key=f"{name}-chart")

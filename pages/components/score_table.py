"""The table of scores."""

import streamlit as st

from jtbd_core.exchange.score_table import HEADINGS, score_table
from jtbd_core.glossary import GLOSSARY
from jtbd_core.live.findings import Findings, Stamp
from jtbd_core.scoring.results import Scores
from pages.components.figures_table import draw_table
from pages.components.phone import is_phone
from pages.components.watch import MOST_KEPT

PER_CENT = st.column_config.NumberColumn(format="%.0f %%")
BESIDE = {"range": "95 %", "again": "expected"}
"""What stands over the interval and the expected value right of a score, by the end of their names."""

COLUMNS = {
    "Importance (0–10)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["importance"]),
    "Satisfaction (0–10)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["satisfaction score"]),
    "Opportunity (0–20)": st.column_config.NumberColumn(format="%.1f", help=GLOSSARY["opportunity"]),
    "Matters and falls short": PER_CENT | {"help": GLOSSARY["matters and falls short"]},
    "Value wanted (points)": st.column_config.NumberColumn(format="%.2f", help=GLOSSARY["value wanted"]),
    "Falls short": PER_CENT | {"help": GLOSSARY["falls short"]},
    "Chance of top 5": PER_CENT,
    "Does not apply": PER_CENT,
} | {
    heading: st.column_config.TextColumn(BESIDE[end])
    for name, heading in HEADINGS.items()
    if (end := name.rpartition("_")[2]) in BESIDE
}


def draw_all_scores(found: Findings) -> None:
    """Draw the table of all outcomes."""
    first = tuple(found.results.by[kind] for kind in found.results.rated)
    draw_score_table(found.stamp, "everything", found.results.all, first, is_narrow=is_phone())


# Streamlit caches the drawn elements with the result: all viewers of one stamp share them.
@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def draw_score_table(stamp: Stamp, key: str, _scores: Scores, first: tuple[str, ...], *, is_narrow: bool) -> None:
    """Draw scores, the `first` ones leftmost, under an element key; cached by key and stamp of the findings."""
    draw_table(score_table(_scores, *first), key, is_narrow=is_narrow, config=COLUMNS)

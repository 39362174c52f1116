"""The formulas of the scores and intervals, in words."""

import streamlit as st

from jtbd_core.privacy import THRESHOLD
from pages.board.board import Board

FORMULAS = f"""
- **Importance** = 10 × share of people who rated it 4 or 5. **Satisfaction** = 10 × share of people whose experience
  reaches the anchor: *meets it* on the expectation scale, *very* on the satisfaction scale.
- **Opportunity** = importance + max(importance − satisfaction, 0), from 0 to 20 (Ulwick 2002). The bands 10, 12 and 15
  were published for the satisfaction scale.
- **Falls short** = share of people below the anchor. **Value wanted** = mean distance below the anchor in scale points,
  counting 0 for those who are at or above it.
- Only people who rated both importance and experience count; *n* is their number for each outcome. An outcome that
  fewer than {THRESHOLD} people rated has no scores here, so that nobody can be told from them.
- **Intervals** hold the true value in 95 of 100 cases. They and the groups come from 4,000 draws of one posterior
  (a Bayesian bootstrap with half a person's prior in each quadrant). Outcomes in one group are too close to rank.
"""


def draw_formulas(_: Board) -> None:
    """Draw the formulas of the scores and of their intervals."""
    st.markdown(FORMULAS)

"""The formulas of the scores and intervals, in words."""

import streamlit as st

from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.study.scale_words import anchor_in_words, important_in_words
from pages.board.board import Board

FORMULAS = f"""
- **Opportunity** = importance + max(importance − satisfaction, 0), from 0 to 20 (Ulwick 2002). The bands 10, 12 and 15
  were published for satisfaction on five points, met from *very* on.
- **Falls short** = share of people below what counts as met, whether it matters to them or not. **Value wanted** = mean
  distance below it in points of the scale, over everybody: 0 counts for those for whom it is met or exceeded.
- **Matters and falls short** = share of people to whom the outcome is important and for whom it falls short; it orders
  success outcomes, opportunity orders key outcomes.
- Only people who rated both importance and experience count; *n* is their number for each outcome. An outcome that
  fewer than {THRESHOLD} people rated has no scores here, so that nobody can be told from them.
- **Expected when asked again**: the mean of what is likely after these answers, with its 95 % interval: in a
  statistician’s words, of a posterior whose prior is learned from all outcomes of the list. It draws an outcome towards
  the others as far as its answers are few and the outcomes are alike; what is measured stays the score and the order.
  Of the intervals without this prior, those of importance, satisfaction
  and the scores in the tables, a quarter of a person in each quadrant is the prior. All come from 4,000 draws.
- **Beyond noise**: a group's score less that of all others who rated the outcome, held against the same difference
  after people were dealt to the groups at random, at least 1,000 times. Of all marks in a view at most 5 % are false
  (Benjamini and Hochberg 1995). Its interval draws a difference towards nothing as far as luck explains it; a mark
  needs both, a difference that the shuffles hardly ever make and an interval without 0. So a large difference of a
  small group may have no mark.
- **Too close to rank**: from its first outcome down a *tier* lasts until one that is surely (97 %) below the first. So
  the first tier holds those that contend for the first place; of the others the order is not certain.
"""


def draw_formulas(board: Board) -> None:
    """Draw the formulas of the scores and of their intervals, with the scales of the study."""
    st.markdown(scales_in_words(board.study) + FORMULAS)


def scales_in_words(study: Study) -> str:
    """Return what counts as important and as satisfied on the scales of a study."""
    settings, important = study.settings, important_in_words(study.settings.importance)
    used = {
        "success outcomes": (settings.success, study.success_outcomes),
        "key outcomes": (settings.key, study.key_outcomes),
    }
    anchors = ", ".join(f"{anchor_in_words(one)} for {kind}" for kind, (one, outcomes) in used.items() if outcomes)
    rated = f"**Importance** = 10 × share of people who rated it {important}. " if settings.asks_importance else ""
    return (
        f"- {rated}**Satisfaction** = 10 × share of people whose experience counts as met, from so much on: {anchors}."
    )

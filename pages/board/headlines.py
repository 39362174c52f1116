"""The headlines of the results: a sentence on each kind of outcome, or on what is still missing."""

import streamlit as st

from jtbd_core.live.findings import Findings, Stamp, progress
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.results import Results, headline
from jtbd_core.wave import Wave
from pages.board.board import Board
from pages.components.escape import escaped, unbroken
from pages.components.store import the_store
from pages.components.watch import MOST_KEPT, waiting


def draw_waiting(found: Findings) -> bool:
    """Draw how many ratings are missing if there are too few to show results; return whether there are."""
    if said := waiting(found):
        st.info(said, icon=":material/hourglass_empty:")
    return bool(said)


def draw_shown(board: Board) -> None:
    """Draw how many people's answers are shown and, for stakeholders, which are not and why."""
    found, wave = board.found, board.wave
    shown = f"Shown: the answers of {found.results.people} people."
    if not board.is_shared:
        st.caption(f"Shown to you alone: all answers so far, of {found.results.people} people. {_sharing(wave)}")
    elif wave.status != "closed":
        st.caption(
            f"{shown} While the round is open, results move in steps of at least {THRESHOLD} people, and those of a "
            "group on a reveal, so that nobody can be told from a change."
        )
    elif found.stamp.view.group is None and found.results.people < progress(the_store(), wave.id).rated:
        st.caption(
            f"{shown} Up to {THRESHOLD - 1} last answers to an outcome stay out of what is shared, so that nobody can "
            "be told from what the end of the round added."
        )


def _sharing(wave: Wave) -> str:
    """Return what the links of a wave show beside the facilitator's own page."""
    if wave.waits_for_reveal and not wave.revealed_at:
        return "Links for stakeholders show nothing before the reveal."
    if wave.status == "closed":
        return f"Links for stakeholders may leave out up to {THRESHOLD - 1} last answers to an outcome."
    return f"Links for stakeholders move in steps of at least {THRESHOLD} people, groups on a reveal."


def draw_headlines(found: Findings) -> None:
    """Draw a headline for success and one for key outcomes; cached by the stamp of the findings."""
    _draw_headlines(found.stamp, found.results)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_headlines(stamp: Stamp, _results: Results) -> None:
    kinds = ((_results.success, "success outcomes"), (_results.key, "key outcomes"))
    said = [unbroken(escaped(headline(scores, noun))) for scores, noun in kinds if len(scores)]
    st.markdown("\n\n".join(f"**{sentence}**" for sentence in said))

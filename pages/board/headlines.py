"""The headlines of the results: what the chosen kind of outcome shows, or what is still missing."""

from html import escape

import streamlit as st

from jtbd_core.charts.registry import listed
from jtbd_core.glossary import GLOSSARY
from jtbd_core.live.findings import Findings, Stamp, progress
from jtbd_core.live.waiting import waiting
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.headlines import delivered_to, expectation, headline, headline_of, rivals, shortfall, wanted
from jtbd_core.scoring.results import Results
from jtbd_core.wave import Wave
from pages.board.board import Board
from pages.board.kinds import KINDS
from pages.components.escape import unbroken
from pages.components.note import draw_note
from pages.components.store import the_store
from pages.components.watch import MOST_KEPT

LARGE = "font-size: clamp(20px, 1.2vw + 11px, 26px); line-height: 1.28; font-weight: 600; padding: 0; margin: 0 0 6px"
PLAIN = "font-size: 15px; line-height: 22px; margin: 0"


def draw_waiting(found: Findings) -> bool:
    """Draw how many ratings are missing if there are too few to show results; return whether there are."""
    if said := waiting(the_store(), found):
        st.info(said, icon=":material/hourglass_empty:")
    return bool(said)


def draw_shown(board: Board) -> None:
    """Draw how many people's answers are shown and, for stakeholders, which are not and why."""
    found, waves = board.found, board.waves
    shown = f"Shown: the answers of {found.results.people} people."
    if not board.is_shared:
        draw_note(f"Shown to you alone: all answers so far, of {found.results.people} people. {_sharing(board.wave)}")
    elif any(wave.status != "closed" for wave in waves):
        draw_note(
            f"{shown} While the round is open, results move in steps of at least {THRESHOLD} people, and those of a "
            "group on a reveal, so that nobody can be told from a change."
        )
    elif found.stamp.view.group is None and found.results.people < sum(_rated(wave) for wave in waves):
        draw_note(
            f"{shown} Up to {THRESHOLD - 1} last answers to an outcome stay out of what is shared, so that nobody can "
            "be told from what the end of the round added."
        )


def _rated(wave: Wave) -> int:
    return progress(the_store(), wave.id).rated


def _sharing(wave: Wave) -> str:
    """Return what the links of a wave show beside the facilitator's own page."""
    if wave.waits_for_reveal and not wave.revealed_at:
        return "Links for stakeholders show nothing before the reveal."
    if wave.status == "closed":
        return f"Links for stakeholders may leave out up to {THRESHOLD - 1} last answers to an outcome."
    return f"Links for stakeholders move in steps of at least {THRESHOLD} people, groups on a reveal."


def draw_headline(text: str, *lines: str) -> None:
    """Draw the headline of a view and, below it, plain lines."""
    st.html(_headline(text) + "".join(f'<p style="{PLAIN}">{_html(line)}</p>' for line in lines))


def draw_headlines(found: Findings, chosen: str, name: str) -> None:
    """Draw what the list called `name` shows of the chosen kind, and in a line what the other kind does.

    Cached by name and stamp of the findings.
    """
    _draw_headlines(found.stamp, chosen, name, found.results)


# One element: each is a message to every viewer, and Streamlit sends one a turn of the event loop.
@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_headlines(stamp: Stamp, chosen: str, name: str, _results: Results) -> None:
    lists = {"success": _results.success, "key": _results.key}
    said = {one: headline(lists[one], kind, _results.by[kind]) for one, kind in KINDS.items() if len(lists[one])}
    shown, by = listed(name, _results)
    if chosen in said:
        said[chosen] = headline_of(shown, KINDS[chosen], by, _results.by[KINDS[chosen]])
    close = "" if by == _results.by.get(KINDS[chosen]) else rivals(shown, by)
    of_several = (shown["tie_group"] == 1).sum() > 1
    whose = (" of the first", " by the first") if of_several else ("", "")
    lines = [
        ("", "", f"{expectation(shown, by)} {close}".strip()),
        ("", "", shortfall(shown)) if by == "value_wanted" else ("", f"Value wanted{whose[0]}: ", wanted(shown)),
        ("wide", f"Value delivered{whose[1]}: ", delivered_to(shown)),
        *(("wide", f"{KINDS[one].capitalize()}: ", said[one]) for one in said if one != chosen),
    ]
    if by == "opportunity":
        lines.insert(0, ("", "Opportunity: ", GLOSSARY["opportunity"]))
    first = _headline(said[chosen]) if chosen in said else ""
    st.html(
        first
        + "".join(
            f'<p class="{where}" style="{PLAIN}"><b>{over}</b>{_html(text)}</p>' for where, over, text in lines if text
        )
    )


def _headline(text: str) -> str:
    return f'<h2 style="{LARGE}">{_html(text)}</h2>'


def _html(text: str) -> str:
    return escape(unbroken(text))

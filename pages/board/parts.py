"""The registry of the parts of the results page: tabs, and expanders below them."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import streamlit as st

from jtbd_core.live.waiting import waiting
from jtbd_core.study.results_link import Shown
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL
from pages.board import comes_from, for_whom, solutions
from pages.board.board import Board
from pages.board.comes_from import draw_comes_from, has_both_kinds
from pages.board.decisions import draw_decisions, has_decisions
from pages.board.figures import draw_figures
from pages.board.findings import draw_findings
from pages.board.for_whom import draw_for_whom
from pages.board.formulas import draw_formulas
from pages.board.glossary import draw_glossary
from pages.board.over_time import draw_over_time
from pages.board.solutions import asks_solutions, draw_solutions
from pages.board.sureness import draw_sureness
from pages.board.take_along import draw_take_along
from pages.board.words import draw_words
from pages.components.note import draw_note
from pages.components.store import the_store

Place = Literal["tab", "below"]


TABS = "part"
"""The key of the tabs, and their query parameter: the title of the open one."""


def never(_: Board) -> bool:
    """Whether a part that counts all answers leaves careless ones out."""
    return False


class Part(NamedTuple):
    """A part of the results: its name and title, what a link must show for it, the function that draws it, its place.

    `is_shown` says whether there is anything of it. The address names an open tab by its title; a part below the tabs
    is an expander with an icon. A part that does not follow the choice of a group is about everybody, though it may
    leave careless answers out where `leaves_careless` says so; one that does not follow answers moves on occasions
    only.
    """

    name: str
    title: str
    needs: Shown
    draw: Callable[[Board], None]
    is_shown: Callable[[Board], bool] = lambda _: True
    place: Place = "tab"
    icon: str | None = None
    follows_group: bool = True
    leaves_careless: Callable[[Board], bool] = lambda _: True
    follows_answers: bool = True


PARTS = (
    Part("findings", "Findings", "headlines", draw_findings),
    Part(
        "for-whom",
        "For whom",
        "groups",
        draw_for_whom,
        follows_group=False,
        leaves_careless=for_whom.counts_careful,
        follows_answers=False,
    ),
    Part(
        "solutions",
        "Solutions",
        "groups",
        draw_solutions,
        asks_solutions,
        follows_group=False,
        leaves_careless=solutions.counts_careful,
        follows_answers=False,
    ),
    Part("over-time", "Over time", "everybody", draw_over_time, follows_group=False, leaves_careless=never),
    Part(
        "comes-from",
        "Where it comes from",
        "everybody",
        draw_comes_from,
        has_both_kinds,
        follows_group=False,
        leaves_careless=comes_from.counts_careful,
        follows_answers=False,
    ),
    Part(
        "words",
        "In their words",
        "remarks",
        draw_words,
        follows_group=False,
        leaves_careless=never,
        follows_answers=False,
    ),
    Part("sureness", "How sure", "everybody", draw_sureness),
    Part("figures", "All figures", "everybody", draw_figures),
    Part("take-along", "Take it along", "files", draw_take_along, follows_answers=False),
    Part(
        "notes",
        "Notes and decisions",
        "everybody",
        draw_decisions,
        has_decisions,
        "below",
        ":material/push_pin:",
    ),
    Part("glossary", "What the words mean", "headlines", draw_glossary, place="below", icon=":material/help:"),
    Part(
        "formulas",
        "How the scores are made, and how sure they are",
        "everybody",
        draw_formulas,
        place="below",
        icon=":material/functions:",
    ),
)


def draw_tabs(board: Board) -> bool:
    """Draw a tab for each part in that place, only the open one in full; return whether new answers move that one.

    To the facilitator all answers are shown, so every part moves.
    """
    parts = _shown(board, "tab")
    if len(parts) == 1:
        parts[0].draw(board)
        return parts[0].follows_answers or not board.is_shared or bool(waiting(the_store(), board.found))
    # Drawing the open tab alone keeps redraws cheap: with 50 viewers of a full room they never pause.
    tabs = st.tabs([part.title for part in parts], key=TABS, on_change="rerun", bind="query-params")
    for part, tab in zip(parts, tabs, strict=True):
        if tab.open:
            with tab:
                if whose := _about_everybody(part, board.group):
                    draw_note(whose)
                part.draw(board)
    follows = [part.follows_answers for part, tab in zip(parts, tabs, strict=True) if tab.open]
    return not board.is_shared or any(follows) or bool(waiting(the_store(), board.found))


def counted_group(board: Board) -> Group | None:
    """Return whose answers the open tab counts, None for everybody's: not every one follows the choice of a group."""
    parts = _shown(board, "tab")
    title = st.session_state.get(TABS) or st.query_params.get(TABS)
    part = next((one for one in parts if one.title == title), parts[0])
    is_careful = board.group == CAREFUL
    return board.group if (part.leaves_careless(board) if is_careful else part.follows_group) else None


def _about_everybody(part: Part, group: Group | None) -> str:
    """Return that a part never follows the choice of a group, empty where it may or everybody is chosen."""
    if group == CAREFUL and part.leaves_careless is never:
        return f"{part.title} counts everybody: careless answers, left out of other views now, are included here."
    if group and group != CAREFUL and not part.follows_group:
        return f"{part.title} is about everybody, not about the chosen group alone."
    return ""


def draw_below(board: Board) -> None:
    """Draw the parts below the tabs, an expander each."""
    for part in _shown(board, "below"):
        with st.expander(part.title, icon=part.icon):
            part.draw(board)


def _shown(board: Board, place: Place) -> list[Part]:
    return [part for part in PARTS if part.place == place and board.shows(part.needs) and part.is_shown(board)]

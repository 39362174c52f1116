"""Solutions: how efficient and how effective each is, and what makes the difference between two of them."""

import streamlit as st

from jtbd_core.charts.pairs import MOST_ROWS
from jtbd_core.charts.palette import SIGNS
from jtbd_core.charts.rows import STRETCH
from jtbd_core.exchange.solution_tables import pair_table
from jtbd_core.live.solutions import PairView, SolutionView, drawn_pair, solution_view
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.results import Scores
from pages.board.board import Board
from pages.board.careless import compared, counted
from pages.board.choice import chosen, draw_choice, draw_most_rows, has_all_rows
from pages.board.headlines import draw_headline, draw_waiting
from pages.board.pictures import draw_spec
from pages.board.solution_table import draw_solution_table
from pages.components.figures_table import draw_table
from pages.components.note import draw_note
from pages.components.phone import is_phone
from pages.components.watch import MOST_KEPT

FIRST, SECOND = "first", "second"
"""The query parameters of the two solutions that are put side by side."""

HEIGHT = 400
SMALL_HEADING = "font-size: 16px; font-weight: 700; padding: 0; margin: 0"

MEANING = "Effective: success outcomes are met. Efficient: key outcomes are met."
WAITS = "Solutions are compared after the reveal, or when the round closes."
REASON = f"fewer than {THRESHOLD} people rated enough with them, or the rest would give so few away"


def asks_solutions(board: Board) -> bool:
    """Whether the study asks which solution people use, so that there is something to compare."""
    return bool(board.record.study.solutions)


def draw_solutions(board: Board) -> None:
    """Draw how the solutions stand, or what that waits for."""
    if draw_waiting(board.found):
        return
    found = compared(board, solution_view, _is_less)
    if found is None:
        st.info(WAITS, icon=":material/hourglass_empty:")
    elif found.solutions.empty:
        st.info(f"No solution can be shown: {REASON}.", icon=":material/group_off:")
    else:
        _draw(board, found)


def counts_careful(board: Board) -> bool:
    """Whether solutions are shown without careless answers where these are to be left out."""
    return counted(board, solution_view, _is_less)[1]


def _is_less(found: SolutionView, _: SolutionView) -> bool:
    return len(found.solutions) < 2


def _draw(board: Board, found: SolutionView) -> None:
    draw_headline(found.headline, *filter(None, (MEANING, found.details)))
    left, right = st.columns(2, gap="medium") if found.picture else (None, st.container())
    if left:
        with left:
            _draw_plane(found.key, found)
    with right:
        draw_solution_table(found.key, found, _notes(found))
    if len(found.solutions) > 1:
        _draw_pair(board, found)


def _notes(found: SolutionView) -> tuple[str, ...]:
    """Return what is said below the table, beside what could not be held equal."""
    hidden = f"Not shown: {', '.join(found.hidden)}: {REASON}." if found.hidden else ""
    return tuple(filter(None, (*found.lines, *found.mix[:1], hidden)))


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_plane(key: str, _found: SolutionView) -> None:
    if picture := _found.picture:
        st.vega_lite_chart(spec=picture.spec, height=HEIGHT, alt=picture.text, key="solutions-chart")
        draw_note(picture.key)


def _draw_pair(board: Board, found: SolutionView) -> None:
    """Draw the choice of two solutions, and for which outcomes they differ."""
    first, second = chosen_pair(found.solutions)
    names = {
        row["solution"]: f"{SIGNS[row['look']]} {row['name']} · {row['n']}"
        for row in found.solutions.to_dict("records")
    }
    st.html(f'<h3 style="{SMALL_HEADING}">What makes the difference</h3>')
    with st.container(horizontal=not is_phone(), gap="small", vertical_alignment="bottom", width=800):
        draw_choice("Between", names, FIRST, first)
        draw_choice("and", names, SECOND, second)
    if first == second:
        st.caption("Choose two solutions.")
        return
    pair = drawn_pair(board.study, found, first, second)
    if pair.picture is None:
        st.caption("No outcome may be shown of both.")
        return
    _draw_pair_list(pair.key, pair, is_whole=has_all_rows(), stretch=STRETCH if is_phone() else 1)
    draw_most_rows(len(pair.picture.scores), MOST_ROWS, "pair")
    with st.expander("The same as a table", icon=":material/table_rows:", key="pair", on_change="rerun") as table:
        if table.open:
            _draw_pair_table(
                pair.key,
                (found_name(found, first), found_name(found, second)),
                pair.picture.scores,
                is_narrow=is_phone(),
            )


def chosen_pair(solutions: Scores) -> tuple[str, str]:
    """Return the two solutions that the address asks for; by default those that most people use."""
    most = list(solutions.sort_values("n", ascending=False, kind="stable")["solution"])
    return chosen(most, FIRST, most[0]), chosen(most, SECOND, most[1])


def found_name(found: SolutionView, solution: str) -> str:
    """Return the name of a solution."""
    return str(found.table.set_index("solution")["name"][solution])


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_pair_list(key: str, _pair: PairView, *, is_whole: bool, stretch: float) -> None:
    if picture := _pair.every if is_whole else _pair.picture:
        draw_spec(picture, "pair-chart", "content", stretch)
        draw_note(picture.key)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_pair_table(key: str, names: tuple[str, str], _scores: Scores, *, is_narrow: bool) -> None:
    draw_table(pair_table(_scores, names), "pair-table", is_narrow=is_narrow)

"""For whom: how groups differ, which differences are beyond noise, and why some groups are not shown."""

from typing import cast

import streamlit as st

from jtbd_core.charts import Picture
from jtbd_core.charts.differences import rows_shown
from jtbd_core.exchange.difference_table import difference_table
from jtbd_core.live.for_whom import ForWhom, for_whom
from jtbd_core.live.for_whom_pictures import MOST_OUTCOMES, Choice, Order, pictured
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.measures import MEASURES
from jtbd_core.scoring.study_scores import ORDER as ORDER_OF
from jtbd_core.scoring.table import order_by
from jtbd_core.wave.groups import CROSS
from pages.board.board import Board
from pages.board.careless import compared, counted
from pages.board.choice import chosen, draw_buttons, draw_choice, draw_most_rows, has_all_rows
from pages.board.headlines import draw_headline, draw_waiting
from pages.board.kinds import KIND, KINDS, shown_kind
from pages.board.segments import draw_segments
from pages.components.figures_table import draw_table
from pages.components.note import draw_note
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.components.watch import MOST_KEPT

SCORE, GROUPS, ORDER = "score", "groups", "order"
"""The query parameters of what is compared: the score in the cells, the question, and the order of the outcomes."""

ALL = "all"
MOST_COLUMNS = 14
"""Groups that stand beside each other; of more, one question is shown at a time."""

ORDERS = {"score": "Highest score first", "differences": "Largest difference first"}
MOST_BUTTONS = 6
"""The questions that a phone names side by side; of more, one is chosen from a list."""

WAITS = "Groups are compared after the reveal, or when the round closes."
NO_GROUPS = "This study asks for no solution and no circumstance, so there are no groups to compare."
REASON = f"fewer than {THRESHOLD} people belong to them, or the rest would give so few away"
MOST_NAMED = 6
CROSSED = "of people who gave the same answers to two questions"


def draw_for_whom(board: Board) -> None:
    """Draw how groups differ, or why there is nothing to compare."""
    has_groups = bool(board.record.study.questions())
    if not has_groups:
        st.info(NO_GROUPS, icon=":material/group:")
    if draw_waiting(board.found):
        return
    draw_segments(board, *(_draw_groups(board) if has_groups else _first_scores(board)))


def _first_scores(board: Board) -> tuple[str, str]:
    """Return the kind and the score that are looked at where no groups are."""
    kind = KINDS[shown_kind(board.found)]
    return kind, order_by(ORDER_OF[kind], board.study.settings.asks_importance)


def _draw_groups(board: Board) -> tuple[str, str]:
    """Draw how groups differ, or why none are shown; return the kind of outcome and the score that are looked at."""
    found = compared(board, for_whom, _is_less)
    if found is None and board.wave.status != "closed" and not board.wave.revealed_at:
        st.info(WAITS, icon=":material/hourglass_empty:")
    elif found is None or not found.columns:
        st.info(f"No group can be shown: {REASON}.", icon=":material/group_off:")
    else:
        return _draw(found, is_narrow=is_phone())
    return _first_scores(board)


def counts_careful(board: Board) -> bool:
    """Whether groups are shown without careless answers where these are to be left out."""
    return counted(board, for_whom, _is_less)[1]


def _is_less(found: ForWhom, everybody: ForWhom) -> bool:
    """Whether groups are hidden that are shown of everybody: they would look as if they did not differ."""
    return not found.columns or len(found.hidden) > len(everybody.hidden)


def _draw(found: ForWhom, *, is_narrow: bool) -> tuple[str, str]:
    """Draw the headline, the choices and both pictures; on a phone first the differences, then a question at a time.

    Return the kind of outcome and the score that are looked at.
    """
    kind, by = _chosen_scores(found)
    questions = questions_shown(found, is_narrow=is_narrow)
    question = chosen(questions, GROUPS, _first_question(found, kind, by, questions))
    _draw_scores(found, kind, by, is_narrow=is_narrow)
    draw_headline(found.sentence(kind, by, "" if is_narrow or question == ALL else question))
    order = chosen(ORDERS, ORDER, "score")
    choice = Choice(kind, by, "" if question == ALL else question, cast(Order, order), is_narrow, has_all_rows())
    of_kind = int((found.everybody["kind"] == kind).sum())
    if is_narrow:
        _draw_differences(found, choice)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        if is_narrow and 1 < len(questions) <= MOST_BUTTONS:
            with st.container(key="questions"):
                draw_buttons("Groups", questions, GROUPS, question)
        elif len(questions) > 1:
            with st.container(width=360):
                draw_choice("Groups", questions, GROUPS, question)
        if of_kind > 1:
            draw_buttons("Order", ORDERS, ORDER, order)
    with st.container(key="narrow-matrix" if is_narrow else "matrix"):
        _draw_picture(found.key, choice, "matrix", found)
    draw_most_rows(of_kind, MOST_OUTCOMES, "matrix")
    draw_note(hidden_note(found))
    if not is_narrow:
        _draw_differences(found, choice)
    with st.expander("The same as a table", icon=":material/table_rows:", key="for-whom", on_change="rerun") as table:
        if table.open:
            _draw_table(found.key, kind, by, found, is_narrow=is_narrow)
    return kind, by


def _draw_differences(found: ForWhom, choice: Choice) -> None:
    """Draw the list of differences where there are any, and the choice of all of them where it is cut."""
    _draw_picture(found.key, choice, "differences", found)
    many = len(found.marked(choice.kind, choice.by, "" if choice.is_narrow else choice.question))
    draw_most_rows(many, rows_shown(choice.is_narrow), "differences")


def _chosen_scores(found: ForWhom) -> tuple[str, str]:
    """Return the kind of outcome and the score that the address asks for, or the first there are."""
    kinds = [name for name, kind in KINDS.items() if kind in set(found.everybody["kind"])]
    kind = st.query_params.get(KIND)
    return KINDS[kind if kind in kinds else kinds[0]], chosen(list(found.tables), SCORE, next(iter(found.tables)))


def _draw_scores(found: ForWhom, kind: str, by: str, *, is_narrow: bool) -> None:
    """Draw the choices of kind and score side by side; a phone has no room for the scores in a row."""
    rated = found.everybody["kind"].value_counts()
    kinds = {name: f"{one.capitalize()} · {rated[one]}" for name, one in KINDS.items() if one in rated}
    with st.container(horizontal=True, gap="small"):
        if len(kinds) > 1:
            draw_buttons("Kind of outcome", kinds, KIND, next(name for name in kinds if KINDS[name] == kind))
        scores = {name: MEASURES[name].title.capitalize() for name in found.tables}
        (draw_choice if is_narrow else draw_buttons)("Score", scores, SCORE, by)


def questions_shown(found: ForWhom, *, is_narrow: bool) -> dict[str, str]:
    """Return the choices of groups: all where they have room, those of one question, and those of two crossed."""
    single = sum(CROSS not in column.question for column in found.columns)
    has_room = single <= MOST_COLUMNS and not is_narrow
    many = len([one for one in found.questions if CROSS not in one]) > 1
    return ({ALL: "All groups"} if has_room and many else {}) | found.questions


def _first_question(found: ForWhom, kind: str, by: str, questions: dict[str, str]) -> str:
    """Return all groups where they are shown together, else the question with the largest difference."""
    first = next(iter(questions))
    marked = found.marked(kind, by)
    return str(marked["question"].iloc[0]) if first != ALL and len(marked) else first


def hidden_note(found: ForWhom) -> str:
    """Return which groups are not shown and why; empty where all are."""
    named = [f"“{one}”" for one in found.hidden[:MOST_NAMED]]
    if rest := found.hidden[MOST_NAMED:]:
        named.append(f"{len(rest)} more")
    if found.crossings_hidden:
        named.append(plural(found.crossings_hidden, f"group {CROSSED}", f"groups {CROSSED}"))
    return f"Not shown: {', '.join(named)}. The reason: {REASON}." if named else ""


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(key: str, choice: Choice, name: str, _found: ForWhom) -> None:
    picture: Picture | None = getattr(pictured(_found, choice), name)
    if picture is None:
        return
    if name == "differences":
        over = f"Differences beyond noise{', all groups' if choice.is_narrow else ''}"
        st.html(f'<h3 style="font-size: 16px; font-weight: 700; padding: 0; margin: 0">{over}</h3>')
    if name == "matrix":
        draw_note(picture.key)
    st.vega_lite_chart(spec=picture.spec, height="content", alt=picture.text, key=f"for-whom-{name}-chart")
    if name != "matrix":
        draw_note(picture.key)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_table(key: str, kind: str, by: str, _found: ForWhom, *, is_narrow: bool) -> None:
    table = _found.tables[by]
    rows = difference_table(table[table["kind"] == kind], by, _found.questions)
    draw_table(rows, "for-whom-table", is_narrow=is_narrow, fixed=2)

"""For whom: how groups differ, which differences are beyond noise, and why some groups are not shown."""

import streamlit as st

from jtbd_core.charts import Picture
from jtbd_core.exchange.difference_table import difference_table
from jtbd_core.live.for_whom import BY, ForWhom, for_whom
from jtbd_core.live.for_whom_pictures import Choice, Pictures, pictured
from jtbd_core.live.insights import insight
from jtbd_core.privacy import THRESHOLD
from jtbd_core.wave.groups import CROSS
from pages.board.board import Board
from pages.board.choice import chosen, draw_buttons, draw_choice
from pages.board.headlines import draw_headline
from pages.board.kinds import KIND, KINDS
from pages.components.escape import escaped
from pages.components.phone import is_phone
from pages.components.store import the_store
from pages.components.watch import MOST_KEPT

SCORE, GROUPS, ORDER = "score", "groups", "order"
"""The query parameters of what is compared: the score in the cells, the question, and the order of the outcomes."""

ALL = "all"
MOST_COLUMNS = 14
"""Groups that stand beside each other; of more, one question is shown at a time."""

TITLES = {"unmet": "Unmet", "share_short": "Falls short", "opportunity": "Opportunity", "value_wanted": "Value wanted"}
ORDERS = {"contenders": "Contenders first", "differences": "Largest difference first"}

WAITS = "Groups are compared after the reveal, or when the round closes."
NO_GROUPS = "This study asks for no solution and no circumstance, so there are no groups to compare."
REASON = f"fewer than {THRESHOLD} people belong to them, or the rest would give so few away"
MOST_NAMED = 6


def draw_for_whom(board: Board) -> None:
    """Draw how groups differ, or why there is nothing to compare."""
    if not board.record.study.questions():
        st.info(NO_GROUPS, icon=":material/group:")
        return
    found = insight(the_store(), board.study, board.waves, for_whom, with_unreleased=not board.is_shared)
    if found is None:
        st.info(WAITS, icon=":material/hourglass_empty:")
    elif not found.columns:
        st.info(f"No group can be shown: {REASON}.", icon=":material/group_off:")
    else:
        _draw(found)


def _draw(found: ForWhom) -> None:
    choice = _draw_choices(found)
    pictures = "differences", "matrix"
    for name in pictures if choice.is_narrow else pictures[::-1]:
        _draw_picture(found.key, choice, name, found)
    if note := hidden_note(found):
        st.caption(note)
    with st.expander("The same as a table", icon=":material/table_rows:", key="for-whom", on_change="rerun") as table:
        if table.open:
            _draw_table(found.key, choice.kind, choice.by, found)


def _draw_choices(found: ForWhom) -> Choice:
    """Draw the headline, and below it the choices of what is compared; return what is chosen."""
    rated = found.everybody["kind"].value_counts()
    kinds = {name: f"{kind.capitalize()} · {rated[kind]}" for name, kind in KINDS.items() if kind in rated}
    scores = {name: TITLES[name] for name in BY if name in found.tables}
    kind = st.query_params.get(KIND) if st.query_params.get(KIND) in kinds else next(iter(kinds))
    by = chosen(scores, SCORE, next(iter(scores)))
    draw_headline(found.sentence(KINDS[kind], by))
    questions = questions_shown(found)
    question = chosen(questions, GROUPS, _first_question(found, KINDS[kind], by, questions))
    order = chosen(ORDERS, ORDER, "contenders")
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        if len(kinds) > 1:
            draw_buttons("Kind of outcome", kinds, KIND, kind)
        draw_buttons("Score", scores, SCORE, by)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        if len(questions) > 1:
            draw_choice("Groups", questions, GROUPS, question)
        draw_choice("Order", ORDERS, ORDER, order)
    return Choice(KINDS[kind], by, "" if question == ALL else question, order, is_phone())


def questions_shown(found: ForWhom) -> dict[str, str]:
    """Return the choices of groups: all where they have room, those of one question, and those of two crossed."""
    single = sum(CROSS not in column.question for column in found.columns)
    has_room = single <= MOST_COLUMNS and not is_phone()
    many = len([one for one in found.questions if CROSS not in one]) > 1
    return ({ALL: "All groups"} if has_room and many else {}) | found.questions


def _first_question(found: ForWhom, kind: str, by: str, questions: dict[str, str]) -> str:
    """Return all groups where they are shown together, else the question with the largest difference."""
    first = next(iter(questions))
    marked = found.marked(kind, by)
    return str(marked["question"].iloc[0]) if first != ALL and len(marked) else first


def hidden_note(found: ForWhom) -> str:
    """Return which groups are not shown and why, in Markdown; empty where all are."""
    if not found.hidden:
        return ""
    named = [f"**{escaped(one)}**" for one in found.hidden[:MOST_NAMED]]
    rest = len(found.hidden) - MOST_NAMED
    return f"Not shown: {'; '.join(named)}{f'; and {rest} more' if rest > 0 else ''}: {REASON}."


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(key: str, choice: Choice, name: str, _found: ForWhom) -> None:
    picture: Picture | None = getattr(_pictures(key, choice, _found), name)
    if picture is None:
        return
    if name == "differences":
        st.html('<h3 style="font-size: 16px; font-weight: 700; padding: 0; margin: 0">Differences beyond noise</h3>')
    st.vega_lite_chart(spec=picture.spec, height="content", alt=picture.text, key=f"for-whom-{name}-chart")
    st.caption(picture.key)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _pictures(key: str, choice: Choice, _found: ForWhom) -> Pictures:
    return pictured(_found, choice)


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_table(key: str, kind: str, by: str, _found: ForWhom) -> None:
    table = _found.tables[by]
    rows = difference_table(table[table["kind"] == kind], by, _found.questions)
    st.dataframe(rows, hide_index=True, column_config={"Outcome": st.column_config.TextColumn(width="large")})

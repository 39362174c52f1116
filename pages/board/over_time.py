"""Over time: what changed from round to round, what was asked differently, and the value targets."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from jtbd_core.charts import Picture
from jtbd_core.charts.lists import MOST_ROWS
from jtbd_core.charts.rows import STRETCH
from jtbd_core.live.choices import counting
from jtbd_core.live.findings import progress
from jtbd_core.live.insights import insight
from jtbd_core.live.over_time import KindOverTime, Named, over_time
from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.study.amendment import Amendment
from jtbd_core.wave import Wave, reported_study
from jtbd_core.wave.rounds import round_name, round_said
from pages.board.board import Board
from pages.board.choice import chosen, draw_buttons, draw_choice, draw_most_rows, has_all_rows
from pages.board.headlines import draw_headline
from pages.board.kinds import KIND, KINDS
from pages.board.pictures import draw_spec
from pages.board.targets import draw_targets
from pages.board.waves import not_asked, shown_waves
from pages.components.figures_table import draw_table
from pages.components.my_store import my_store
from pages.components.note import draw_note
from pages.components.phone import is_phone
from pages.components.plural import plural
from pages.components.store import the_store
from pages.components.watch import MOST_KEPT

SINCE = "since"
"""The query parameter of the round that the latest is compared with, by its number."""

MOST_SAID = 6
CHOICE = 300

NOTHING_YET = "Nothing to compare yet."
APPEARS = (
    f"As soon as two rounds have answers of {THRESHOLD} people or more, this shows which outcomes changed beyond "
    "noise, for which the answers cannot tell, and which stayed as they were."
)
DECIDE = "Decide now what you aim at: a value target is tested by the next round."
WAITS = "Rounds are compared after the reveal, or when they close."


def draw_over_time(board: Board) -> None:
    """Draw what changed between rounds and, below it, the value targets."""
    waves = compared_waves(board)
    if len(waves) < 2:
        draw_headline(NOTHING_YET, APPEARS if board.is_shared else f"{APPEARS} {DECIDE}")
    else:
        _draw_changes(board, waves)
    draw_targets(board)


def compared_waves(board: Board) -> tuple[Wave, ...]:
    """Return the waves to compare, the earliest first: those that were chosen, where they are several; else all.

    Those with too few people to show results are left out.
    """
    every = board.waves if len(board.waves) > 1 else counting(shown_waves(board.record.id)).values()
    enough = [wave for wave in every if progress(the_store(), wave.id).rated >= THRESHOLD]
    return tuple(sorted(enough, key=lambda wave: wave.number))


def _draw_changes(board: Board, waves: Sequence[Wave]) -> None:
    """Draw what changed between the latest of the waves and an earlier one."""
    *earlier, last = waves
    before = chosen({str(one.number): one for one in earlier}, SINCE, str(earlier[-1].number))
    study = reported_study(board.record.study, *waves)
    named = tuple(Named(str(one.number), round_name(one), round_said(one)) for one in waves)
    analyse = partial(over_time, named, (before, str(last.number)))
    found = insight(the_store(), study, waves, analyse, with_unreleased=not board.is_shared, moment="now")
    if not found:
        st.info(WAITS, icon=":material/hourglass_empty:")
        return
    kind = st.query_params.get(KIND, "")
    kind = kind if kind in found else next(iter(found))
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        if len(found) > 1:
            draw_buttons("Kind of outcome", {name: KINDS[name].capitalize() for name in found}, KIND, kind)
        if len(earlier) > 1:
            options = {str(one.number): round_name(one) for one in earlier}
            with st.container(width=CHOICE):
                draw_choice(f"{round_name(last)} compared with", options, SINCE, before)
    draw_headline(found[kind].headline)
    _draw_pictures(found[kind], kind)
    _draw_differences(board.record.study, waves, my_store().amendments(board.record.id))


def _draw_pictures(found: KindOverTime, kind: str) -> None:
    """Draw the slopes and right of them, or on a phone below, the list of changes; then the same as a table."""
    left, right = st.columns([2, 3], gap="medium")
    with left:
        _draw_picture(found.key, f"slopes-{kind}", found.slopes)
    with right:
        is_whole = has_all_rows()
        shown = found.every if is_whole else found.changes
        _draw_picture(found.key, f"changes-{kind}-{is_whole}", shown, stretch=STRETCH if is_phone() else 1)
        draw_most_rows(len(shown.scores), MOST_ROWS, f"changes-{kind}")
    label, icon = "The same as a table", ":material/table_rows:"
    with st.expander(label, icon=icon, key=f"changes-{kind}-figures", on_change="rerun") as figures:
        if figures.open:
            draw_table(found.changes.scores, f"changes-{kind}-table", is_narrow=is_phone())


@st.cache_resource(max_entries=MOST_KEPT, show_spinner=False)
def _draw_picture(key: str, name: str, _picture: Picture, *, stretch: float = 1) -> None:
    draw_spec(_picture, f"{name}-chart", "content", stretch)
    draw_note(_picture.key)


def _draw_differences(study: Study, waves: Sequence[Wave], amendments: Sequence[Amendment]) -> None:
    """Draw what rounds were asked or offered differently, in a line each."""
    lines = [
        f"{round_name(wave)} did not ask or offer {_quoted(missing)}."
        for wave in waves
        if (missing := not_asked(study, wave))
    ]
    lines += [
        f"Corrected since {round_name(waves[0])}: “{one.before}” now reads “{one.after}”."
        for one in amendments
        if one.what == "mended" and one.changed_at > waves[0].opened_at and one.name.startswith("outcome.")
    ][:MOST_SAID]
    if lines:
        draw_note("\n".join(lines))


def _quoted(texts: Sequence[str]) -> str:
    rest = len(texts) - MOST_SAID
    named = ", ".join(f"“{text}”" for text in texts[:MOST_SAID])
    return named + (f" and {plural(rest, 'more', 'more')}" if rest > 0 else "")

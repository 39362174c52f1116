"""The facilitator's list of remarks: searched, grouped, cleaned of names, deleted, and released in batches."""

from collections.abc import Collection, Mapping, Sequence
from textwrap import shorten

import streamlit as st

from jtbd_core.exchange.remarks import remarks_csv
from jtbd_core.privacy import THRESHOLD, hidden_again, lacking
from jtbd_core.study import Study
from jtbd_core.wave.remark import LONGEST_LABEL, Remark, words
from pages.board.board import Board
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural

MOST_LISTED = 20
"""Remarks of a page of the list: each has three popovers."""

LONGEST_HEADING = 28
WIDTH = 240
"""Pixels of the state of a remark: beside them its three popovers fit on a wide page, below them on a phone."""
ORDER = ("new", "hidden", "released", "withdrawn")
BADGES = {
    "new": ":orange-badge[new]",
    "released": ":green-badge[released]",
    "hidden": ":gray-badge[hidden again]",
    "withdrawn": ":gray-badge[withdrawn]",
}
NEW = {"missed": "new ones", "solution": "new ones that name what they use"}
WHY = (
    f"Released together, no fewer than {THRESHOLD} new ones at once, so that nobody can tell who wrote what. Read them "
    "before: a text can name people, or whoever wrote it."
)
HIDDEN_AGAIN = (
    f"*Hidden again*: of a batch fewer than {THRESHOLD} are left, because you deleted others. They "
    f"can be released once more together with {THRESHOLD} new ones."
)
WITHDRAWN = (
    "*Withdrawn*: they left with one that its author deleted or wrote anew, so that nobody can tell which that was. "
    "They cannot be released again, nor can those that were not released of a study that is a copy."
)


def draw_moderation(board: Board, remarks: Sequence[Remark]) -> None:
    """Draw all remarks of a wave with what the facilitator does to them, and the button that releases the chosen."""
    study, wave_id = board.record.study, board.wave.id
    hidden = hidden_again(remarks)
    states = {one.id: _state(one, hidden) for one in remarks}
    listed = _listed(study, remarks, states)
    headings = _headings(board, remarks)
    for one in listed:
        _draw_remark(study, one, states[one.id], headings)
    free = [one for one in listed if states[one.id] in ("new", "hidden")]
    ready = [one for one in free if one.kind not in lacking(free)] or free
    _draw_release(wave_id, [one for one in free if st.session_state.get(_pick(one))], [_pick(one) for one in ready])
    if hidden:
        st.caption(HIDDEN_AGAIN)
    if "withdrawn" in states.values():
        st.caption(WITHDRAWN)

    table = written(lambda: remarks_csv(study, my_store().remarks(wave_id)))
    draw_made_file(MadeFile("Remarks as CSV", "remarks.csv", table), type="tertiary")


def _state(remark: Remark, hidden: Collection[str]) -> str:
    if remark.is_withdrawn:
        return "withdrawn"
    return "hidden" if remark.id in hidden else "released" if remark.is_released else "new"


def _listed(study: Study, remarks: Sequence[Remark], states: dict[str, str]) -> list[Remark]:
    """Draw the filter, the search and, where they are many, the pages; return the remarks of the page."""
    kinds = {"all": "All", "new": "New", "released": "Released"}
    if any(one.kind == "solution" for one in remarks):
        kinds["solution"] = "What they use"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = st.segmented_control(
            "Which remarks",
            list(kinds),
            format_func=kinds.__getitem__,
            default="all",
            key="words-filter",
            required=True,
            label_visibility="collapsed",
        )
        sought = st.text_input(
            "Search remarks",
            key="words-search",
            placeholder="Search remarks",
            max_chars=100,
            label_visibility="collapsed",
        )
    statements = {one.id: one.statement for one in study.outcomes}
    found = [
        one
        for one in sorted(remarks, key=lambda one: ORDER.index(states[one.id]))
        if wanted in ("all", states[one.id], one.kind)
        and sought.casefold() in f"{one.text} {one.label} {statements.get(one.outcome, '')}".casefold()
    ]
    if not found:
        st.caption("None of the remarks is like that.")
    pages = [found[start : start + MOST_LISTED] for start in range(0, len(found), MOST_LISTED)] or [[]]
    if len(pages) == 1:
        return pages[0]
    chosen = st.selectbox("Page", range(len(pages)), format_func=lambda one: f"{one + 1} of {len(pages)}")
    return pages[chosen]


def _headings(board: Board, remarks: Sequence[Remark]) -> dict[str, str]:
    """Return what remarks can be put under: labels in use, and the statements of the outcomes, each with its id."""
    labels = sorted({one.label for one in remarks if one.label})
    return {"": "", **dict.fromkeys(labels, ""), **{one.statement: one.id for one in board.study.outcomes}}


def _draw_remark(study: Study, remark: Remark, state: str, headings: Mapping[str, str]) -> None:
    text = escaped(" ".join(remark.text.split()))
    with st.container(key=f"remark-{remark.id}", border=True, gap="xsmall"):
        if state in ("released", "withdrawn"):
            st.markdown(f":small[{text}]")
        else:
            st.checkbox(text, key=_pick(remark))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            statements = {one.id: one.statement for one in study.outcomes}
            under = statements.get(remark.outcome, remark.label)
            named = ["names what they use"] * (remark.kind == "solution")
            told = " · ".join([*named, *([shorten(under, LONGEST_HEADING, placeholder=" …")] if under else [])])
            st.markdown(f"{BADGES[state]} :small[:gray[{escaped(told) or 'not grouped'}]]", width=WIDTH)
            _draw_grouping(remark, under, headings)
            _draw_hiding(remark)
            _draw_deletion(remark)


def _draw_grouping(remark: Remark, under: str, headings: Mapping[str, str]) -> None:
    with st.popover("Group under", type="tertiary", key=f"group-{remark.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        key, options = f"under-{remark.id}", list(headings)
        st.selectbox(
            f"Choose an outcome, or type a label of your own (at most {LONGEST_LABEL} characters)",
            options,
            index=options.index(under) if under in options else 0,
            format_func=lambda one: one or "Not grouped",
            accept_new_options=True,
            key=key,
            on_change=do,
            args=(_group, remark.id, key, headings),
        )
        st.caption(f"A heading is shown to stakeholders once {THRESHOLD} released remarks stand under it.")


def _draw_hiding(remark: Remark) -> None:
    with st.popover("Hide a name", type="tertiary", key=f"hide-{remark.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        key = f"words-{remark.id}"
        st.pills("Mark the words to hide", words(remark.text), selection_mode="multi", key=key)
        st.caption("They are replaced for good: nobody sees them any more, not even whoever wrote them.")
        st.button("Hide for good", key=f"hidden-{remark.id}", on_click=do, args=(_hide, remark.id, key))


def _draw_deletion(remark: Remark) -> None:
    with st.popover(":orange[Delete …]", type="tertiary", key=f"delete-{remark.id}", on_change="rerun") as opened:
        if not opened.open:
            return
        st.write("It is deleted for good, also from the answers of whoever wrote it. Their ratings stay.")
        st.button(
            "Delete for good", key=f"deleted-{remark.id}", on_click=do, args=(my_store().delete_remark, remark.id)
        )


def _draw_release(wave_id: str, chosen: Sequence[Remark], ready: Sequence[str]) -> None:
    """Draw the button that releases the chosen remarks, disabled with the reason while they are too few.

    `ready` are the keys of the check boxes of those that are enough to be released now.
    """
    short = lacking(chosen)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            f"Release {plural(len(chosen), 'remark')}" if chosen else "Release remarks",
            type="primary",
            disabled=not chosen or bool(short),
            on_click=do,
            args=(my_store().release_remarks, wave_id, [one.id for one in chosen]),
        )
        if len(ready) > len(chosen):
            st.button("Choose all listed", type="tertiary", on_click=do, args=(_choose, ready))
    told = " and ".join(f"{number} more {NEW[kind]}" for kind, number in short.items())
    st.caption(f"Choose {told}. {WHY}" if told else WHY)


def _pick(remark: Remark) -> str:
    return f"pick-{remark.id}"


def _choose(pick_keys: Collection[str]) -> None:
    for pick_key in pick_keys:
        st.session_state[pick_key] = True


def _group(remark_id: str, heading_key: str, headings: Mapping[str, str]) -> None:
    under = st.session_state[heading_key] or ""
    outcome = headings.get(under, "")
    my_store().group_remark(remark_id, outcome, "" if outcome else under)


def _hide(remark_id: str, words_key: str) -> None:
    my_store().hide_words(remark_id, st.session_state.get(words_key) or [])

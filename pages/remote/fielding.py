"""How the fielding of a wave goes: places taken, people turned away, and the list of the panel."""

from collections.abc import Mapping, Sequence

import streamlit as st

from jtbd_core.exchange.panel_table import panel_table
from jtbd_core.privacy import THRESHOLD
from jtbd_core.privacy.panel_list import panel_list
from jtbd_core.wave import Wave
from jtbd_core.wave.rounds import round_name
from pages.components.escape import escaped
from pages.components.made_files import MadeFile, draw_made_file, written
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.sign_in import is_facilitator

STANDINGS = {"completed": "completed", "started": "not finished", "screened": "screened out", "quota": "without room"}


def draw_fielding(wave: Wave, waves: Sequence[Wave], answers: Mapping[tuple[str, str], str]) -> None:
    """Draw the live counts of a wave that is fielded, its list, and those of the closed ones among all `waves`.

    `answers` are those of people in words.
    """
    _draw_counts(wave, answers)
    if _has_list(wave):
        _draw_list(wave, "The list of the panel")
    elif wave.status == "closed":
        st.caption("This round has no list of a panel.")
    for other in waves:
        if other.id != wave.id and other.status == "closed" and _has_list(other):
            _draw_list(other, f"The list of {round_name(other)}")


def _has_list(wave: Wave) -> bool:
    return any(my_store().fielding(wave.id).listed.values())


@st.fragment(run_every="5s")
def _draw_counts(wave: Wave, answers: Mapping[tuple[str, str], str]) -> None:
    if not is_facilitator():
        return
    now, cap = my_store().fielding(wave.id), wave.limits.cap
    joined = my_store().progress(wave.id).joined
    places = [
        (answers.get(one.quota[:2], one.quota.option), one.taken, one.quota.most, one.finished, one.deleted)
        for one in now.places
    ]
    if cap is not None and places:
        places.append(("In all", joined, cap, my_store().progress(wave.id).finished, 0))
    if places:
        st.markdown("**Places taken**")
    for label, taken, most, finished, deleted in places:
        said = f"{escaped(label)}: {taken:,} of {most:,}, {finished:,} of them finished"
        kept = f", {deleted:,} deleted their answers since and keep their place" if deleted else ""
        st.progress(min(taken / most, 1.0), said + kept)
    turned = [f"{many:,} {STANDINGS[why]}" for why, many in sorted(now.turned_away.items(), reverse=True)]
    if turned:
        st.caption(f"Turned away: {', '.join(turned)}.")
    if now.listed:
        said = ", ".join(f"{now.listed[one]:,} {word}" for one, word in STANDINGS.items() if one in now.listed)
        st.caption(f"On the list of the panel: {said}.")


def _draw_list(wave: Wave, title: str) -> None:
    """Draw the file of the list, once the wave is closed, and its deletion."""
    st.markdown(f"**{escaped(title)}**")
    if wave.status == "closed":
        write = written(lambda: panel_table(wave.panel.parameters, panel_list(my_store().listed(wave.id))))
        draw_made_file(MadeFile("List as CSV", f"panel-{wave.number}.csv", write), key=f"panel-list-{wave.id}")
        st.caption(
            f"Sorted by id. Where fewer than {THRESHOLD} stopped half-way, or finished, it says of all that they took "
            "part: whose answers are unfinished could else be told."
        )
    else:
        st.caption(
            "It can be downloaded once the round is closed: two lists between which one person came would tell which "
            "answers are theirs. Archives do not hold it, and backups only of closed rounds."
        )
    with st.popover("Delete the list", icon=":material/delete:", key=f"panel-delete-{wave.id}"):
        st.write("The answers stay. Nobody can be paid by the list any more, and an id could answer again.")
        label = "Delete it for good"
        st.button(
            label, type="primary", key=f"panel-gone-{wave.id}", on_click=do, args=(my_store().delete_listed, wave.id)
        )

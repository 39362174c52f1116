"""The controls of the remote: buttons with shortcuts that run a wave."""

from collections.abc import Callable
from datetime import timedelta
from time import monotonic
from typing import Any

import streamlit as st
from msgspec.structs import replace

from jtbd_core.privacy import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.study.sections import asked_sections
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import Counts, Stage
from pages.components.clock import clock
from pages.components.escape import escaped
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural
from pages.components.scene import live_counts
from pages.remote.codes import draw_codes
from pages.remote.limits import ask_limits
from pages.remote.restart import draw_restart

LONGER = timedelta(minutes=5)
OPENED_AT = "controls-opened-at"
SECONDS_BETWEEN_STEPS = 1.0
# Alt+Shift: no browser, screen reader or Streamlit itself has a meaning for these; single letters would be typed.
BEGIN, PAUSE, RESUME, NEXT, FREEZE, UNFREEZE, MORE, REVEAL = (f"Alt+Shift+{key}" for key in "BPONFUMV")

BEGINNING = "Phones can answer already. This moves the display from the lobby to the progress, and starts its clock."
REVEALING = (
    "Shows the answers so far, by group too, to everybody who follows the results, and each respondent on the form "
    "where they differ most from the group. Answers that would let fewer than "
    f"{THRESHOLD} people be told wait for the next ones."
)


def press(
    label: str, icon: str, shortcut: str | None, action: Callable[..., Any], *values: object, **look: object
) -> None:
    """Draw a button of the remote with its shortcut.

    The next step is bold, not a primary button: on that colour the shortcut cannot be read.
    """
    st.button(label, icon=f":material/{icon}:", shortcut=shortcut, on_click=do, args=(action, *values), **look)


def draw_controls(study: Study, wave: Wave, stage: Stage) -> None:
    """Draw the buttons of the remote: begin, pause, resume, reveal, freeze, close, restart.

    Each keeps its place, disabled where the state does not allow it: none turns into another under the pointer.
    """
    store = my_store()
    with st.container(horizontal=True):
        has_begun, is_open = stage.begun_at is not None, wave.status == "open"
        press("**Begin the rating**", "play_arrow", BEGIN, store.begin, wave.id, disabled=has_begun, help=BEGINNING)
        press("Pause", "pause", PAUSE, store.set_status, wave.id, "paused", disabled=not is_open)
        press("Resume", "play_arrow", RESUME, store.set_status, wave.id, "open", disabled=is_open)
        draw_freeze(study, wave, stage)
        draw_reveal_button(wave, stage)  # the last in the row: its label grows
    with st.container(horizontal=True):
        if wave.limits.closes_at:
            longer = replace(wave.limits, closes_at=wave.limits.closes_at + LONGER)
            press("5 more minutes", "more_time", MORE, store.set_limits, wave.id, longer)
        with st.popover("Close automatically", icon=":material/timer:"):
            asked = ask_limits(wave.limits, wave.id)
            press("Save", "check", None, lambda: store.set_limits(wave.id, asked()))
        with st.popover("Close the round", icon=":material/lock:"):
            st.write("No more answers are taken after this, and the round cannot be opened again.")
            press("Close for good", "lock", None, store.set_status, wave.id, "closed", type="primary")
        draw_codes(wave)
        draw_restart(wave)
    if wave.limits.closes_at:
        st.caption(f"Closes automatically at {clock(wave.limits.closes_at)}.")


def draw_reveal_button(wave: Wave, stage: Stage) -> None:
    """Draw the button that reveals the answers so far."""
    label = "Reveal again" if wave.revealed_at else "**Reveal**" if stage.begun_at else "Reveal"
    press(label, "visibility", REVEAL, my_store().reveal, wave.id, help=REVEALING)


def draw_freeze(study: Study, wave: Wave, stage: Stage) -> None:
    """Draw the buttons that freeze the display and unfreeze it."""
    is_frozen = stage.frozen is not None
    press("Freeze the display", "ac_unit", FREEZE, _freeze, study, wave.id, disabled=is_frozen)
    press("Let the display go on", "play_circle", UNFREEZE, my_store().unfreeze, wave.id, disabled=not is_frozen)


def _freeze(study: Study, wave_id: str) -> None:
    my_store().freeze(wave_id, live_counts(study, wave_id))


def draw_pace(study: Study, wave: Wave, stage: Stage, counts: Counts) -> None:
    """Draw the pace of the form: each at their own pace, or all together with a button that opens the next section."""
    names, store = [section.name(study) for section in asked_sections(study)], my_store()
    is_led = stage.opened is not None
    with st.container(horizontal=True):
        press("Step by step, all together", "directions_walk", None, store.set_pace, wave.id, 0, disabled=is_led)
        alone = "Let all go on at their own pace"
        press(alone, "directions_run", None, store.set_pace, wave.id, None, disabled=not is_led)
    if stage.opened is None:
        return
    opened, people = min(stage.opened, len(names)), counts.progress.joined
    waiting = people - counts.sections[opened - 1].finished if opened else 0
    if opened < len(names):
        label = f"Stop waiting for {waiting}" if waiting > 0 else "Next step"
        following = f"**{label}: {escaped(names[opened])}**"
        press(following, "skip_next", NEXT, _open_next, wave.id, opened + 1)
    now = escaped(names[opened - 1]) if opened else "nothing yet, all wait"
    finished = f"; {people - waiting} of {plural(people, 'person', 'people')} finished it" if opened else ""
    st.caption(f"Open now: {now}, {opened} of {len(names)}{finished}.")


def _open_next(wave_id: str, opened: int) -> None:
    """Open the next section, unless one was opened within the last second: the button's label has just changed."""
    now = monotonic()
    if now - st.session_state.get(OPENED_AT, -SECONDS_BETWEEN_STEPS) >= SECONDS_BETWEEN_STEPS:
        st.session_state[OPENED_AT] = now
        my_store().set_pace(wave_id, opened)

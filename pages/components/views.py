"""The views of the display before the reveal: lobby, rating, paused and closed."""

import streamlit as st

from jtbd_core.study import Study
from jtbd_core.wave import Wave
from pages.components.address import public_address
from pages.components.clock import clock
from pages.components.plural import plural
from pages.components.qr_code import code_card, qr_code
from pages.components.rerun import rerun_page
from pages.components.scene import Scene, scene
from pages.components.store import the_store
from pages.components.wall import HEAD, HUGE, LARGE, Words, draw_wall, head, pictures, rings, side_by_side


@st.fragment(run_every="2s")
def follow_view(study: Study, shown: Scene) -> None:
    """Redraw the view every two seconds, and the whole page once the subject changes or the study is in the bin."""
    now = scene(study, shown.wave.id)
    if now.subject != shown.subject or the_store().study(now.wave.study_id).shelf == "bin":
        rerun_page()
    if now.view != "reveal":  # which the page draws
        VIEWS[now.view](now)


def draw_view_head(study: Study, now: Scene) -> None:
    """Draw the title of the study, and whether this is a trial and since when the display is frozen."""
    notes = []
    if now.wave.is_trial:
        notes.append("Trial: these answers never count")
    if now.stage.frozen:
        people = plural(now.counts.progress.rated, "person", "people")
        notes.append(f"Frozen at {clock(now.stage.frozen.at)}, with answers of {people}.")
    draw_wall(side_by_side(head(study.title, tag="h1"), *(Words(note, look="calm") for note in notes)))


def _draw_lobby(now: Scene) -> None:
    """Draw the address, QR code and join code to join with, and how many have joined."""
    where = Words(_where(now.wave), LARGE, tag="h2")
    joined = Words(f"{now.counts.progress.joined:,} joined", LARGE, "accent strong")
    codes = {
        "QR code with the link of the form": qr_code(f"{public_address()}/r/{now.wave.rate_key}"),
        f"Join code {_code(now.wave)}": code_card(now.wave.join_code),
    }
    draw_wall(side_by_side(where, joined), pictures(codes))


def _draw_rating(now: Scene) -> None:
    """Draw a progress ring per job step and dimension, and the minutes since the rating began."""
    progress = now.counts.progress
    counts = f"{progress.finished} of {progress.joined} finished  ·  {now.minutes} min"
    still = f"Still to join? {_where(now.wave)}"
    top = [Words(counts, LARGE, tag="h2")]
    opened = now.stage.opened
    if opened is not None:
        names = [section.name for section in now.counts.sections[:opened]]
        step = f"Now: {names[-1]}" if names else "Your form opens the first step soon"
        top.insert(0, Words(step, LARGE, "accent strong"))
    draw_wall(side_by_side(*top), rings(now.counts, opened), Words(still, LARGE))


def _draw_paused(now: Scene) -> None:
    """Draw that the wave is paused, and that all answers are saved."""
    progress = now.counts.progress
    finished = f"{progress.finished} of {progress.joined} have finished" if progress.joined else "Nobody has joined yet"
    draw_wall(
        Words("Paused", HUGE, tag="h2"),
        Words(finished, LARGE, "accent"),
        Words("All answers are saved, and each form says so. Go on there as soon as the round does.", HEAD),
        is_middle=True,
    )


def _draw_closed(now: Scene) -> None:
    """Draw thanks, how many took part, and what follows."""
    people = plural(now.counts.progress.rated, "person", "people")
    draw_wall(
        Words("Thank you", HUGE, tag="h2"),
        Words(f"{people} took part. This round is closed.", LARGE, "accent"),
        Words("Next come the results: on this screen, and on your form where you differ most from the group.", HEAD),
        is_middle=True,
    )


def _where(wave: Wave) -> str:
    return f"{public_address().partition('//')[2]}/join  ·  {_code(wave)}"


def _code(wave: Wave) -> str:
    return f"{wave.join_code[:3]} {wave.join_code[3:]}"


VIEWS = {"lobby": _draw_lobby, "rating": _draw_rating, "paused": _draw_paused, "closed": _draw_closed}

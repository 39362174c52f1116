"""Display: the projector's page of a wave; it follows the remote, and takes nothing but the team's prediction."""

import streamlit as st

from jtbd_core.stage import MOST_PREDICTED
from jtbd_core.study import Outcome
from jtbd_core.wave import reported_study
from pages.components.links import code_card, public_address, qr
from pages.components.refusal import do
from pages.components.reveal import draw_reveal
from pages.components.scene import Scene, clock, scene
from pages.components.store import the_store
from pages.components.visitor import shared_wave
from pages.components.wall import HEAD, HUGE, LARGE, STYLE, Words, beside, draw_wall, head, pictures, rings
from pages.components.words import plural

PREDICTION = "prediction-{}"

wave = shared_wave()
wave_id = wave.id
study = reported_study(the_store().study(wave.study_id).study, wave)
shown = scene(study, wave_id)


def what_is_shown(now: Scene) -> tuple[object, ...]:
    """Return what the page as a whole depends on; everything else is drawn in its place."""
    return now.view, now.stage.frozen, now.wave.status, now.stage.prediction, now.found and now.found.stamp


@st.fragment(run_every="2s")
def follow() -> None:
    """Draw what moves, and the page again as soon as it is about something else."""
    now = scene(study, wave_id)
    if what_is_shown(now) != what_is_shown(shown):
        st.rerun(scope="app")
    if now.view in DRAWN:
        DRAWN[now.view](now)


def draw_lobby(now: Scene) -> None:
    """Draw where to join, how many have, the QR code, and the join code as large as it."""
    where = Words(f"{address}/join  ·  {code}", LARGE, tag="h2")
    joined = Words(f"{now.counts.progress.joined:,} joined", LARGE, "accent strong")
    picture = qr(f"{public_address()}/r/{now.wave.rate_key}")
    codes = {"QR code with the link of the form": picture, f"Join code {code}": code_card(now.wave.join_code)}
    draw_wall(beside(where, joined), pictures(codes))


def draw_rating(now: Scene) -> None:
    """Draw a ring per job step and dimension, and how long the rating has gone on."""
    progress = now.counts.progress
    counts = f"{progress.finished} of {progress.joined} finished  ·  {now.minutes} min"
    still = f"Still to join? {address}/join  ·  {code}"
    top = [Words(counts, LARGE, tag="h2")]
    opened = now.stage.opened
    if opened is not None:
        names = [section.name for section in now.counts.sections[:opened]]
        step = f"Now: {names[-1]}" if names else "Your form opens the first step soon"
        top.insert(0, Words(step, LARGE, "accent strong"))
    draw_wall(beside(*top), rings(now.counts, opened), Words(still, LARGE))


def draw_paused(now: Scene) -> None:
    """Say that nothing is lost, and what to wait for."""
    progress = now.counts.progress
    finished = f"{progress.finished} of {progress.joined} have finished" if progress.joined else "Nobody has joined yet"
    draw_wall(
        Words("Paused", HUGE, tag="h2"),
        Words(finished, LARGE, "accent"),
        Words("All answers are kept, and each form says so. Go on there as soon as the round does.", HEAD),
        is_middle=True,
    )


def draw_closed(now: Scene) -> None:
    """Thank everybody, and say what comes next."""
    people = plural(now.counts.progress.rated, "person", "people")
    draw_wall(
        Words("Thank you", HUGE, tag="h2"),
        Words(f"{people} took part. This round is closed.", LARGE, "accent"),
        Words("Next come the results: on this screen, and on your form where you differ most from the group.", HEAD),
        is_middle=True,
    )


DRAWN = {"lobby": draw_lobby, "rating": draw_rating, "paused": draw_paused, "closed": draw_closed}


def draw_prediction(now: Scene) -> None:
    """Let the team say what it expects at the top, until the reveal."""
    lists = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    asked = {noun: outcomes for noun, outcomes in lists.items() if len(outcomes) > MOST_PREDICTED}
    if not asked:
        return
    done = f" {plural(len(now.stage.prediction), 'outcome')} expected" if now.stage.prediction else ""
    label = f"Before the reveal: what do we expect at the top?{done}"
    # In a form no choice draws the page anew, which would take the open list away from under the pointer.
    with st.expander(label, icon=":material/psychology:"), st.form("prediction", border=False):
        for noun, outcomes in asked.items():
            ask_prediction(noun, outcomes, now.stage.prediction)
        st.form_submit_button("Keep our prediction", type="primary", on_click=do, args=(predict, list(asked)))


def ask_prediction(noun: str, outcomes: tuple[Outcome, ...], before: tuple[str, ...]) -> None:
    """Draw the choice of up to five outcomes of one list."""
    statements = {one.id: one.statement for one in outcomes}
    st.multiselect(
        f"Our top {MOST_PREDICTED} {noun}",
        list(statements),
        [outcome for outcome in before if outcome in statements],
        format_func=statements.__getitem__,
        max_selections=MOST_PREDICTED,
        select_all=False,
        key=PREDICTION.format(noun),
    )


def predict(nouns: list[str]) -> None:
    """Keep the prediction."""
    the_store().predict(wave_id, [one for noun in nouns for one in st.session_state[PREDICTION.format(noun)]])


st.html(STYLE)
address, code = public_address().partition("//")[2], f"{wave.join_code[:3]} {wave.join_code[3:]}"
notes = []
if wave.is_trial:
    notes.append("Trial: these answers never count")
if shown.stage.frozen:
    people = plural(shown.counts.progress.rated, "person", "people")
    notes.append(f"Frozen at {clock(shown.stage.frozen.at)}, with answers of {people}.")
draw_wall(beside(head(study.title, tag="h1"), *(Words(note, look="calm") for note in notes)))
follow()
if shown.view == "reveal" and shown.found:
    draw_reveal(study, shown.wave, shown.stage, shown.found)
elif shown.view in ("rating", "paused"):
    draw_prediction(shown)

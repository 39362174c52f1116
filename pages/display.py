"""Display: the projector's page of a wave; it follows the remote, and takes nothing but the team's prediction."""

import streamlit as st

from jtbd_core.errors import JtbdError
from jtbd_core.stage import MOST_PREDICTED
from jtbd_core.study import Outcome
from jtbd_core.wave import reported_study
from pages.components.links import code_card, public_address, qr
from pages.components.reveal import draw_reveal, large
from pages.components.scene import Scene, clock, draw_rings, draw_sign, scene
from pages.components.store import the_store
from pages.components.visitor import shared_wave
from pages.components.words import escaped, plural, show_error

PREDICTION = "prediction-{}"
SIGN_HEIGHT = 240

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
    if now.view == "lobby":
        draw_lobby(now)
    elif now.view == "rating":
        draw_rating(now)


def draw_lobby(now: Scene) -> None:
    """Draw the QR code, the join code as large as it, and how many have joined."""
    picture, letters, people = st.columns([5, 5, 3], gap="large", vertical_alignment="center")
    picture.image(
        qr(f"{public_address()}/r/{now.wave.rate_key}"), width="stretch", alt="QR code with the link of the form"
    )
    letters.image(code_card(now.wave.join_code), width="stretch", alt=f"Join code {now.wave.join_code}")
    with people:
        draw_sign(str(now.counts.progress.joined), "joined", height=SIGN_HEIGHT, key="joined")


def draw_rating(now: Scene) -> None:
    """Draw a ring per job step and dimension, and how long the rating has gone on."""
    progress = now.counts.progress
    title, counts = st.columns([3, 2], vertical_alignment="bottom")
    title.header(escaped(study.title), anchor=False)
    counts.subheader(f"{progress.finished} of {progress.joined} finished  ·  {now.minutes} min", anchor=False)
    draw_rings(now.counts)
    st.subheader(f"Still to join? {address}/join  ·  {now.wave.join_code[:3]} {now.wave.join_code[3:]}", anchor=False)


def draw_prediction(now: Scene) -> None:
    """Let the team say what it expects at the top, until the reveal."""
    lists = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    asked = {noun: outcomes for noun, outcomes in lists.items() if len(outcomes) > MOST_PREDICTED}
    if not asked:
        return
    done = f": {plural(len(now.stage.prediction), 'outcome')} expected" if now.stage.prediction else ""
    label = f"Before the reveal: what do we expect at the top?{done}"
    # In a form no choice draws the page anew, which would take the open list away from under the pointer.
    with st.expander(label, icon=":material/psychology:"), st.form("prediction", border=False):
        for noun, outcomes in asked.items():
            ask_prediction(noun, outcomes, now.stage.prediction)
        st.form_submit_button("Keep our prediction", type="primary", on_click=predict, args=(list(asked),))


def ask_prediction(noun: str, outcomes: tuple[Outcome, ...], before: tuple[str, ...]) -> None:
    """Draw the choice of up to five outcomes of one list."""
    statements = {one.id: one.statement for one in outcomes}
    st.multiselect(
        f"Our top {MOST_PREDICTED} {noun}",
        list(statements),
        [outcome for outcome in before if outcome in statements],
        format_func=statements.__getitem__,
        max_selections=MOST_PREDICTED,
        key=PREDICTION.format(noun),
    )


def predict(nouns: list[str]) -> None:
    """Keep the prediction, or say why not."""
    try:
        the_store().predict(wave_id, [one for noun in nouns for one in st.session_state[PREDICTION.format(noun)]])
    except JtbdError as error:
        show_error(error)


address = public_address().partition("//")[2]
if wave.is_trial:
    st.header(":orange[:material/science: Trial: these answers never count]", anchor=False)
if shown.view == "lobby":
    code = shown.wave.join_code
    st.title(f"{address}/join  ·  {code[:3]} {code[3:]}", anchor=False)
    st.header(escaped(study.title), anchor=False)
elif shown.view not in ("rating", "reveal"):
    st.title(escaped(study.title), anchor=False)
if shown.stage.frozen:
    people = plural(shown.counts.progress.rated, "person", "people")
    large(f":blue[:material/ac_unit: Frozen at {clock(shown.stage.frozen.at)}, with answers of {people}.]")
if shown.view == "closed":
    st.header("This round is closed. Thank you for your answers.", anchor=False)
elif shown.view == "paused":
    st.header("The facilitator has paused the round. Your answers are safe.", anchor=False)
follow()
if shown.view == "reveal" and shown.found:
    draw_reveal(study, shown.wave, shown.stage, shown.found)
elif shown.view in ("rating", "paused"):
    draw_prediction(shown)

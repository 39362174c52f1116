"""The team's prediction of the top outcomes, asked for before the reveal."""

import streamlit as st

from jtbd_core.study import Outcome, Study
from jtbd_core.wave import Wave
from jtbd_core.wave.stage import MOST_PREDICTED, Stage
from pages.components.my_store import my_store
from pages.components.permission import do
from pages.components.plural import plural

PREDICTION = "prediction-{}"


def draw_prediction(study: Study, wave: Wave, stage: Stage) -> None:
    """Draw the form in which the team predicts the top of each list that is longer than the prediction."""
    lists = {"success outcomes": study.success_outcomes, "key outcomes": study.key_outcomes}
    asked = {noun: outcomes for noun, outcomes in lists.items() if len(outcomes) > MOST_PREDICTED}
    if not asked:
        return
    done = f" {plural(len(stage.prediction), 'outcome')} expected" if stage.prediction else ""
    label = f"Before the reveal: what do we expect at the top?{done}"
    # A form defers the rerun to its button: a rerun at each choice would close the open list under the pointer.
    with st.expander(label, icon=":material/psychology:"), st.form("prediction", border=False):
        for noun, outcomes in asked.items():
            _ask(noun, outcomes, stage.prediction)
        st.form_submit_button("Save our prediction", type="primary", on_click=do, args=(_predict, wave.id, list(asked)))


def _ask(noun: str, outcomes: tuple[Outcome, ...], before: tuple[str, ...]) -> None:
    """Draw the choice of up to `MOST_PREDICTED` outcomes of one list."""
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


def _predict(wave_id: str, nouns: list[str]) -> None:
    """Save the prediction."""
    my_store().predict(wave_id, [one for noun in nouns for one in st.session_state[PREDICTION.format(noun)]])

"""Which rounds the results show, and what they leave out."""

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from tests.pages.conftest import Visit
from tests.pages.words import text

STUDY = demo_study()


def test_a_trial_is_no_round_of_the_results(visit: Visit, facilitate: Visit, store: Store, study_id: str) -> None:
    """Stakeholders do not see it; the facilitator finds it under its name."""
    store.open_trial(study_id)
    assert "as soon as a round is open" in text(visit("results.py", key=store.study(study_id).results_key))
    rounds = next(box for box in facilitate("results.py", study=study_id).selectbox if box.label == "Round")
    assert rounds.options == ["Trial · does not count"]


def test_an_archived_round_is_out_of_shared_results(
    visit: Visit, facilitate: Visit, store: Store, study_id: str
) -> None:
    """Stakeholders see the fresh round alone; the facilitator can look at the archived one by its name."""
    wave = store.import_wave(study_id, *demo_answers(STUDY), status="open")
    store.restart(wave.id)
    key = store.study(study_id).results_key
    assert "So far: 0" in text(visit("results.py", key=key, round="1"))
    page = facilitate("results.py", study=study_id, round="1")
    rounds = next(box for box in page.selectbox if box.label == "Round")
    assert (rounds.value, rounds.options[1]) == ("1", "Round 1 · archived")
    assert "240 people rated" in text(page)

"""Rounds that do not count, in the room and in the results."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers, demo_study
from tests.pages.conftest import Visit
from tests.pages.words import press, text

STUDY = demo_study()


@pytest.fixture
def study_id(store: Store) -> str:
    """Give the id of a draft that can be launched."""
    return store.add_study(STUDY).id


def test_a_draft_is_tried_and_wiped(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click starts a trial with a link of its own, another wipes it; the draft stays one."""
    page = press(facilitate("room.py", study=study_id), "Start a trial")
    trial = store.trial(study_id)
    assert trial is not None
    assert f"/r/{trial.rate_key}" in text(page)
    assert store.study(study_id).status == "draft"
    press(page, "End the trial and wipe its answers")
    assert store.trial(study_id) is None


def test_a_trial_is_no_round_of_the_results(visit: Visit, facilitate: Visit, store: Store, study_id: str) -> None:
    """Stakeholders do not see it; the facilitator finds it under its name."""
    store.open_trial(study_id)
    assert "as soon as a round is open" in text(visit("results.py", key=store.study(study_id).results_key))
    rounds = next(box for box in facilitate("results.py", study=study_id).selectbox if box.label == "Round")
    assert rounds.options == ["Trial · does not count"]


def test_a_round_is_archived_and_restarted(facilitate: Visit, store: Store, study_id: str) -> None:
    """One click closes the round, keeps it apart and opens the next; another takes it back."""
    wave = store.import_wave(study_id, *demo_answers(STUDY), status="open")
    page = press(facilitate("room.py", study=study_id), "Archive and open a fresh round")
    assert [(one.number, one.status, one.is_archived) for one in store.waves(study_id)] == [
        (2, "open", False),
        (1, "closed", True),
    ]
    assert "Round 2" in text(page)
    assert "240 people rated" in text(page)
    assert "0 people rated in round 2" in text(facilitate())
    press(page, "Take back")
    assert not store.wave(wave.id).is_archived


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

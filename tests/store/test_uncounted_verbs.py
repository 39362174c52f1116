"""Waves that do not count: a trial, and those that went wrong."""

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused, WaveClosed
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave, asked_study
from tests.store.studies import PARCEL

TOKEN = "t" * 22
RATED = Answers(ratings=(Rating(outcome="on-time", importance=5, experience=2),))


def test_a_trial_launches_nothing(store: Store) -> None:
    """A draft with a trial stays a draft without rounds, and its first round has the number 1."""
    record = store.add_study(PARCEL)
    trial = store.open_trial(record.id)
    assert (trial.is_trial, trial.number, trial.status) == (True, 0, "open")
    assert store.study(record.id).status == "draft"
    assert store.waves(record.id) == []
    assert store.open_wave(record.id).number == 1


def test_a_trial_goes_on_beside_a_round(store: Store, wave: Wave) -> None:
    """There is one trial at most, and it takes answers of its own."""
    trial = store.open_trial(wave.study_id)
    assert store.open_trial(wave.study_id) == store.trial(wave.study_id) == trial
    store.save(trial.id, TOKEN, RATED)
    assert store.progress(trial.id).rated == 1
    assert store.progress(wave.id).rated == 0


def test_a_trial_follows_the_draft(store: Store) -> None:
    """What is changed in the draft is tried at once."""
    record = store.add_study(PARCEL)
    trial = store.open_trial(record.id)
    saved = store.save_study(record.id, replace(PARCEL, outcomes=PARCEL.outcomes[1:]), record.revision)
    assert asked_study(saved.study, trial) == saved.study
    with pytest.raises(Refused, match="no outcome"):
        store.save(trial.id, TOKEN, Answers(ratings=(Rating(outcome="time", experience=2),)))


def test_a_wiped_trial_leaves_nothing(store: Store, wave: Wave) -> None:
    """Its answers and links are gone, those of the round stay, and a new trial can begin."""
    trial = store.open_trial(wave.study_id)
    store.save(trial.id, TOKEN, RATED)
    store.save(wave.id, "u" * 22, RATED)
    store.wipe_trial(wave.study_id)
    store.wipe_trial(wave.study_id)
    assert store.trial(wave.study_id) is None
    assert (store.version(trial.id).rows, store.version(wave.id).rows) == (0, 1)
    with pytest.raises(NotFound):
        store.wave_by_key("rate", trial.rate_key)
    assert store.open_trial(wave.study_id).rate_key != trial.rate_key


def test_a_study_without_outcomes_cannot_be_tried(store: Store) -> None:
    """A trial needs what a round needs."""
    with pytest.raises(Refused, match="at least one outcome"):
        store.open_trial(store.add_study(Study(title="Empty", job="Do nothing")).id)


def test_a_round_that_went_wrong_makes_way_for_a_fresh_one(store: Store, wave: Wave) -> None:
    """It is closed and archived with its answers, and the next number opens."""
    store.save(wave.id, TOKEN, RATED)
    fresh = store.restart(wave.id)
    assert [(one.number, one.status, one.is_archived) for one in store.waves(wave.study_id)] == [
        (2, "open", False),
        (1, "closed", True),
    ]
    assert fresh.rate_key != wave.rate_key
    with pytest.raises(WaveClosed):
        store.save(wave.id, TOKEN, RATED)
    assert len(store.ratings(wave.id)) == 1


def test_a_round_is_restarted_once(store: Store, wave: Wave) -> None:
    """A second press, before the first one is seen, opens no second round."""
    store.restart(wave.id)
    with pytest.raises(Refused, match="archived already"):
        store.restart(wave.id)
    assert [one.number for one in store.waves(wave.study_id)] == [2, 1]


def test_an_archived_round_can_be_taken_back(store: Store, wave: Wave) -> None:
    """Taken back it is closed like any other."""
    store.restart(wave.id)
    taken_back = store.archive_wave(wave.id, is_archived=False)
    assert (taken_back.is_archived, taken_back.status) == (False, "closed")


def test_a_round_that_takes_answers_is_not_archived(store: Store, wave: Wave) -> None:
    """It is closed first."""
    with pytest.raises(Refused, match="close it first"):
        store.archive_wave(wave.id)


def test_a_trial_is_wiped_not_restarted(store: Store) -> None:
    """A restarted trial would launch the study."""
    record = store.add_study(PARCEL)
    with pytest.raises(Refused, match="trial"):
        store.restart(store.open_trial(record.id).id)
    assert store.study(record.id).status == "draft"

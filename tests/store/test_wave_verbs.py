"""The verbs of waves: opened, found, paused, closed and revealed, and what tells how far a wave is."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Progress, Rating, Wave
from tests.store.studies import ANNA, BERT, rated

RATED = rated("time", 5, 2)


def test_a_study_without_outcomes_cannot_be_launched(store: Store) -> None:
    """Launching says what is missing and leaves the draft a draft."""
    record = store.add_study(Study(title="Empty", job="Do nothing"))
    with pytest.raises(Refused, match="at least one outcome"):
        store.open_wave(record.id)
    assert store.study(record.id).status == "draft"


def test_a_study_has_one_wave_at_a_time_by_default(store: Store, wave: Wave) -> None:
    """A second wave waits until the first is closed, and then counts on."""
    with pytest.raises(Refused, match="still going on"):
        store.open_wave(wave.study_id)
    store.set_status(wave.id, "closed")
    assert store.open_wave(wave.study_id).number == 2
    assert [one.number for one in store.waves(wave.study_id)] == [2, 1]


def test_two_waves_take_answers_at_once_where_that_is_meant(store: Store, wave: Wave) -> None:
    """Each has its own answers; a third is refused, and a correction reaches both."""
    other = store.open_wave(wave.study_id, is_beside=True)
    store.save(wave.id, ANNA, RATED)
    store.save(other.id, BERT, RATED)
    assert [store.progress(one.id).rated for one in (wave, other)] == [1, 1]
    with pytest.raises(Refused, match="2 rounds of this study are still going on"):
        store.open_wave(wave.study_id, is_beside=True)
    store.set_status(other.id, "closed")
    store.correct(wave.study_id, "title", "Other")
    assert store.amendments(wave.study_id)[0].since == wave.number


def test_a_wave_that_went_wrong_restarts_beside_another(store: Store, wave: Wave) -> None:
    """The fresh one takes its place; the other goes on."""
    other = store.open_wave(wave.study_id, is_beside=True)
    assert store.restart(wave.id).number == 3
    assert [one.status for one in store.waves(wave.study_id)] == ["open", other.status, "closed"]


def test_a_wave_has_a_name_if_it_is_given_one(store: Store, wave: Wave) -> None:
    """The name is kept without blanks around it, can be taken away, and is one line of ordinary length."""
    assert wave.name == ""
    assert store.name_wave(wave.id, " Before the new app ") == store.wave(wave.id)
    assert store.wave(wave.id).name == "Before the new app"
    for name in ("two\nlines", "n" * 41):
        with pytest.raises(Refused, match="one line"):
            store.name_wave(wave.id, name)
    assert store.name_wave(wave.id, "").name == ""


def test_each_key_opens_its_own_wave_only(store: Store, wave: Wave) -> None:
    """The rate key, the display key and the join code each open the wave in their own role, and no other."""
    assert store.wave_by_key("rate", wave.rate_key) == wave
    assert store.wave_by_key("display", wave.display_key) == wave
    assert store.wave_by_key("join", wave.join_code) == wave
    for role, key in (("rate", wave.display_key), ("display", wave.rate_key), ("join", wave.rate_key)):
        with pytest.raises(NotFound):
            store.wave_by_key(role, key)  # type: ignore[arg-type]


def test_a_join_code_ends_with_its_wave(store: Store, wave: Wave) -> None:
    """A closed wave is no longer found by its join code."""
    store.set_status(wave.id, "closed")
    with pytest.raises(NotFound):
        store.wave_by_key("join", wave.join_code)


def test_a_wave_pauses_goes_on_and_closes_for_good(store: Store, wave: Wave) -> None:
    """A wave can be paused and reopened; once closed it stays closed and says when."""
    assert store.set_status(wave.id, "paused").status == "paused"
    assert store.set_status(wave.id, "open").status == "open"
    assert store.set_status(wave.id, "closed").closed_at is not None
    with pytest.raises(Refused, match="closed"):
        store.set_status(wave.id, "open")


def test_a_wave_is_not_revealed_until_somebody_does_so(store: Store, wave: Wave) -> None:
    """The moment of the reveal is kept with the wave, however it is found, and nothing else changes."""
    assert wave.revealed_at is None
    revealed = store.reveal(wave.id)
    assert revealed.revealed_at is not None
    assert store.wave_by_key("rate", wave.rate_key) == store.waves(wave.study_id)[0] == revealed
    assert (revealed.status, revealed.limits) == (wave.status, wave.limits)


def test_revealing_again_moves_the_moment(store: Store, wave: Wave) -> None:
    """A second reveal is harmless and lets later answers be seen too."""
    first = store.reveal(wave.id).revealed_at
    store.save(wave.id, "a" * 22, RATED)
    again = store.reveal(wave.id).revealed_at
    assert first is not None
    assert again is not None
    assert first < again


@pytest.mark.parametrize("status", ["paused", "closed"])
def test_a_wave_of_any_status_can_be_revealed(store: Store, wave: Wave, status: str) -> None:
    """A reveal neither opens nor closes a wave."""
    store.set_status(wave.id, status)  # type: ignore[arg-type]
    revealed = store.reveal(wave.id)
    assert (revealed.revealed_at is not None, revealed.status) == (True, status)


def test_a_wave_that_is_not_there_cannot_be_revealed(store: Store) -> None:
    """An unknown wave is refused."""
    with pytest.raises(NotFound):
        store.reveal("nothing")


def test_the_version_moves_with_a_reveal_and_with_closing(store: Store, wave: Wave) -> None:
    """Who watches a wave notices that more may be shown, though no answer came in."""
    store.save(wave.id, "a" * 22, RATED)
    seen = [store.version(wave.id)]
    store.reveal(wave.id)
    seen.append(store.version(wave.id))
    store.set_status(wave.id, "closed")
    seen.append(store.version(wave.id))
    assert len(set(seen)) == 3


def test_the_version_moves_with_every_save_and_deletion(store: Store, wave: Wave) -> None:
    """The version signal differs after each change of the log and is still otherwise."""
    seen = [store.version(wave.id)]
    store.save(wave.id, ANNA, rated("time", 1, 1))
    seen.append(store.version(wave.id))
    store.save(wave.id, ANNA, rated("time", 1, 1))
    seen.append(store.version(wave.id))
    store.delete_response(store.response(ANNA).id)
    seen.append(store.version(wave.id))
    assert len(set(seen[:3])) == 3
    assert seen[3] not in seen[1:3]
    assert store.version(wave.id) == seen[3]


def test_progress_tells_joined_rated_and_finished_apart(store: Store, wave: Wave) -> None:
    """Who only answered the profile has joined; who rated has rated; who went to the end has finished."""
    store.save(wave.id, ANNA, Answers(profile={"haste": "low"}))
    store.save(wave.id, BERT, rated("time", 5, 5))
    store.save(wave.id, "c" * 22, Answers(ratings=(Rating(outcome="time", experience=1),), is_finished=True))
    assert store.progress(wave.id) == Progress(joined=3, rated=2, finished=1)

"""Studies and waves, as the store keeps them."""

from collections.abc import Callable

import msgspec
import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused, StudyChanged, StudyFrozen
from jtbd_core.study import Study
from jtbd_core.wave import Answers, Rating, Wave
from tests.store.studies import PARCEL


def test_a_study_comes_back_as_it_was_kept(store: Store) -> None:
    """A study is read back equal, as a draft of revision 1."""
    record = store.add_study(PARCEL)
    assert store.study(record.id) == record
    assert (record.study, record.status, record.revision) == (PARCEL, "draft", 1)


def test_a_saved_draft_replaces_the_one_before(store: Store) -> None:
    """A draft changes, counts its revisions, and moves to the front of the list."""
    first, _ = store.add_study(PARCEL), store.add_study(PARCEL)
    renamed = msgspec.structs.replace(PARCEL, title="Renamed")
    saved = store.save_study(first.id, renamed, first.revision)
    assert (saved.study, saved.revision) == (renamed, 2)
    assert store.studies()[0] == saved


def test_a_draft_changed_elsewhere_is_not_overwritten(store: Store) -> None:
    """The second of two people who started from the same revision is refused; the first one's work stays."""
    record = store.add_study(PARCEL)
    mine = store.save_study(record.id, msgspec.structs.replace(PARCEL, title="Mine"), record.revision)
    with pytest.raises(StudyChanged, match="another window"):
        store.save_study(record.id, msgspec.structs.replace(PARCEL, title="Yours"), record.revision)
    assert store.study(record.id) == mine


def test_opening_a_wave_freezes_the_study(store: Store, wave: Wave) -> None:
    """A launched study refuses every change."""
    record = store.study(wave.study_id)
    assert record.status == "launched"
    with pytest.raises(StudyFrozen, match="launched"):
        store.save_study(record.id, PARCEL, record.revision)


def test_a_study_without_outcomes_cannot_be_launched(store: Store) -> None:
    """Launching says what is missing and leaves the draft a draft."""
    record = store.add_study(Study(title="Empty", job="Do nothing"))
    with pytest.raises(Refused, match="at least one outcome"):
        store.open_wave(record.id)
    assert store.study(record.id).status == "draft"


def test_a_study_has_one_wave_at_a_time(store: Store, wave: Wave) -> None:
    """A second wave waits until the first is closed, and then counts on."""
    with pytest.raises(Refused, match="still going on"):
        store.open_wave(wave.study_id)
    store.set_status(wave.id, "closed")
    assert store.open_wave(wave.study_id).number == 2
    assert [one.number for one in store.waves(wave.study_id)] == [2, 1]


def test_each_key_opens_its_own_wave_only(store: Store, wave: Wave) -> None:
    """The rate key, the display key and the join code each open the wave in their own role, and no other."""
    assert store.wave_by_key("rate", wave.rate_key) == wave
    assert store.wave_by_key("display", wave.display_key) == wave
    assert store.wave_by_key("join", wave.join_code) == wave
    for role, key in (("rate", wave.display_key), ("display", wave.rate_key), ("join", wave.rate_key)):
        with pytest.raises(NotFound):
            store.wave_by_key(role, key)  # type: ignore[arg-type]


def test_the_results_key_opens_the_study(store: Store, wave: Wave) -> None:
    """The results key of a study opens it, and a wave's key does not."""
    record = store.study(wave.study_id)
    assert store.study_by_results_key(record.results_key) == record
    with pytest.raises(NotFound):
        store.study_by_results_key(wave.rate_key)


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


def test_a_deleted_study_takes_its_answers_with_it(store: Store, wave: Wave) -> None:
    """Nothing of a deleted study is left."""
    store.save(wave.id, "t" * 22, Answers(ratings=(Rating(outcome="time", experience=3),)))
    store.delete_study(wave.study_id)
    assert store.studies() == []
    assert store.version(wave.id).rows == 0
    for ask in (
        lambda: store.study(wave.study_id),
        lambda: store.wave(wave.id),
        lambda: store.response("t" * 22),
    ):
        with pytest.raises(NotFound):
            ask()


def test_the_secret_of_a_database_stays(opened: Callable[[], Store]) -> None:
    """The secret is random, and the same after reopening."""
    store = opened()
    secret = store.secret()
    store.close()
    assert len(secret) >= 40
    assert opened().secret() == secret


def test_a_sign_in_that_ended_stays_so(opened: Callable[[], Store]) -> None:
    """It is over however often it is ended, also after reopening; another goes on."""
    store = opened()
    store.sign_out("laptop")
    store.sign_out("laptop")
    store.close()
    assert [opened().is_signed_out(sign_in) for sign_in in ("laptop", "phone")] == [True, False]

"""Value targets: set from a round, changed, listed and deleted."""

from datetime import date

import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound, Refused
from jtbd_core.wave import Wave
from jtbd_core.wave.target import Aim

AIM = Aim(outcomes=("on-time", "time"), at_most=40, owner="Ann", due=date(2026, 3, 31), text="Two couriers more")


def test_a_target_is_kept_as_it_was_set(store: Store, wave: Wave) -> None:
    """It belongs to the round whose results it was set from, and is listed with those of other rounds, oldest first."""
    first = store.add_target(wave.id, replace(AIM, owner=" Ann "))
    other = store.open_wave(wave.study_id, is_beside=True)
    second = store.add_target(other.id, replace(AIM, at_most=0, text=""))
    assert (first.aim, first.wave_id, second.wave_id) == (AIM, wave.id, other.id)
    assert store.targets(wave.study_id) == [first, second]


def test_a_target_is_changed_and_deleted(store: Store, wave: Wave) -> None:
    """What it aims at is replaced; deleting it twice is harmless, and what is gone cannot be changed."""
    target = store.add_target(wave.id, AIM)
    other = replace(AIM, at_most=30, due=date(2026, 6, 30))
    assert store.change_target(target.id, other).aim == store.targets(wave.study_id)[0].aim == other
    for _ in range(2):
        store.delete_target(target.id)
    assert store.targets(wave.study_id) == []
    with pytest.raises(NotFound, match="deleted"):
        store.change_target(target.id, AIM)


def test_a_target_is_about_outcomes_of_its_study(store: Store, wave: Wave) -> None:
    """An unknown outcome is refused, in a new target and in a changed one."""
    unknown = replace(AIM, outcomes=("nothing",))
    target = store.add_target(wave.id, AIM)
    for keep in (lambda: store.add_target(wave.id, unknown), lambda: store.change_target(target.id, unknown)):
        with pytest.raises(Refused, match="no outcome"):
            keep()
    assert store.targets(wave.study_id) == [target]


def test_a_deleted_study_takes_its_targets_with_it(store: Store, wave: Wave) -> None:
    """Nothing of them is left."""
    store.add_target(wave.id, AIM)
    store.delete_study(wave.study_id)
    assert store.targets(wave.study_id) == []

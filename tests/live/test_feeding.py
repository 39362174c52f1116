"""What the worker holds of a wave: fed with what is new it is what all that is stored would make it."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.live.sharing import Request, share
from jtbd_core.live.worker import worker
from jtbd_core.study.scale import TEN, Importance
from jtbd_core.wave import Answers, Group, Rating, Wave, reported_study
from jtbd_core.wave.ledger import EVERYBODY
from jtbd_core.wave.log_part import LogPart
from tests.store.conftest import address, opened, store, wave
from tests.store.studies import PARCEL, all_shared, rated

__all__ = ["address", "opened", "store", "wave"]

COURIER = Group("solution", "courier")


class Watched:
    """A store that notes how many rows of a log were read."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.rows = 0

    def __getattr__(self, name: str) -> object:
        """Return whatever else the store has."""
        return getattr(self._store, name)

    def log_parts(self, wave_id: str, after: int) -> Iterator[LogPart]:
        """Yield the rows of the log after one."""
        for part in self._store.log_parts(wave_id, after):
            self.rows += len(part.rows["seq"])
            yield part


def shown(store: Store, wave_id: str) -> list[tuple[pd.DataFrame, object]]:
    """Return what is shown of everybody and of a group: whose answers, and how many people."""
    looked = []
    for group in (EVERYBODY, COURIER):
        found = share(store, PARCEL, store.wave(wave_id), Request(group), all_shared)
        ratings = found.ratings.sort_values(["respondent", "outcome"], ignore_index=True)
        looked.append((ratings, (found.people, found.many)))
    return looked


def assert_same(one: list[tuple[pd.DataFrame, object]], other: list[tuple[pd.DataFrame, object]]) -> None:
    """Hold what is shown by one way against what is by another."""
    for (ratings, people), (others, other_people) in zip(one, other, strict=True):
        pd.testing.assert_frame_equal(ratings, others)
        assert people == other_people


def answer(store: Store, wave: Wave, random: np.random.Generator, clock: int) -> None:
    """Let somebody answer an outcome or several, anew too, or late, or by halves."""
    ratings = [
        Rating(
            outcome=str(outcome),
            importance=int(random.integers(1, 6)) if random.random() < 0.9 else None,
            experience=int(random.integers(1, 6)) if random.random() < 0.9 else None,
            tapped=clock - int(random.integers(0, 40)) * bool(random.random() < 0.3),
        )
        for outcome in random.choice([one.id for one in PARCEL.outcomes], 2, replace=False)
    ]
    said = {"solution": str(random.choice(["post", "courier"]))}
    store.save(wave.id, f"{random.integers(30):022}", Answers(ratings=tuple(ratings), profile=said))


def test_what_is_new_makes_of_it_what_everything_does(store: Store, wave: Wave) -> None:
    """Fed look by look it shows what all rows at once do, over changes, deletions, a reveal, the end and a restart."""
    random = np.random.default_rng(3)
    for step in range(8):
        for turn in range(9):
            answer(store, wave, random, 1000 * step + 10 * turn)
        fed, ledger = shown(store, wave.id), store.ledger(wave.id)
        assert_same(shown(Watched(store), wave.id), fed)  # of another store nothing is held yet
        assert store.ledger(wave.id) == ledger
        if step == 3:
            store.reveal(wave.id)
        if step in (4, 6):
            store.delete_response(str(fed[0][0]["respondent"].iloc[0]))
    store.set_status(wave.id, "closed")
    fed = shown(store, wave.id)
    worker.stop()
    assert_same(shown(store, wave.id), fed)
    assert all(len(ratings) for ratings, _ in fed)


def test_only_what_is_new_is_read(store: Store, wave: Wave) -> None:
    """Of a log that grew by a row one is read; after a deletion all of it."""
    watched, read = Watched(store), []
    for person in range(8):
        store.save(wave.id, f"{person:022}", rated("time", 5, 2))
        if person > 5:
            shown(watched, wave.id)
            read.append(watched.rows)
    store.delete_response(store.response(f"{0:022}").id)
    shown(watched, wave.id)
    assert [*read, watched.rows] == [7, 8, 16]


def test_who_leaves_and_comes_back_is_nowhere_they_were(store: Store, wave: Wave) -> None:
    """Who only said something of themselves, left, and answers with the same link after the reveal joins no group."""
    random = np.random.default_rng(5)
    for turn in range(40):
        answer(store, wave, random, turn)
    store.save(wave.id, "z" * 22, Answers(profile={"solution": "courier"}))
    store.reveal(wave.id)
    before = shown(store, wave.id)[1]
    store.delete_response(store.response("z" * 22).id)
    everything = tuple(Rating(outcome=one.id, importance=5, experience=2) for one in PARCEL.outcomes)
    store.save(wave.id, "z" * 22, Answers(profile={"solution": "courier"}, ratings=everything))
    assert_same([shown(store, wave.id)[1]], [before])
    assert len(before[0])


def test_what_a_part_of_the_study_lacks_is_held_by_its_scales(store: Store) -> None:
    """Four go from 9 to 8 of 10 and stay important, one does not: though the outcome is retired, nobody is told."""
    settings = replace(PARCEL.settings, importance=Importance(points=TEN, cut=8))
    study = replace(PARCEL, settings=settings)
    wave = store.open_wave(store.add_study(study).id)
    for person in range(20):
        store.save(wave.id, f"{person:022}", rated("on-time", 9, 2))
    store.retire(wave.study_id, "on-time")  # the wave that is open goes on asking it
    before = _revealed(store, wave)
    for person in range(5):
        store.save(wave.id, f"{person:022}", rated("on-time", 8 if person else 7, 2))
    after = _revealed(store, wave)
    assert len(before) == 20
    assert after["importance"].ge(8).all()


def _revealed(store: Store, wave: Wave) -> pd.DataFrame:
    """Reveal a wave, and return what is shown then to whoever looks without what is retired."""
    wave = store.reveal(wave.id)
    study = reported_study(store.study(wave.study_id).study, wave)
    return share(store, study, wave, Request(), all_shared).ratings

"""What may be shared of a wave: stepped while it goes on, and written down before anybody sees it."""

import pandas as pd
import pytest

from jtbd_core.contract import Store
from jtbd_core.live.sharing import Request, share
from jtbd_core.privacy import Occasion, next_releases
from jtbd_core.wave import Answers, Group, Rating, Wave
from jtbd_core.wave.ledger import EVERYBODY, LedgerPart, Sizes
from tests.privacy.saved import saves_by_outcome
from tests.store.studies import PARCEL, all_shared, shared

COURIER = Group("solution", "courier")


class Leaving:
    """A store in which somebody deletes their answers just after the ledger was read."""

    def __init__(self, store: Store, response_id: str) -> None:
        self._store = store
        self._leaving = [response_id]

    def __getattr__(self, name: str) -> object:
        """Return whatever else the store has."""
        return getattr(self._store, name)

    def ledger_part(self, wave_id: str, after: int, known: Sizes) -> LedgerPart:
        """Return the ledger as it was before the deletion."""
        found = self._store.ledger_part(wave_id, after, known)
        if self._leaving:
            self._store.delete_response(self._leaving.pop())
        return found


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave of a small study."""
    return store.open_wave(store.add_study(PARCEL).id)


def let_rate(store: Store, wave: Wave, people: range, outcome: str = "time", solution: str = "post") -> None:
    """Let people rate one outcome, one after another."""
    rating = Answers(profile={"solution": solution}, ratings=(Rating(outcome=outcome, importance=5, experience=2),))
    for number in people:
        store.save(wave.id, f"{number:022}", rating)


def people(store: Store, wave: Wave, group: Group = EVERYBODY) -> int:
    """Return how many people's answers may be shared."""
    return len(shared(store, wave.id, Request(group)).ratings)


def test_an_open_wave_moves_in_steps(store: Store, wave: Wave) -> None:
    """What was looked at stays until five more have answered; the exports are not stepped."""
    let_rate(store, wave, range(7))
    assert people(store, wave) == 7
    let_rate(store, wave, range(7, 11))
    assert (people(store, wave), len(store.ratings(wave.id))) == (7, 11)
    let_rate(store, wave, range(11, 12))
    assert people(store, wave) == 12


def test_steps_outlast_a_restart(store: Store, wave: Wave) -> None:
    """The ledger has what was shared, whoever looks next."""
    let_rate(store, wave, range(7))
    before = shared(store, wave.id).ratings
    let_rate(store, wave, range(7, 11))
    assert [one.until for one in store.ledger(wave.id).releases] == [7]
    pd.testing.assert_frame_equal(shared(store, wave.id).ratings, before)


def test_a_deletion_does_not_move_the_steps(store: Store, wave: Wave) -> None:
    """Who notes the figures, deletes an early answer and notes them again learns of nobody: the whole step goes."""
    let_rate(store, wave, range(6))
    let_rate(store, wave, range(6, 11))
    assert people(store, wave) == 11
    let_rate(store, wave, range(11, 14))
    store.delete_response(store.response(f"{2:022}").id)
    assert people(store, wave) == 6


def test_groups_move_on_a_reveal(store: Store, wave: Wave) -> None:
    """Groups are shown as they were at the last reveal, and again at the end of the wave."""
    let_rate(store, wave, range(7), solution="courier")
    let_rate(store, wave, range(7, 14))
    assert people(store, wave, COURIER) == 0
    store.reveal(wave.id)
    assert people(store, wave, COURIER) == 7
    let_rate(store, wave, range(14, 20), solution="courier")
    assert people(store, wave, COURIER) == 7
    store.set_status(wave.id, "closed")
    assert people(store, wave, COURIER) == 13


def test_up_to_four_last_answers_stay_out_at_the_end(store: Store, wave: Wave) -> None:
    """The end of a wave that was followed live is a step like any other."""
    let_rate(store, wave, range(7))
    assert people(store, wave) == 7
    let_rate(store, wave, range(7, 11))
    store.set_status(wave.id, "closed")
    assert people(store, wave) == 7


def test_a_wave_that_waits_shares_everything_at_its_reveal(store: Store) -> None:
    """Nothing is shared before, and then all answers count."""
    wave = store.open_wave(store.add_study(PARCEL).id, waits_for_reveal=True)
    let_rate(store, wave, range(8))
    assert people(store, wave) == 0
    store.reveal(wave.id)
    assert people(store, wave) == 8


def test_imported_answers_are_shared_at_once(store: Store) -> None:
    """Nobody could watch them come in, so that all of them, and their groups, may be shown."""
    record = store.add_study(PARCEL)
    ratings = pd.DataFrame({"respondent": list("abcdefg"), "outcome": "time", "importance": 5.0, "experience": 2.0})
    profiles = {name: {"solution": "courier"} for name in "abcdefg"}
    wave = store.import_wave(record.id, ratings.assign(not_applicable=False), profiles, status="open")
    assert (people(store, wave), people(store, wave, COURIER)) == (7, 7)
    assert store.wave(wave.id).revealed_at is None


def test_what_is_shared_has_the_columns_of_ratings(store: Store, wave: Wave) -> None:
    """Scores are made of either in the same way, also when nothing is there; who said *does not apply* is not told."""
    assert [*shared(store, wave.id).ratings, "not_applicable"] == list(store.ratings(wave.id))
    let_rate(store, wave, range(5))
    rated = store.ratings(wave.id).drop(columns="not_applicable")
    assert shared(store, wave.id).ratings.dtypes.to_dict() == rated.dtypes.to_dict()


def test_a_deletion_leaves_a_frozen_display_with_others(store: Store, wave: Wave) -> None:
    """Nobody need look at anything else: it is written down that the one is withheld, with four others."""
    let_rate(store, wave, range(15))
    assert people(store, wave) == 15
    frozen = Request(until=store.version(wave.id).last)
    let_rate(store, wave, range(15, 20))
    before = store.ledger(wave.id)
    assert len(shared(store, wave.id, frozen).ratings) == 15
    assert store.ledger(wave.id) == before
    store.delete_response(store.response(f"{2:022}").id)
    assert len(shared(store, wave.id, frozen).ratings) == 10
    assert store.ledger(wave.id).releases[-1].without
    assert len(shared(store, wave.id, frozen).ratings) == 10


def test_a_deletion_during_the_first_release_is_withheld_at_the_next(store: Store, wave: Wave) -> None:
    """What was read before the deletion may be released once more; then the one goes with four others."""
    let_rate(store, wave, range(12))
    before, log = store.ledger(wave.id), store.log(wave.id, store.version(wave.id).last)
    more = next_releases(saves_by_outcome(log), before, store.profiles(wave.id), (), Occasion("", is_moving=True))
    store.delete_response(store.response(f"{2:022}").id)
    assert store.add_releases(wave.id, before.number, more)
    assert people(store, wave) == 7


def test_nobody_leaves_a_group_alone_while_it_is_looked_at(store: Store, wave: Wave) -> None:
    """A deletion between the reading of the ledger and of the log hides the groups at once, as any other."""
    let_rate(store, wave, range(12), solution="courier")
    let_rate(store, wave, range(12, 24))
    store.reveal(wave.id)
    assert people(store, wave, COURIER) == 12
    meanwhile = Leaving(store, store.response(f"{2:022}").id)
    left = len(share(meanwhile, PARCEL, store.wave(wave.id), Request(COURIER), all_shared).ratings)
    assert left == people(store, wave, COURIER) == 0

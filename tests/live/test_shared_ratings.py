"""The ratings of a wave that may be shared: stepped while it goes on, all of them on a reveal and once it is closed."""

from itertools import combinations

import pandas as pd
import pytest

from jtbd_core.contract import Store
from jtbd_core.live.shared_ratings import group_source, shared_ratings
from jtbd_core.privacy import group_ratings
from jtbd_core.wave import Answers, Group, Rating, Wave
from tests.store.studies import PARCEL


@pytest.fixture
def wave(store: Store) -> Wave:
    """Give an open wave of a small study."""
    return store.open_wave(store.add_study(PARCEL).id)


def everybody(store: Store, wave: Wave) -> pd.DataFrame:
    """Return the ratings of everybody that may be shared now."""
    return shared_ratings(store, PARCEL, wave.id, store.version(wave.id))


def grouped(store: Store, wave: Wave) -> pd.DataFrame:
    """Return the ratings from which groups are taken now."""
    return group_source(store, wave.id, store.version(wave.id))


def let_rate(store: Store, wave: Wave, people: range, outcome: str = "time", solution: str = "post") -> None:
    """Let people rate one outcome, one after another."""
    rating = Answers(profile={"solution": solution}, ratings=(Rating(outcome=outcome, importance=5, experience=2),))
    for number in people:
        store.save(wave.id, f"{number:022}", rating)


def test_an_open_wave_shows_its_answers_in_steps(store: Store, wave: Wave) -> None:
    """Seven people count as five until there are ten; the exports are not stepped."""
    let_rate(store, wave, range(7))
    assert len(everybody(store, wave)) == 5
    assert len(store.ratings(wave.id)) == 7
    let_rate(store, wave, range(7, 10))
    assert len(everybody(store, wave)) == 10


def shown_people(store: Store, wave: Wave) -> tuple[frozenset[str], frozenset[str]]:
    """Return whose answers a viewer sees as everybody's, and as those of the couriers' customers."""
    ratings, profiles = grouped(store, wave), store.profiles(wave.id)
    couriers = group_ratings(PARCEL, ratings, profiles, Group("solution", "courier"))
    return frozenset(everybody(store, wave)["respondent"]), frozenset(couriers["respondent"])


def test_everybody_beside_a_group_over_time_isolates_nobody(store: Store, wave: Wave) -> None:
    """What was added to everybody and what was added to a group never differ by fewer than five people.

    Were the group to move as soon as five of its own people answered, it would gain persons 10 to 13 and 15 here, and
    everybody 10 to 14: subtracted, only 14 and 15 are left, and who of the two rated what.
    """
    let_rate(store, wave, range(5), solution="courier")
    let_rate(store, wave, range(5, 10))
    store.reveal(wave.id)
    seen = [shown_people(store, wave)]
    for person in range(10, 30):
        let_rate(store, wave, range(person, person + 1), solution="post" if person % 5 == 4 else "courier")
        seen.append(shown_people(store, wave))
    assert [len(count) for count in seen[0]] == [10, 5]
    assert len(seen[-1][0]) == 30
    of_all, of_group = ({b - a for a, b in combinations(shown, 2)} for shown in zip(*seen, strict=True))
    assert all(len(added ^ also) in (0, *range(5, 31)) for added in of_all for also in of_group)


def test_groups_move_on_a_reveal(store: Store, wave: Wave) -> None:
    """Groups are taken from the answers at the last reveal, and from all answers once the wave is closed."""
    let_rate(store, wave, range(7))
    assert grouped(store, wave).empty
    store.reveal(wave.id)
    let_rate(store, wave, range(7, 9))
    let_rate(store, wave, range(1), outcome="on-time")
    assert len(grouped(store, wave)) == 7
    store.set_status(wave.id, "closed")
    assert len(grouped(store, wave)) == 10


def test_imported_answers_are_revealed(store: Store) -> None:
    """Nobody could watch them come in, so that all of them may be shown at once; the reveal is still to come."""
    record = store.add_study(PARCEL)
    ratings = pd.DataFrame({"respondent": list("abcdefg"), "outcome": "time", "importance": 5.0, "experience": 2.0})
    wave = store.import_wave(record.id, ratings.assign(not_applicable=False), status="open")
    assert len(grouped(store, wave)) == len(everybody(store, wave)) == 7
    assert store.wave(wave.id).revealed_at is None


def test_a_reveal_shows_all_answers_so_far(store: Store, wave: Wave) -> None:
    """What was given before the reveal is shown at once, what comes after it in steps again."""
    let_rate(store, wave, range(7))
    store.reveal(wave.id)
    let_rate(store, wave, range(7, 9))
    assert len(everybody(store, wave)) == 7


@pytest.mark.parametrize(("status", "shown"), [("paused", 5), ("closed", 7)])
def test_a_closed_wave_shows_everything(store: Store, wave: Wave, status: str, shown: int) -> None:
    """No more answers can come to a closed wave, so no change can identify anybody; a paused one may go on."""
    let_rate(store, wave, range(7))
    store.set_status(wave.id, status)  # type: ignore[arg-type]
    assert len(everybody(store, wave)) == shown


def test_deleted_answers_are_shown_no_longer(store: Store, wave: Wave) -> None:
    """Who deletes is gone from what is shown at once, whatever the step."""
    let_rate(store, wave, range(7))
    gone = store.response(f"{0:022}").id
    store.delete_response(gone)
    assert gone not in set(everybody(store, wave)["respondent"])


def test_what_is_released_has_the_columns_of_ratings(store: Store, wave: Wave) -> None:
    """Scores are made of either in the same way, also when nothing is there."""
    assert list(everybody(store, wave)) == list(store.ratings(wave.id))
    let_rate(store, wave, range(5))
    assert everybody(store, wave).dtypes.to_dict() == store.ratings(wave.id).dtypes.to_dict()
    store.reveal(wave.id)
    assert grouped(store, wave).dtypes.to_dict() == store.ratings(wave.id).dtypes.to_dict()

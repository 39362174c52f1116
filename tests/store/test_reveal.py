"""Revealing a wave: from when on everybody may see all answers."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.wave import Answers, Group, Rating, Wave

RATED = Answers(ratings=(Rating(outcome="time", importance=5, experience=2),))


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


def let_rate(store: Store, wave: Wave, people: range, outcome: str = "time", solution: str = "post") -> None:
    """Let people rate one outcome, one after another."""
    rating = Answers(profile={"solution": solution}, ratings=(Rating(outcome=outcome, importance=5, experience=2),))
    for number in people:
        store.save(wave.id, f"{number:022}", rating)


def test_an_open_wave_shows_its_answers_in_steps(store: Store, wave: Wave) -> None:
    """Seven people count as five until there are ten; the exports are not stepped."""
    let_rate(store, wave, range(7))
    assert len(store.released(wave.id)) == 5
    assert len(store.ratings(wave.id)) == 7
    let_rate(store, wave, range(7, 10))
    assert len(store.released(wave.id)) == 10


def test_a_group_moves_in_steps_of_its_own_people(store: Store, wave: Wave) -> None:
    """Five newcomers of whom two belong to a group move everybody's answers, and not the group's."""
    let_rate(store, wave, range(5), solution="courier")
    let_rate(store, wave, range(5, 8), solution="post")
    let_rate(store, wave, range(8, 10), solution="courier")
    assert len(store.released(wave.id)) == 10
    assert len(store.released(wave.id, Group("solution", "courier"))) == 5
    assert store.released(wave.id, Group("solution", "post")).empty


def test_a_reveal_shows_all_answers_so_far(store: Store, wave: Wave) -> None:
    """What was given before the reveal is shown at once, what comes after it in steps again."""
    let_rate(store, wave, range(7))
    store.reveal(wave.id)
    let_rate(store, wave, range(7, 9))
    assert len(store.released(wave.id)) == 7


@pytest.mark.parametrize(("status", "shown"), [("paused", 5), ("closed", 7)])
def test_a_closed_wave_shows_everything(store: Store, wave: Wave, status: str, shown: int) -> None:
    """No more answers can come to a closed wave, so that there is no change to be told from; a paused one goes on."""
    let_rate(store, wave, range(7))
    store.set_status(wave.id, status)  # type: ignore[arg-type]
    assert len(store.released(wave.id)) == shown
    assert len(store.released_profiles(wave.id)) == shown


def test_deleted_answers_are_shown_no_longer(store: Store, wave: Wave) -> None:
    """Who deletes is gone from what is shown at once, whatever the step."""
    let_rate(store, wave, range(7))
    gone = store.response(f"{0:022}").id
    store.delete_response(gone)
    assert gone not in set(store.released(wave.id)["respondent"])


def test_what_is_released_has_the_columns_of_ratings(store: Store, wave: Wave) -> None:
    """Scores are made of either in the same way, also when nothing is there."""
    assert list(store.released(wave.id)) == list(store.ratings(wave.id))
    let_rate(store, wave, range(5))
    assert store.released(wave.id).dtypes.to_dict() == store.ratings(wave.id).dtypes.to_dict()
    assert list(store.released_profiles(wave.id)) == list(store.profiles(wave.id))

"""Revealing a wave: from when on everybody may see all answers."""

import pytest

from jtbd_core.contract import Store
from jtbd_core.errors import NotFound
from jtbd_core.wave import Answers, Rating, Wave

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

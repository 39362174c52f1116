"""What a ledger says is shown now, and what was shown at a row of the log."""

from dataclasses import replace

from jtbd_core.wave.ledger import EVERYBODY, Ledger, Release

EARLY = Release(number=1, outcome="time", group=EVERYBODY, until=10, occasion="")
LATE = replace(EARLY, number=2, until=20)
KEY = ("time", EVERYBODY)


def shown(until: int | None, *releases: Release) -> Release | None:
    """Return what is shown of everybody at a row of the log, or now."""
    found = Ledger((EARLY, LATE, *releases)).current(until)[KEY]
    return found if found.is_shown else None


def test_a_frozen_display_shows_the_release_of_its_row() -> None:
    """Whatever was released later."""
    assert (shown(10), shown(19), shown(20), shown(None)) == (EARLY, EARLY, LATE, LATE)


def test_what_is_hidden_later_is_hidden_at_earlier_rows() -> None:
    """Somebody deleted their answers: who has an earlier set and the later one without them would know which."""
    assert shown(10, replace(LATE, number=3, is_shown=False)) is None


def test_people_withheld_later_leave_an_earlier_set_only_as_it_was_released() -> None:
    """Without them it would be a set that nobody has held against the others."""
    less = replace(LATE, number=4, without=("a",))
    assert shown(10, less) is None
    as_released = replace(EARLY, number=3, without=("a",))
    assert shown(10, as_released, less) == as_released
    assert shown(None, as_released, less) == less

"""Flags of careless answers as groups: frozen on an occasion, released beside the others, left out on request."""

import numpy as np
import pandas as pd
import pytest

from jtbd_core.contract import Store
from jtbd_core.live.findings import findings, room_cache
from jtbd_core.live.flags import flag_profiles
from jtbd_core.live.insights import insight
from jtbd_core.live.sharing import Request, share
from jtbd_core.live.snapshot import Careless, Snapshot
from jtbd_core.study import Outcome, Study
from jtbd_core.wave import Answers, Rating, Wave
from jtbd_core.wave.groups import CAREFUL
from tests.store.studies import all_shared, answers

STUDY = Study(
    title="Lines",
    job="Draw",
    outcomes=tuple(Outcome(id=f"o{n}", statement=f"Outcome {n}", dimension="social") for n in range(12)),
)
NO_CARDS = pd.DataFrame(columns=["respondent", "outcome", "position", "seconds", "took_bait"])


def rated(careful: int, careless: int) -> pd.DataFrame:
    """Return the ratings of people who differ by chance, and of some who gave one pair throughout."""
    random = np.random.default_rng(1)
    rows = [
        (f"p{n:02}", f"o{at}", *(float(1 + at % 3 + random.integers(3)) for _ in range(2)), False)
        for n in range(careful)
        for at in range(12)
    ]
    return answers(*rows, *((f"q{n:02}", f"o{at}", 3.0, 2.0, False) for n in range(careless) for at in range(12)))


def of_careless(_: Study, snapshot: Snapshot) -> Careless:
    """Return the flags of a snapshot."""
    return snapshot.careless


def round_of(store: Store, careful: int, careless: int) -> Wave:
    """Return a closed round with careful and careless people."""
    return store.import_wave(store.add_study(STUDY).id, rated(careful, careless), {})


def test_who_has_no_flag_is_a_group() -> None:
    """Everybody who rated has a flag or none."""
    found = flag_profiles(rated(20, 3), NO_CARDS)
    careful = found[found["option"] == CAREFUL.option]
    assert {name[0] for name in careful["respondent"]} == {"p"}
    assert {"same_pair", "straight_line", "duplicate"} <= set(found["option"])
    assert flag_profiles(rated(0, 0), NO_CARDS).empty


@pytest.mark.parametrize(("careless", "is_told"), [(0, True), (3, False), (6, True)])
def test_results_without_careless_people_are_shown_where_that_tells_of_nobody(
    store: Store, careless: int, is_told: bool
) -> None:
    """None or five and more are left out; of one to four the difference would tell. The facilitator sees all."""
    wave = round_of(store, 20, careless)
    room_cache.forget()
    for with_unreleased in (False, True):
        found = insight(store, STUDY, [wave], of_careless, with_unreleased=with_unreleased)
        assert found is not None
        assert bool(found.outcomes) == (is_told or with_unreleased)
    left = findings(store, STUDY, wave, CAREFUL).results.people
    assert (left, findings(store, STUDY, wave, CAREFUL, with_unreleased=True).results.people) == (20 * is_told, 20)


def test_answers_that_are_not_released_move_no_flag(store: Store) -> None:
    """Whoever copies the guessed answers of the last one, whom nobody is shown, is not told by a flag of their own."""
    wave = store.open_wave(store.add_study(STUDY).id)
    everybody = [part for _, part in rated(12, 0).groupby("respondent")]
    for number, part in enumerate(everybody):
        save(store, wave, f"{number:022}", part)
    assert len(share(store, STUDY, wave, Request(), all_shared).ratings) == 12 * 12
    save(store, wave, "v" * 22, everybody[0])
    save(store, wave, f"{0:022}", everybody[0])  # all anew: now after the last one
    closed = store.set_status(wave.id, "closed")
    found = insight(store, STUDY, [closed], of_careless, with_unreleased=False)
    assert found is not None
    assert "duplicate" not in found.flags


def save(store: Store, wave: Wave, token: str, rows: pd.DataFrame) -> None:
    """Save the ratings of somebody."""
    given = zip(rows["outcome"], rows["importance"], rows["experience"], strict=True)
    ratings = tuple(Rating(outcome=one, importance=int(first), experience=int(second)) for one, first, second in given)
    store.save(wave.id, token, Answers(ratings=ratings))

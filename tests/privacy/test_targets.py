"""The people of value targets, released beside everything else that the adversary of random rooms sees."""

import numpy as np
import pytest

from jtbd_core.privacy import ratings_of
from jtbd_core.privacy.targets import next_targets, target_rows
from tests.privacy.room import Room
from tests.privacy.rooms import play
from tests.privacy.saved import saves_by_outcome

ROOMS = 12


def test_the_people_of_a_target_are_the_same_for_each_of_its_outcomes() -> None:
    """So that its reach is of one set, after a deletion too; reach is shown all the same."""
    seen = 0
    for seed in range(ROOMS):
        room = play(seed, most_people=30, most_outcomes=5)
        seen += any(any(sets) for about, sets in room.shown.items() if about.startswith("target"))
        frame = room._frame()
        for outcomes in room.targets:
            saves = saves_by_outcome(frame)
            rows = ratings_of(saves, target_rows(saves, room.ledger, outcomes))
            assert len({frozenset(mine["respondent"]) for _, mine in rows.groupby("outcome")}) <= 1
            assert len(rows) == 0 or rows["outcome"].nunique() == len(outcomes)
            assert np.isfinite(rows[["importance", "experience"]].to_numpy()).all()
    assert seen


@pytest.mark.parametrize(("improved", "reaches"), [(4, 1), (5, 2)])
def test_reach_moves_by_five_people_or_not_at_all(improved: int, reaches: int) -> None:
    """Of those who think again about one outcome the others have another one that falls short anyway."""
    room, both, seen = Room(np.random.default_rng(0), 20, ["time", "cost"], []), ("cost", "time"), set[int]()
    for again, occasion in enumerate(("reveal", "end")):
        for number in range(10 if again else 20):
            cost = 5.0 if number < improved else 1.0
            room.log.append([len(room.log) + 1, f"p{number:02}", "time", 5.0, 5.0 if again else 1.0, False])
            if not again:
                room.log.append([len(room.log) + 1, f"p{number:02}", "cost", 5.0, cost, False])
        room.occasion = occasion
        room.look()
        saves = saves_by_outcome(room._frame())
        room.ledger = room.ledger.plus(next_targets(saves, room.ledger, [both]))
        rated = ratings_of(saves, target_rows(saves, room.ledger, both))
        if len(rated):
            seen.add(int((rated.groupby("respondent")["experience"].min() < 4).sum()))
    assert len(seen) == reaches

"""The people of value targets, released beside everything else that the adversary of random rooms sees."""

import numpy as np

from jtbd_core.privacy import saves_by_outcome
from jtbd_core.privacy.targets import target_rows
from tests.privacy.rooms import play

ROOMS = 12


def test_the_people_of_a_target_are_the_same_for_each_of_its_outcomes() -> None:
    """So that its reach is of one set, after a deletion too; reach is shown all the same."""
    seen = 0
    for seed in range(ROOMS):
        room = play(seed, most_people=30, most_outcomes=5)
        seen += any(any(sets) for about, sets in room.shown.items() if about.startswith("target"))
        frame = room._frame()
        for outcomes in room.targets:
            rows = frame.loc[target_rows(saves_by_outcome(frame), room.ledger, outcomes)]
            assert len({frozenset(mine["respondent"]) for _, mine in rows.groupby("outcome")}) <= 1
            assert len(rows) == 0 or rows["outcome"].nunique() == len(outcomes)
            assert np.isfinite(rows[["importance", "experience"]].to_numpy()).all()
    assert seen

"""The people of value targets, released beside everything else: random rooms with targets, and an adversary."""

from dataclasses import dataclass, field

import numpy as np
import pytest

from jtbd_core.privacy import saves_by_outcome
from jtbd_core.privacy.targets import next_targets, target_rows
from tests.privacy import rooms
from tests.privacy.adversary import discloses
from tests.privacy.room import Room

ROOMS = 12


@dataclass
class RoomWithTargets(Room):
    """A room in which targets are stated and dropped as people look; their reach is looked at too."""

    targets: list[tuple[str, ...]] = field(default_factory=list)
    seen: int = 0

    def look(self) -> None:
        """Let somebody look at everything, and at the reach of all targets."""
        super().look()
        if self.random.random() < 0.5:
            many = int(self.random.integers(1, len(self.outcomes) + 1))
            self.targets.append(tuple(self.random.choice(self.outcomes, many, replace=False).tolist()))
        if self.targets and self.random.random() < 0.2:
            self.targets.pop(0)
        saves = saves_by_outcome(self._frame())
        self.ledger = self.ledger.plus(next_targets(saves, self.ledger, self.targets))
        for outcomes in self.targets:
            rows = target_rows(saves, self.ledger, outcomes)
            self.seen += len(rows) > 0
            self._see(rows)


def played(seed: int, monkeypatch: pytest.MonkeyPatch) -> RoomWithTargets:
    """Play a random room with targets."""
    monkeypatch.setattr(rooms, "Room", RoomWithTargets)
    return rooms.play(seed, most_people=30, most_outcomes=5)


def test_targets_tell_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever remembers everything and solves it learns nothing of four people or fewer; reach is shown all the same.

    The people of a target are the same for each of its outcomes, so that reach is of one set; after a deletion too.
    """
    seen = 0
    for seed in range(ROOMS):
        room = played(seed, monkeypatch)
        seen += room.seen > 0
        assert not any(map(discloses, room.shown.values())), f"room {seed}"
        frame = room._frame()
        for outcomes in room.targets:
            rows = frame.loc[target_rows(saves_by_outcome(frame), room.ledger, outcomes)]
            assert len({frozenset(mine["respondent"]) for _, mine in rows.groupby("outcome")}) <= 1
            assert len(rows) == 0 or rows["outcome"].nunique() == len(outcomes)
            assert np.isfinite(rows[["importance", "experience"]].to_numpy()).all()
    assert seen >= ROOMS / 4

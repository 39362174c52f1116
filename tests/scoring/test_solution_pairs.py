"""Two solutions side by side."""

import numpy as np
import pandas as pd

from jtbd_core.scoring.solution_pairs import COLUMNS, solution_pair
from tests.scoring.solution_rooms import Room, solution_room

ANCHORS = {f"{kind}{at}": 4 for kind in "ks" for at in range(8)}


def planted(random: np.random.Generator) -> Room:
    """Return a room in which the app has one outcome that it serves far better, and another far worse."""
    room = solution_room(random, 300, homes=1.0)
    uses = room.groups[(room.groups["option"] == "app")]["respondent"]
    mine = room.ratings["respondent"].isin(uses)
    given = room.ratings["experience"].mask(mine & (room.ratings["outcome"] == "k0"), 5)
    given = given.mask(mine & (room.ratings["outcome"] == "s0"), 1)
    return room._replace(ratings=room.ratings.assign(experience=given))


def cells(room: Room) -> pd.DataFrame:
    """Return all cells of solutions as those that may be shown."""
    rows = [(one, "solution", name) for one in room.outcomes["outcome"] for name in ("app", "booklet", "visits")]
    return pd.DataFrame(rows, columns=["outcome", "question", "option"])


def test_planted_differences_come_first_and_are_marked() -> None:
    """The app is better with the one and worse with the other; both are beyond noise."""
    room = planted(np.random.default_rng(1))
    found = solution_pair(room.ratings, room.groups, ANCHORS, ("app", "visits"), cells(room))
    assert found.columns.tolist() == COLUMNS
    assert found["outcome"].iloc[0] == "s0"
    first = found.set_index("outcome")
    assert first.loc["k0", "first"] == 1
    assert first.loc["s0", "first"] == 0
    assert first.loc["k0", "is_apart"]
    assert first.loc["s0", "difference"] < 0
    assert (found["difference_low"] <= found["difference"]).all()
    turned = solution_pair(room.ratings, room.groups, ANCHORS, ("visits", "app"), cells(room)).set_index("outcome")
    assert turned.loc["k0", "difference"] == -first.loc["k0", "difference"]


def test_hidden_cells_stay_hidden() -> None:
    """An outcome of which one of the two is not shown is not compared; with none there is an empty table."""
    room = planted(np.random.default_rng(2))
    shown = cells(room)
    some = shown[(shown["outcome"] != "k0") | (shown["option"] != "visits")]
    assert "k0" not in set(solution_pair(room.ratings, room.groups, ANCHORS, ("app", "visits"), some)["outcome"])
    none = solution_pair(room.ratings, room.groups, ANCHORS, ("app", "visits"), shown.head(0))
    assert (len(none), none.columns.tolist()) == (0, COLUMNS)

"""Whether job steps that stand out truly do: `python -m tests.bench.honesty_drivers`, the table and its aims.

Rooms of people are simulated whose success outcomes go with nothing, with their mood alone, or with one planted job
step (`tests.scoring.driven_rooms`). *Null* rooms have three success outcomes, and it counts if any step of any stands
out; rooms with a driver have one.
"""

import math
import sys
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from jtbd_core import drivers
from tests.scoring.driven_rooms import FIFTH, MOOD_ONLY, NOTHING, PLANTED, SIXTH, driven_room, outcomes_of

ROOMS = 400
MOST_FALSE = 0.08
"""The greatest upper 95 % limit of the share of null rooms in which a step stands out."""


class Tally(NamedTuple):
    """Of some rooms: how often the planted step is first, how often it stands out, and how often another step does."""

    rooms: int
    first: int
    planted: int
    others: int


class Driven(NamedTuple):
    """A cell of the table with a driver: its world, its people, and the least shares that must be reached."""

    world: str
    people: int
    first: float
    planted: float


NULL = tuple((world, people) for world in (NOTHING, MOOD_ONLY) for people in (30, 60, 200))
DRIVEN_CELLS = (Driven(SIXTH, 200, 1.0, 0.93), Driven(FIFTH, 200, 1.0, 1.0), Driven(FIFTH, 100, 0.97, 0.83))

Result = tuple[str, float, str, bool]


def tally(world: str, people: int, success: int, rooms: int = ROOMS) -> Tally:
    """Return what `drivers` says of so many simulated rooms."""
    outcomes = outcomes_of(success)
    counts = np.zeros(3, int)
    for room in range(rooms):
        random = np.random.default_rng([room, people, len(world)])
        found = drivers(driven_room(random, world, people, success), outcomes)
        is_planted = (found["outcome"] == "s0") & (found["step"] == PLANTED)
        lead = found.loc[found[found["outcome"] == "s0"]["share"].idxmax(), "step"]
        stands_out = found["stands_out"]
        counts += np.array([lead == PLANTED, stands_out[is_planted].any(), stands_out[~is_planted].any()])
    return Tally(rooms, *map(int, counts))


def upper_limit(count: int, many: int) -> float:
    """Return the upper end of the 95 % Wilson interval of a share."""
    share, z2 = count / many, 1.96**2
    half = 1.96 * math.sqrt(share * (1 - share) / many + z2 / (4 * many**2))
    return (share + z2 / (2 * many) + half) / (1 + z2 / many)


def run(rooms: int = ROOMS) -> list[Result]:
    """Return a row per claim: its name, the figure measured, its aim in words, and whether it is met.

    A share that must be reached is met within two standard errors.
    """
    found: list[Result] = []
    for world, people in NULL:
        counted = tally(world, people, success=3, rooms=rooms)
        limit = upper_limit(counted.planted + counted.others, rooms)
        found.append(
            (f"{people} people, {world}: a step stands out, upper limit", limit, "at most 0.08", limit <= MOST_FALSE)
        )
    for cell in DRIVEN_CELLS:
        counted = tally(cell.world, cell.people, success=1, rooms=rooms)
        for what, count, least in (
            ("planted first", counted.first, cell.first),
            ("stands out", counted.planted, cell.planted),
        ):
            share = count / rooms
            error = math.sqrt(max(share * (1 - share), 1 / rooms) / rooms)
            name = f"{cell.people} people, {cell.world}: {what}"
            found.append((name, share, f"at least {least:.2f}", share >= least - 2 * error))
    return found


def main(arguments: Sequence[str]) -> int:
    """Print the table; the first argument is the number of rooms; return 1 if an aim is missed, else 0."""
    rows = run(int(arguments[0]) if arguments else ROOMS)
    for name, figure, aim, is_met in rows:
        print(f"{'met   ' if is_met else 'MISSED'}  {figure:.3f}  {aim:<14}  {name}")
    return 0 if all(row[3] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

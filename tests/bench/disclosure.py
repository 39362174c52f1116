"""How many rooms tell of few people, and what is shown for that: `python -m tests.bench.disclosure [ROOMS]`.

Each room has up to 40 people and 8 outcomes, some left out by plan, up to 3 questions, and every attack in it; every
tenth is two rounds of up to 60 people whose crossings can be shown, looked at one by one and pooled. Segments of few
people are drawn at every second look, often those before with some people moved; value targets are stated and dropped
as people look. The adversary solves all figures that were ever shown. Rooms are played by two processes, each with one
thread, so that neither waits for the other. Progress is printed every hundred rooms.
"""

import os
import sys
import time
from multiprocessing import get_context
from typing import NamedTuple

from jtbd_core.wave.ledger import SEGMENT
from tests.privacy.adversary import discloses
from tests.privacy.figures import figures
from tests.privacy.rooms import play, play_rounds

ROOMS = 2000
STEP = 100
PROCESSES = 2
ROUNDS = 10
"""Every so many rooms there are two rounds."""


class Told(NamedTuple):
    """A room by its seed: whether it tells of few people, how many sets it showed, of crossings and of segments.

    Crossings are those at the end; segments all that were ever released, their crossings included.
    """

    seed: int
    is_telling: bool
    sets: int
    crossings: int
    segments: int


def told(seed: int) -> Told:
    """Play a room, or two rounds, and let the adversary solve it."""
    room = play(seed) if seed % ROUNDS else play_rounds(seed)
    crossings = sum("+" in group.question for _, group in room.ledger.current())
    segments = sum(one.group.question.startswith(SEGMENT) for one in room.ledger.releases)
    return Told(seed, any(map(discloses, figures(room))), sum(map(len, room.shown.values())), crossings, segments)


def main(rooms: int) -> None:
    """Play the rooms and print how many tell, how many sets of answers were shown, and the time."""
    began = time.perf_counter()
    found: list[Told] = []
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # for the processes that are spawned
    with get_context("spawn").Pool(PROCESSES) as pool:
        for one in pool.imap_unordered(told, range(rooms)):
            found.append(one)
            if len(found) % STEP == 0 or len(found) == rooms:
                telling, sets, crossings, segments = (sum(column) for column in list(zip(*found, strict=True))[1:])
                shown = f"{sets:,} sets shown, {segments:,} releases of segments, {crossings:,} crossings at the end"
                seconds = time.perf_counter() - began
                print(f"{len(found):,} rooms: {telling} tell of few people; {shown}; {seconds:.0f} s", flush=True)
    if any(one.is_telling for one in found):
        print("They tell with the seeds", *sorted(one.seed for one in found if one.is_telling))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROOMS)

"""How many rooms tell of few people, and what is shown for that: `python -m tests.bench.disclosure [ROOMS]`.

Each room has up to 40 people and 8 outcomes, some left out by plan, up to 3 questions, and every attack in it; every
tenth is two rounds of up to 60 people whose crossings can be shown, looked at one by one and pooled. The adversary
solves all figures that were ever shown. Progress is printed every hundred rooms.
"""

import sys
import time

from tests.privacy.adversary import discloses
from tests.privacy.rooms import play, play_rounds

ROOMS = 2000
STEP = 100
ROUNDS = 10
"""Every so many rooms there are two rounds."""


def main(rooms: int) -> None:
    """Play the rooms and print how many tell, how many sets of answers were shown, and the time."""
    began = time.perf_counter()
    told: list[int] = []
    sets = crossings = 0
    for seed in range(rooms):
        room = play(seed) if seed % ROUNDS else play_rounds(seed)
        crossings += sum("+" in group.question for _, group in room.ledger.current())
        shown = room.shown.values()
        sets += sum(len(set(one)) for one in shown)
        if any(map(discloses, shown)):
            told.append(seed)
        if (seed + 1) % STEP == 0 or seed + 1 == rooms:
            seconds = time.perf_counter() - began
            shown_so_far = f"{sets:,} sets shown, of crossings {crossings:,} at the end"
            print(f"{seed + 1:,} rooms: {len(told)} tell of few people; {shown_so_far}; {seconds:.0f} s", flush=True)
    if told:
        print("They tell with the seeds", *told)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROOMS)

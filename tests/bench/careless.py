"""How many careless respondents are found, and how many honest ones accused: `python -m tests.bench.careless`."""

from collections import defaultdict

import numpy as np

from jtbd_core.scoring.quality import quality_flags
from tests.scoring.careless_rooms import KINDS, WORLDS, room

ROOMS = {12: 60, 30: 40, 100: 15, 400: 6}
"""The rooms simulated by the number of people in them."""

SHARES = (0.0, 0.2, 0.4)


def main() -> None:
    """Print a line per share of careless respondents, number of outcomes, world and number of people."""
    print("Found of each kind, of all careless (without the flag inconsistent), and false alarms among the honest.")
    for share in SHARES:
        for outcomes in (60, 20):
            print(
                f"\n{share:.0%} careless, {outcomes} outcomes\nworld    people  "
                + " ".join(f"{one:>11}" for one in KINDS)
            )
            for world in WORLDS:
                for people in ROOMS:
                    print_line(world, people, outcomes, share)


def print_line(world: str, people: int, outcomes: int, share: float) -> None:
    """Print the shares flagged in simulated rooms of one sort."""
    found: dict[str, list[bool]] = defaultdict(list)
    for number in range(ROOMS[people]):
        random = np.random.default_rng([number, people, outcomes, list(WORLDS).index(world)])
        ratings, kinds = room(random, world, people, outcomes, share)
        flags = quality_flags(ratings)
        others = flags.drop(columns=["respondent", "inconsistent", "is_careless"]).any(axis=1)
        for kind, is_found, is_found_by_others in zip(kinds, flags["is_careless"], others, strict=True):
            found[kind].append(is_found)
            if kind != "honest":
                found["careless"].append(is_found)
                found["others"].append(is_found_by_others)
    share_of = {kind: f"{np.mean(values):.3f}" for kind, values in found.items()}
    cells = " ".join(f"{share_of.get(kind, '–'):>11}" for kind in KINDS)
    summary = f"all {share_of.get('careless', '–')} ({share_of.get('others', '–')})  false {share_of['honest']}"
    print(f"{world:<8} {people:>6}  {cells}   {summary}")


if __name__ == "__main__":
    main()

"""What segments cost: `OPENBLAS_NUM_THREADS=1 python -m tests.bench.segments`. Nothing else should run beside it.

1,000 people of two kinds rate 60 outcomes and say what they use and two circumstances. Half of them come before a
reveal; then segments are looked at, or not; the others come, and the round closes. Printed is the processor time of
what the close releases either way, with the ratio, and of the segments themselves: drawn in a process of their own,
when somebody looks, and released.
"""

import time
from collections.abc import Callable
from typing import TypeVar

import numpy as np
import pandas as pd

from jtbd_core.privacy import Occasion, marked_rows, next_releases, ratings_of
from jtbd_core.privacy.segments import next_segments
from jtbd_core.scoring.segments import segments
from jtbd_core.wave import Group
from jtbd_core.wave.groups import CAREFUL, crossing
from jtbd_core.wave.ledger import Ledger
from tests.privacy.saved import saves_by_outcome

PEOPLE, OUTCOMES, OPTIONS = 1000, 60, (4, 3, 3)
Found = TypeVar("Found")


def main() -> None:
    """Print the figures."""
    log, profiles = answers(np.random.default_rng(1))
    early = log[log["respondent"] < f"p{PEOPLE // 2:04}"]
    before, _ = timed(lambda: released(early, profiles, Ledger(), "reveal"))
    saves = saves_by_outcome(early)
    marked = ratings_of(saves, marked_rows(saves, before))
    found, drawing = timed(lambda: segments(marked, 4))
    people = [frozenset(names) for _, names in found.membership.groupby("segment")["respondent"]]
    more, releasing = timed(lambda: next_segments(saves, before, "reveal", people, groups()))
    _, without = timed(lambda: released(log, profiles, before, "end"))
    _, close = timed(lambda: released(log, profiles, before.plus(more), "end"))
    print(f"close of {PEOPLE:,} people × {OUTCOMES} outcomes, releases: {without:.2f} s")
    print(
        f"the same after {len(more.releases)} releases of segments at the reveal: {close:.2f} s, {close / without:.2f}×"
    )
    print(f"{found.verdict} Drawn in {drawing:.1f} s and released in {releasing:.1f} s, when somebody looks")


def timed(work: Callable[[], Found]) -> tuple[Found, float]:
    """Return what work returns, and the seconds of processor time that it took."""
    began = time.process_time()
    return work(), time.process_time() - began


def answers(random: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the log and the profiles of people who come one after the other, every second of them of the same kind."""
    names, outcomes = [f"p{n:04}" for n in range(PEOPLE)], [f"o{n:02}" for n in range(OUTCOMES)]
    own = (np.arange(PEOPLE)[:, None] % 2 == 0) == (np.arange(OUTCOMES) < OUTCOMES // 2)
    importance, experience = (np.clip(np.rint(random.normal(3 + own * move, 1)), 1, 5) for move in (1, -1))
    log = pd.DataFrame(
        {
            "seq": np.arange(1, PEOPLE * OUTCOMES + 1),
            "respondent": np.repeat(names, OUTCOMES),
            "outcome": np.tile(outcomes, PEOPLE),
            "importance": importance.ravel(),
            "experience": experience.ravel(),
            "not_applicable": False,
        }
    )
    said = [(name, *CAREFUL) for at, name in enumerate(names) if at % 40]
    said += [(name, f"q{at}", str(random.integers(many))) for name in names for at, many in enumerate(OPTIONS)]
    profiles = pd.DataFrame(said, columns=["respondent", "question", "option"])
    return log, profiles


def groups() -> list[Group]:
    """Return the groups of all questions."""
    return [Group(f"q{at}", str(option)) for at, many in enumerate(OPTIONS) for option in range(many)]


def released(log: pd.DataFrame, profiles: pd.DataFrame, ledger: Ledger, occasion: str) -> Ledger:
    """Return the ledger after what an occasion releases."""
    single = groups()
    crossings = [crossing(one, other) for one in single for other in single if one.question == "q0" != other.question]
    kinds = [single, crossings, [CAREFUL]]
    at = Occasion(occasion, is_moving=True)
    return ledger.plus(next_releases(saves_by_outcome(log), ledger, profiles, kinds, at))


if __name__ == "__main__":
    main()

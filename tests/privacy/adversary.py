"""An adversary who holds every link, remembers every set that was ever shown, and solves for what few people answered.

Written without `jtbd_core.privacy`: of each choice of 4 people it is asked whether some combination of the shown sets
is of their answers alone. The row space of the sets holds such a vector where its projection leaves one unchanged.
"""

from collections.abc import Iterable
from functools import cache
from itertools import combinations

import numpy as np
import numpy.typing as npt

Answer = tuple[str, tuple[float, float]]
"""A person, and what that person answered to one outcome."""

FEW = 4
NEARLY = 1e-7


def discloses(shown: Iterable[frozenset[Answer]]) -> bool:
    """Return whether sets of answers to one outcome, taken together, tell of 1 to 4 people."""
    sets = [one for one in dict.fromkeys(shown) if one]
    if not sets:
        return False
    answers = sorted(frozenset[Answer]().union(*sets))
    people = sorted({person for person, _ in answers})
    if len(people) <= FEW:
        return True
    theirs = [[at for at, (who, _) in enumerate(answers) if who == person] for person in people]
    projection = _projection(np.array([[one in each for one in answers] for each in sets], float))
    traces = np.array([projection[mine, mine].sum() for mine in theirs])
    likely = np.flatnonzero(traces > 1 - NEARLY - np.sort(traces)[1 - FEW :].sum())  # else too little beside any three
    if len(likely) < FEW:
        return False
    chosen = likely[_fours(len(likely))]
    chosen = chosen[traces[chosen].sum(axis=1) > 1 - NEARLY]
    if not len(chosen):
        return False
    widest = max(map(len, theirs))
    padded = np.array([[*mine, *[len(answers)] * (widest - len(mine))] for mine in theirs])
    columns = padded[chosen].reshape(len(chosen), -1)
    whole = np.pad(projection, (0, 1))
    return bool((np.linalg.eigvalsh(whole[columns[:, :, None], columns[:, None, :]])[:, -1] > 1 - NEARLY).any())


def _projection(sets: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    _, sizes, directions = np.linalg.svd(sets, full_matrices=False)
    kept = directions[sizes > NEARLY]
    return kept.T @ kept


@cache
def _fours(people: int) -> npt.NDArray[np.int64]:
    return np.array(list(combinations(range(people), FEW)))

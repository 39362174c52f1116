"""Whether released sets of people, taken together, tell of fewer than 5: a search in the space that their rows span.

Each released set is a row with a 1 for each answer in it. Whoever knows the sums over some sets knows every rational
combination of them, and is told of single people by a combination that is not 0 for 1 to 4 of them only: a vector of
low weight in the row space, the weight counted in people. It is searched for by halving what it can be: of 5 disjoint
parts of the people at least one holds none of its 4, so the vector is 0 on the whole of one part, which leaves few
vectors; the same again until one vector is left, or none. Arithmetic is exact, modulo a prime.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from jtbd_core.privacy.threshold import THRESHOLD

PRIME = 2_147_483_629
Rows = npt.NDArray[np.int64]


class Alike(NamedTuple):
    """People whose answers are in the same sets: how many they are, and their columns, one for each answer version."""

    people: int
    columns: Rows


def is_telling(sets: npt.NDArray[np.bool_], person: npt.NDArray[np.int64]) -> bool:
    """Return whether some combination of sets is not 0 for 1 to 4 people only.

    `sets` has a row per released set and a column per answer; `person` tells by number whose answer a column is. A
    person who changed an answer has a column for each version that was released.
    """
    rows = _independent(sets.astype(np.int64))
    return len(rows) > 0 and _has_light(np.eye(len(rows), dtype=np.int64), _alike(rows, person), THRESHOLD - 1)


def _alike(rows: Rows, person: npt.NDArray[np.int64]) -> list[Alike]:
    """Return the people by the columns they have; who is in no set is left out."""
    columns: dict[int, set[bytes]] = {}
    used = rows.any(axis=0)
    for who, column in zip(person[used].tolist(), np.ascontiguousarray(rows[:, used].T), strict=True):
        columns.setdefault(who, set()).add(column.tobytes())
    counted: dict[tuple[bytes, ...], int] = {}
    for kinds in columns.values():
        key = tuple(sorted(kinds))
        counted[key] = counted.get(key, 0) + 1
    # Sorted by their columns, those of one release step stand together and are dealt out to all parts.
    return [
        Alike(many, np.array([np.frombuffer(one, np.int64) for one in key]).T) for key, many in sorted(counted.items())
    ]


def _has_light(space: Rows, people: Sequence[Alike], budget: int) -> bool:
    """Return whether a vector of the space, a basis in its rows, is not 0 for 1 to `budget` people only.

    `people` are those for whom it may be either; for all others it is 0, or they are in the budget already spent.
    """
    space, people = _forced(space, people, budget)
    if not len(space) or not people:
        return len(space) > 0
    if len(space) == 1:
        return sum(one.people for one in people) <= budget
    if len(people) <= budget + 1:
        first, rest = people[0], people[1:]
        return _has_light(_zero_on(space, [first]), rest, budget) or _has_light(space, rest, budget - first.people)
    for part in range(budget + 1):
        zero, rest = people[part :: budget + 1], [one for at, one in enumerate(people) if at % (budget + 1) != part]
        if _has_light(_zero_on(space, zero), rest, budget):
            return True
    return False


def _forced(space: Rows, people: Sequence[Alike], budget: int) -> tuple[Rows, list[Alike]]:
    """Let the space be 0 for people who are too many for the budget; leave out those for whom it is 0 by now."""
    many = [one for one in people if one.people > budget]
    if many:
        space = _zero_on(space, many)
    return space, [one for one in people if one.people <= budget and (space @ one.columns % PRIME).any()]


def _zero_on(space: Rows, people: Sequence[Alike]) -> Rows:
    """Return a basis of those vectors of the space that are 0 for these people."""
    values = space @ np.hstack([one.columns for one in people]) % PRIME
    return _eliminated(values, space)


def _eliminated(values: Rows, space: Rows) -> Rows:
    """Return the combinations of the rows of `space` for which the same combination of the rows of `values` is 0."""
    values, space = values.copy(), space.copy()
    done = 0
    for column in range(values.shape[1]):
        if done == len(values):
            break
        found = np.flatnonzero(values[done:, column])
        if not len(found):
            continue
        pivot = done + int(found[0])
        for matrix in (values, space):
            matrix[[done, pivot]] = matrix[[pivot, done]]
        below = np.flatnonzero(values[done + 1 :, column]) + done + 1
        if len(below):
            factor = values[below, column] * pow(int(values[done, column]), -1, PRIME) % PRIME
            for matrix in (values, space):
                matrix[below] = (matrix[below] - factor[:, None] * matrix[done] % PRIME) % PRIME
        done += 1
    return space[done:]


def _independent(rows: Rows) -> Rows:
    """Return rows that span the same space as these, none of them a combination of the others."""
    reduced, kept = rows.copy() % PRIME, []
    for at in range(len(reduced)):
        found = np.flatnonzero(reduced[at])
        if not len(found):
            continue
        kept.append(at)
        column = int(found[0])
        below = np.flatnonzero(reduced[at + 1 :, column]) + at + 1
        if len(below):
            factor = reduced[below, column] * pow(int(reduced[at, column]), -1, PRIME) % PRIME
            reduced[below] = (reduced[below] - factor[:, None] * reduced[at] % PRIME) % PRIME
    return rows[kept]

"""Whether released sets of people, taken together, tell of fewer than 5: a search in the space that their rows span.

Each released set is a row with a 1 for each answer in it. Whoever knows the sums over some sets knows every rational
combination of them, and is told of single people by a combination that is not 0 for 1 to 4 of them only: a vector of
low weight in the row space, the weight counted in people.

The space is kept as an orthonormal basis. The *leverage* of people is the most that the projection on it leaves of a
vector of theirs alone: 1 where there is one in the space. That of four is at most the sum of each one's, the trace of
their block, so where the four highest stay below 1 nobody is told, and who is too low for that beside any three others
is 0 in every light vector. It is at most that of two of them and of the other two, too, however they are paired: of two
it is bounded by the traces, and the length of the block between them. The rest is cut: of 5
disjoint parts of the people at least one holds none of the 4, so that the vector is 0 on the whole of one part, which
leaves few vectors; the same again until too little leverage is left, or too few people.

Where many cuts would be needed and few people are left, every choice of them is tried at once: four are told where the
columns that are theirs depend on each other in what the space leaves of the identity. One after the other is eliminated
from that matrix, and the last two are told by a minor of what is left. What lies within `NEARLY` of the limit counts as
telling.
"""

from functools import lru_cache

import numpy as np
import numpy.typing as npt

from jtbd_core.privacy.threshold import THRESHOLD

NEARLY = 1e-7
"""Far above the error of the arithmetic, far below what rows of 0 and 1 can come to."""

FEW = THRESHOLD - 1

MOST_TRIED, FEWEST_CUTS = 40, 3
"""Up to so many people are tried at once where at least so many cuts, one after the other, would be needed."""

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class Span:
    """The space that released sets span over the answers of one outcome; `person` tells whose each answer is.

    A person who changed an answer has a column for each version that was released.
    """

    def __init__(self, person: Integers, basis: Floats | None = None) -> None:
        self._person = person
        self._basis = np.zeros((0, len(person))) if basis is None else basis

    def plus(self, sets: npt.NDArray[np.bool_]) -> "Span":
        """Return the space that these sets span together with those before; a row per set, a column per answer."""
        basis = self._basis
        for one in sets.astype(np.float64):
            rest = one - one @ basis.T @ basis
            rest -= rest @ basis.T @ basis  # once more, for what rounding left
            length = np.linalg.norm(rest)
            if length > NEARLY:
                basis = np.vstack((basis, rest / length))
        return Span(self._person, basis)

    def is_telling(self) -> bool:
        """Return whether some combination of the sets is not 0 for 1 to 4 people only."""
        return _has_light(self._basis, self._person)


def is_telling(sets: npt.NDArray[np.bool_], person: Integers) -> bool:
    """Return whether some combination of sets is not 0 for 1 to 4 people only (arguments as in `Span`)."""
    return Span(person).plus(sets).is_telling()


def _has_light(space: Floats, person: Integers) -> bool:
    """Return whether a space, an orthonormal basis in its rows, holds a vector that is not 0 for 1 to 4 people only."""
    while len(space):
        leverage = np.bincount(person, (space**2).sum(axis=0))  # a bound: the trace of each one's block
        highest = np.sort(leverage)[-FEW:][::-1]
        if highest.sum() < 1 - NEARLY:
            return False
        is_few = leverage > max(1 - highest[:-1].sum() - NEARLY, NEARLY)
        if is_few[person].all():
            people, place = np.unique(person, return_inverse=True)
            if len(people) <= FEW:
                return True
            if len(people) <= MOST_TRIED and _cuts(len(space), len(people)) >= FEWEST_CUTS:
                return _tells_by_trying(space, place)
            two = _leverage_of_two(space, place)
            is_few[people] = two.max(axis=1) >= 1 - two.max() - NEARLY
        if is_few[person].all():
            parts = (people[part :: FEW + 1] for part in range(FEW + 1))
            return any(_has_light(*_zero_on(space, person, np.isin(person, part))) for part in parts)
        space, person = _zero_on(space, person, ~is_few[person])
    return False


def _cuts(dimensions: int, people: int) -> int:
    """Return about how many cuts, one after the other, leave no vector."""
    cuts = 0
    while dimensions > 0 and people > 0:
        part = max(1, people // (FEW + 1))
        dimensions, people, cuts = dimensions - part, people - part, cuts + 1
    return cuts


def _tells_by_trying(space: Floats, place: Integers) -> bool:
    """Return whether a space holds such a vector, by trying every choice of people; those of several answers first."""
    order = np.lexsort((place, -np.bincount(place)[place]))
    place = place[order]
    rest = np.eye(len(place)) - space[:, order].T @ space[:, order]
    return _are_dependent(rest, np.cumsum(np.diff(place, prepend=place[0]) != 0), FEW)


def _are_dependent(rest: Floats, place: Integers, few: int) -> bool:
    """Return whether the columns of at most so many people depend on each other, given the products of all columns."""
    while len(place):
        mine = int(np.searchsorted(place, place[0], side="right"))
        if mine == 1 and few < FEW:
            return _are_columns_dependent(rest, few)
        own, across = rest[:mine, :mine], rest[mine:, :mine]
        if (own[0, 0] if mine == 1 else np.linalg.eigvalsh(own)[0]) < NEARLY:
            return True
        rest, place = rest[mine:, mine:], place[mine:]
        through = across.T / own if mine == 1 else np.linalg.solve(own, across.T)
        if few > 1 and _are_dependent(rest - across @ through, place, few - 1):
            return True
    return False


def _are_columns_dependent(rest: Floats, few: int) -> bool:
    """Return whether at most so many columns, 3 or fewer, depend on each other, given the products of all columns."""
    own = rest.diagonal()
    if own.min() < NEARLY:
        return True
    if few == 1 or len(rest) == 1:
        return False
    beside_one = own - rest**2 / own[:, None]
    if beside_one[~np.eye(len(rest), dtype=bool)].min() < NEARLY:
        return True
    if few == 2 or len(rest) == 2:
        return False
    less = rest - rest[:, :, None] * rest[:, None, :] / own[:, None, None]
    minor = beside_one[:, :, None] * beside_one[:, None, :] - less**2
    return bool(minor[_are_ascending(len(rest))].min() < NEARLY)


@lru_cache(MOST_TRIED)
def _are_ascending(many: int) -> npt.NDArray[np.bool_]:
    """Return a cube of so many numbers on each side, true where the three of a place ascend."""
    number = np.arange(many)
    return np.asarray((number[:, None, None] < number[:, None]) & (number[:, None] < number))


def _leverage_of_two(space: Floats, place: Integers) -> Floats:
    """Return a bound of the leverage of each two people, 0 on the diagonal."""
    of = np.zeros((place.max() + 1, len(place)))
    of[place, np.arange(len(place))] = 1
    projection = space.T @ space
    alone = of @ projection.diagonal()
    both, apart = (alone[:, None] + alone) / 2, (alone[:, None] - alone) / 2
    two: Floats = both + np.sqrt(apart**2 + of @ projection**2 @ of.T)
    np.fill_diagonal(two, 0)
    return two


def _zero_on(space: Floats, person: Integers, columns: npt.NDArray[np.bool_]) -> tuple[Floats, Integers]:
    """Return those vectors of the space that are 0 in these columns, without them."""
    part = space[:, columns]
    sizes, directions = np.linalg.eigh(part @ part.T)
    return directions[:, sizes < NEARLY].T @ space[:, ~columns], person[~columns]

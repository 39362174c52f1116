"""An adversary who holds every link, remembers every set that was ever shown, and solves for what few people answered.

Written without `jtbd_core.privacy`: of each choice of 4 people it is asked whether some combination of the shown sets
is of their answers alone. The row space of the sets holds such a vector where its projection leaves one unchanged. The
choices become few by this: in answers that are in the same sets every combination is alike, so where 5 people or more
have them it is 0 in all of them; and those combinations are again alike in more answers.
"""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Answer = tuple[str, tuple[float, ...]]
"""A person, and what that person answered."""

FEW = 4
NEARLY = 1e-7
ABOUT = 0.999
"""Of what is only then looked at closely: far below 1, beside the error of a division by nearly nothing."""

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def discloses(shown: Iterable[frozenset[Answer]]) -> bool:
    """Return whether sets of answers, taken together, tell of 1 to 4 people."""
    sets = [one for one in dict.fromkeys(shown) if one]
    answers = sorted(frozenset[Answer]().union(*sets))
    whole = np.array([[one in each for one in answers] for each in sets], float).reshape(len(sets), len(answers))
    person = np.unique([who for who, _ in answers], return_inverse=True)[1]
    space = _orthonormal(whole)
    while True:
        space, person = _not_alike(space, person)
        if not len(space):
            return False
        people = np.unique(person, return_inverse=True)[1]
        if people.max() < FEW:
            return True
        blocks = Blocks(space, people)
        two = blocks.left_of_two()
        # What is left of 4 people is at most what is left of two of them and of the other two.
        is_possible = two.max(axis=1) > 1 - two.max() - NEARLY
        if is_possible.all():
            return blocks.hold_light(two)
        space, person = _zero_on(space, person, ~is_possible[people])


def _orthonormal(rows: Floats) -> Floats:
    """Return a basis of the space that rows span."""
    _, sizes, directions = np.linalg.svd(rows, full_matrices=False)
    basis: Floats = directions[sizes > NEARLY]
    return basis


def _not_alike(space: Floats, person: Integers) -> tuple[Floats, Integers]:
    """Return the combinations that are 0 wherever 5 people have alike answers, and whose the other answers are."""
    while len(space):
        lengths = np.linalg.norm(space, axis=0)
        space, person, lengths = (one[..., lengths > NEARLY] for one in (space, person, lengths))
        along = space / lengths
        along *= np.sign(along[np.abs(along).argmax(axis=0), np.arange(len(person))])
        kind = np.unique(along.round(6).T, axis=0, return_inverse=True)[1]
        people = np.bincount(np.unique(np.column_stack((kind, person)), axis=0)[:, 0])
        is_alike = people[kind] > FEW
        if not is_alike.any():
            break
        space, person = _zero_on(space, person, is_alike)
    return space, person


def _zero_on(space: Floats, person: Integers, columns: npt.NDArray[np.bool_]) -> tuple[Floats, Integers]:
    """Return the combinations that are 0 in these columns, and whose the other answers are."""
    directions, sizes, _ = np.linalg.svd(space[:, columns])
    left = directions[:, np.append(sizes, np.zeros(len(space) - len(sizes))) < NEARLY]
    return left.T @ space[:, ~columns], person[~columns]


class Blocks:
    """The projection on a space, cut into a block for each two people; of an answer, `person` says whose it is."""

    def __init__(self, space: Floats, person: Integers) -> None:
        self._theirs = [np.flatnonzero(person == one) for one in range(person.max() + 1)]
        self._padded = np.full((len(self._theirs), max(map(len, self._theirs))), len(person))
        for row, mine in zip(self._padded, self._theirs, strict=True):
            row[: len(mine)] = mine
        self._whole = np.pad(space.T @ space, (0, 1))
        self._of = np.zeros((len(self._theirs), len(self._whole)))
        self._of[person, np.arange(len(person))] = 1
        self._pairs = np.column_stack(np.triu_indices(len(self._theirs), 1))

    def left_of_two(self) -> Floats:
        """Return the most that is left of something of two people alone, for each two."""
        two = np.zeros((len(self._theirs), len(self._theirs)))
        two[*self._pairs.T] = two[*self._pairs.T[::-1]] = self._left(self._pairs)
        return two

    def hold_light(self, two: Floats) -> bool:
        """Return whether the projection leaves something unchanged that is of some 4 people only."""
        if two.max() > 1 - NEARLY:
            return True
        most = two[*self._pairs.T]
        for a, b in self._pairs[most > 0.5 - NEARLY]:  # of two pairs one has half at least
            c, d = np.nonzero(np.triu(self._left_beside(a, b) > ABOUT) & (two <= two[a, b]))
            fours = np.column_stack((np.full(len(c), a), np.full(len(c), b), c, d))
            if len(fours) and self._left(fours).max() > 1 - NEARLY:
                return True
        return False

    def _left_beside(self, a: int, b: int) -> Floats:
        """Return what of two people alone can be left at most, for each two, if something of two others goes with it.

        What is taken away of all four can be 0 only if what is taken of two of them, given the others, is (Schur). Of
        two people it is bounded by the traces of their blocks, and the length of the block between them.
        """
        both = np.append(self._theirs[a], self._theirs[b])
        taken = np.eye(len(both)) - self._whole[np.ix_(both, both)]
        given = self._whole + self._whole[:, both] @ np.linalg.solve(taken, self._whole[both])
        alone = self._of @ given.diagonal()
        middle, apart = (alone[:, None] + alone) / 2, (alone[:, None] - alone) / 2
        left: Floats = middle + np.sqrt(apart**2 + self._of @ given**2 @ self._of.T)
        left[[a, b]] = left[:, [a, b]] = 0
        np.fill_diagonal(left, 0)
        return left

    def _left(self, people: Integers) -> Floats:
        """Return the most that is left of something of these people alone; a row per choice of people."""
        columns = self._padded[people].reshape(len(people), people.shape[1] * self._padded.shape[1])
        found: Floats = np.linalg.eigvalsh(self._whole[columns[:, :, None], columns[:, None, :]])[:, -1]
        return found

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
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


def discloses(shown: Iterable[frozenset[Answer]]) -> bool:
    """Return whether sets of answers, taken together, tell of 1 to 4 people."""
    sets = [one for one in dict.fromkeys(shown) if one]
    answers = sorted(frozenset[Answer]().union(*sets))
    whole = np.array([[one in each for one in answers] for each in sets], float).reshape(len(sets), len(answers))
    person = np.unique([who for who, _ in answers], return_inverse=True)[1]
    space, person = _not_alike(_orthonormal(whole), person)
    if not len(space):
        return False
    people = np.unique(person, return_inverse=True)[1]
    return people.max() < FEW or _holds_light(space.T @ space, people)


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
        directions, sizes, _ = np.linalg.svd(space[:, is_alike])
        left = directions[:, np.append(sizes, np.zeros(len(space) - len(sizes))) < NEARLY]
        space, person = left.T @ space[:, ~is_alike], person[~is_alike]
    return space, person


def _holds_light(projection: Floats, person: Integers) -> bool:
    """Return whether a projection leaves something unchanged that is of some 4 people only.

    What it leaves of two and two people adds up to as much as it leaves of all 4 at least, however they are paired.
    What it takes away of 4 people has a determinant of 0 then, and that is the one of two times that of the other two
    given those (Schur), which is quickly had for all the others at once.
    """
    theirs = [np.flatnonzero(person == one) for one in range(person.max() + 1)]
    padded = np.full((len(theirs), max(map(len, theirs))), len(person))
    for row, mine in zip(padded, theirs, strict=True):
        row[: len(mine)] = mine
    whole = np.pad(projection, (0, 1))

    def block(of: Floats, people: Integers) -> Floats:
        """Return the part of a matrix that is of these people alone; a row per choice of people."""
        columns = padded[people].reshape(len(people), people.shape[1] * padded.shape[1])
        found: Floats = of[columns[:, :, None], columns[:, None, :]]
        return found

    def left(people: Integers) -> Floats:
        """Return the most that is left of something of these people alone; a row per choice of people."""
        found: Floats = np.linalg.eigvalsh(block(whole, people))[:, -1]
        return found

    pairs = np.column_stack(np.triu_indices(len(theirs), 1))
    two = np.zeros((len(theirs), len(theirs)))
    two[*pairs.T] = two[*pairs.T[::-1]] = left(pairs)
    if two.max() > 1 - NEARLY:
        return True
    pairs = pairs[np.argsort(-two[*pairs.T])]
    most = two[*pairs.T]
    for first in range(np.count_nonzero(most > 0.5 - NEARLY)):  # of two pairs one has half at least
        (a, b), last = pairs[first], np.count_nonzero(most + most[first] > 1 - NEARLY)
        c, d = pairs[first + 1 : last].T
        is_likely = np.minimum(two[a, c] + two[b, d], two[a, d] + two[b, c]) > 1 - NEARLY
        is_likely &= (c != a) & (c != b) & (d != a) & (d != b)
        c, d = c[is_likely], d[is_likely]
        of_both = np.append(theirs[a], theirs[b])
        taken = np.eye(len(of_both)) - whole[np.ix_(of_both, of_both)]
        given = whole + whole[:, of_both] @ np.linalg.solve(taken, whole[of_both])
        others = block(given, np.column_stack((c, d)))
        gone = np.linalg.det(taken) * np.linalg.det(np.eye(others.shape[1]) - others)
        fours = np.column_stack((np.full(len(c), a), np.full(len(c), b), c, d))[gone < NEARLY]
        if len(fours) and left(fours).max() > 1 - NEARLY:
            return True
    return False

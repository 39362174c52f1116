"""Whether released sets tell of few people, against trying every choice of people."""

from itertools import combinations

import numpy as np
import numpy.typing as npt
import pytest

from jtbd_core.privacy.row_space import is_telling


def tells_by_trying(sets: npt.NDArray[np.bool_], person: npt.NDArray[np.int64]) -> bool:
    """Return whether leaving out some 1 to 4 people lowers the rank: then a combination is of them alone."""
    rank = np.linalg.matrix_rank(sets.astype(float))
    few = [chosen for many in range(1, 5) for chosen in combinations(np.unique(person).tolist(), many)]
    return any(np.linalg.matrix_rank(sets[:, ~np.isin(person, chosen)].astype(float)) < rank for chosen in few)


@pytest.mark.parametrize("seed", range(90))
def test_it_agrees_with_trying(seed: int) -> None:
    """Random sets of 5 to 12 people, some of whom changed an answer."""
    random = np.random.default_rng(seed)
    people, many = int(random.integers(5, 13)), int(random.integers(1, 9))
    sets = random.random((many, people)) < random.choice([0.5, 0.8, 0.9])
    sets[0] = True
    person = np.arange(people)
    person[-2:] = random.choice([0, people - 1], 2)
    numbered = np.unique(person, return_inverse=True)[1]
    assert is_telling(sets, numbered) == tells_by_trying(sets, numbered)


def test_a_full_room_with_its_groups_is_safe() -> None:
    """Of 400 people who came in steps of 5, three questions split no few apart."""
    random, steps = np.random.default_rng(0), np.arange(400) // 5
    everybody = [steps <= step for step in range(80)]
    groups = [random.integers(0, 3, 400) == option for _ in range(3) for option in range(3)]
    answers = np.arange(400)
    assert not is_telling(np.array([*everybody, *groups[:3]]), answers)
    assert is_telling(np.array([*everybody, answers < 397]), answers)


def test_no_sets_tell_nothing() -> None:
    """What was never shown tells of nobody."""
    assert not is_telling(np.zeros((0, 9), bool), np.arange(9))
    assert not is_telling(np.zeros((2, 9), bool), np.arange(9))

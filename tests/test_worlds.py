"""The worlds whose truth is known: what is called true is what endlessly many people would answer."""

import numpy as np
import pytest

from tests.worlds import WORLDS, answers, measured, population, ratings_of, truth_of

PEOPLE = 100_000


@pytest.mark.parametrize("anchor", [3, 4])
@pytest.mark.parametrize("world", WORLDS)
def test_the_truth_is_what_very_many_people_answer(world: str, anchor: int) -> None:
    """Integrated scores are those of 100,000 people, within four standard errors of a share."""
    random = np.random.default_rng(2)
    found = population(WORLDS[world], 9, random)
    truth, seen = truth_of(found, anchor), measured(answers(found, PEOPLE, random), anchor)
    assert np.abs(truth["unmet"].to_numpy() - seen["unmet"].to_numpy()).max() < 4 * 0.5 / PEOPLE**0.5
    assert np.abs(truth["opportunity"].to_numpy() - seen["opportunity"].to_numpy()).max() < 4 * 15 / PEOPLE**0.5


def test_moods_correlate_the_answers_of_a_person() -> None:
    """Answers about two outcomes correlate by nearly 0.25, importance and experience of one outcome hardly."""
    random = np.random.default_rng(2)
    given = answers(population(WORLDS["flat"], 2, random), PEOPLE, random)
    assert 0.20 < np.corrcoef(given.importance.T)[0, 1] < 0.25
    assert abs(np.corrcoef(given.importance[:, 0], given.experience[:, 0])[0, 1]) < 0.02


def test_half_of_the_outcomes_are_shown() -> None:
    """Each person is shown half of the outcomes, another half than others, and only those are rated."""
    random = np.random.default_rng(2)
    found = population(WORLDS["few"], 12, random)
    ratings = ratings_of(answers(found, 50, random, is_half=True), found.names)
    assert set(ratings.groupby("respondent").size()) == {6}
    assert ratings["outcome"].nunique() == 12
    assert not ratings.isna().any(axis=None)


def test_only_one_world_has_truths_near_both_ends() -> None:
    """In `ends` most of the four moved opportunities lie above 18.5 and below 1.5; in the others hardly any do."""
    for name, world in WORLDS.items():
        truths = [truth_of(population(world, 60, np.random.default_rng(seed)), 4)["opportunity"] for seed in range(20)]
        near = [((truth > 18.5).sum(), (truth < 1.5).sum()) for truth in truths]
        assert bool((np.mean(near, axis=0) > 3).all()) is (name == "ends")

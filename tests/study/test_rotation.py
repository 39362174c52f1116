"""Rotation: the balanced assignment of outcomes to people."""

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from jtbd_core.errors import InvalidStudy
from jtbd_core.study import Outcome, Step, Study, study_from_json, study_to_json
from jtbd_core.study.rotation import assigned, has_rotation, part, people_factor, shown_each
from jtbd_core.study.scale import Rotation, Settings


def long_study(key: int, success: int, each: int | None) -> Study:
    """Return a study of so many key and success outcomes, of whose key outcomes each person rates so many."""
    return Study(
        title="Long",
        job="Do it",
        steps=(Step(id="do", name="Do", is_core=True),),
        outcomes=(
            *(Outcome(id=f"k-{n}", statement=f"Key {n}", step="do") for n in range(key)),
            *(Outcome(id=f"s-{n}", statement=f"Success {n}", dimension="social") for n in range(success)),
        ),
        settings=Settings(rotation=Rotation(key_outcomes=each) if each else None),
    )


def shown_to(study: Study, people: int) -> list[tuple[str, ...]]:
    """Return what one person after the other is shown."""
    counts: Counter[str] = Counter()
    hands = []
    for person in range(people):
        hands.append(assigned(study, counts, f"person {person}"))
        counts.update(hands[-1])
    return hands


def test_a_study_without_rotation_shows_everything() -> None:
    """Without the setting everybody is shown all outcomes, also success outcomes beyond 15."""
    study = long_study(40, 20, None)
    assert not has_rotation(study)
    assert shown_each(study) == len(assigned(study, {}, "seed")) == 60
    assert people_factor(study) == 1


def test_up_to_15_success_outcomes_are_shown_to_everybody() -> None:
    """Key outcomes rotate, 15 success outcomes do not."""
    study = long_study(40, 15, 10)
    shown = assigned(study, {}, "seed")
    assert len(shown) == shown_each(study) == 25
    assert {one.id for one in study.success_outcomes} <= set(shown)


def test_more_than_15_success_outcomes_rotate_too() -> None:
    """Of 16 success outcomes each person is shown 15."""
    study = long_study(5, 16, 10)
    assert has_rotation(study)
    assert len(assigned(study, {}, "seed")) == 5 + 15


@given(st.integers(1, 60), st.integers(0, 40), st.integers(1, 60), st.integers(1, 40))
def test_each_outcome_is_shown_as_often_as_any_other(key: int, success: int, each: int, people: int) -> None:
    """After any number of people the counts within a kind differ by at most one."""
    study = long_study(key, success, each)
    counts = Counter(one for hand in shown_to(study, people) for one in hand)
    for kind in (study.key_outcomes, study.success_outcomes):
        numbers = [counts[one.id] for one in kind] or [0]
        assert max(numbers) - min(numbers) <= 1


def test_each_pair_meets() -> None:
    """The same outcomes do not always come together: each pair is shown about equally often."""
    study = long_study(12, 0, 4)
    pairs = Counter(pair for hand in shown_to(study, 600) for pair in combinations(hand, 2))
    expected = 600 * 4 * 3 / (12 * 11)
    assert len(pairs) == 66
    assert all(0.5 * expected < count < 1.5 * expected for count in pairs.values())


def test_what_fell_behind_is_shown_first() -> None:
    """Outcomes that fewer people were shown come to the next one, whatever the seed."""
    study = long_study(6, 0, 2)
    behind = dict.fromkeys(("k-0", "k-1", "k-3", "k-5"), 7) | {"k-2": 5, "k-4": 6}
    assert {assigned(study, behind, str(seed)) for seed in range(20)} == {("k-2", "k-4")}


def test_a_part_of_a_study_keeps_all_but_its_other_outcomes() -> None:
    """The order, the steps and the questions of the study stay."""
    study = long_study(6, 1, 2)
    seen = part(study, ("s-0", "k-4", "k-1"))
    assert [one.id for one in seen.outcomes] == ["k-1", "k-4", "s-0"]
    assert replace(seen, outcomes=study.outcomes) == study
    assert not has_rotation(seen)


def test_people_are_needed_in_proportion() -> None:
    """Where each rates 10 of 40 key outcomes, four times as many people are needed."""
    assert people_factor(long_study(40, 5, 10)) == 4
    assert people_factor(long_study(0, 30, 10)) == 2


def test_rotation_is_kept_in_the_study_file() -> None:
    """The setting is read back, and one that shows nothing is refused."""
    study = long_study(6, 1, 2)
    assert study_from_json(study_to_json(study)) == study
    with pytest.raises(InvalidStudy, match="at least 1"):
        Rotation(key_outcomes=0)

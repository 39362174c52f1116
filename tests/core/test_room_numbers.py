"""What a room is told: progress by section, outcomes that split it, and how its prediction met the answers."""

import pandas as pd
import pytest

from jtbd_core.scoring.prediction import gap
from jtbd_core.scoring.progress import section_progress
from jtbd_core.scoring.split import split_outcomes
from tests.form.conftest import PARCEL
from tests.store.studies import answers

NOBODY = pd.DataFrame({"respondent": [], "outcome": []})


def finished(ratings: pd.DataFrame, assignments: pd.DataFrame = NOBODY) -> dict[str, int]:
    """Return how many people finished each section of the study of parcels."""
    return {one.name: one.finished for one in section_progress(PARCEL, ratings, assignments)}


def test_a_section_is_finished_when_all_of_it_is_answered() -> None:
    """Half a rating and half a section do not count; what does not apply is answered."""
    ratings = answers(
        ("a", "time", 5, 2, False),
        ("a", "queue", None, None, True),
        ("b", "time", 5, 2, False),
        ("c", "time", 5, 2, False),
        ("c", "queue", 4, None, False),
        ("c", "box", 1, 1, False),
    )
    assert finished(ratings) == {"Prepare": 1, "Hand over": 1, "Emotional": 0, "Functional": 0}


def test_who_is_shown_a_part_finishes_with_that_part() -> None:
    """Where each rates a part, the outcomes of others are not waited for."""
    ratings = answers(("a", "time", 5, 2, False), ("b", "time", 5, 2, False))
    shown = pd.DataFrame({"respondent": ["a", "b", "b"], "outcome": ["time", "time", "queue"]})
    assert finished(ratings, shown)["Hand over"] == 1


def room(**experiences: list[int]) -> pd.DataFrame:
    """Return ratings in which each outcome was experienced so."""
    rows = [
        (f"r{n}", outcome, 5, value, False) for outcome, values in experiences.items() for n, value in enumerate(values)
    ]
    return answers(*rows)


@pytest.mark.parametrize(
    ("experience", "is_split"),
    [
        ([1, 1, 2, 2, 4, 4, 5, 5], True),
        ([1, 2, 2, 3, 3, 4, 4, 5], True),
        ([1, 2, 3, 3, 3, 3, 4, 5], False),
        ([1, 1, 2, 2, 2, 2, 5, 5], False),
        ([1, 1, 2, 4, 4, 5, 5], False),
        ([1, 2, 2, 3, 3, 3, 4, 5, 5], False),
    ],
    ids=["two camps", "a thin middle", "a full middle", "a small camp", "too few people", "as many between"],
)
def test_a_room_is_split_by_two_camps_with_fewer_between(experience: list[int], is_split: bool) -> None:
    """Each part of the criterion decides alone."""
    assert (len(split_outcomes(room(one=experience))) == 1) is is_split


def test_the_most_even_split_is_discussed_first() -> None:
    """Outcomes come by the size of their smaller camp."""
    found = split_outcomes(room(uneven=[1] * 7 + [5] * 3, even=[2] * 5 + [4] * 5))
    assert list(found["outcome"]) == ["even", "uneven"]
    assert found.loc[0, ["n", "low", "middle", "high"]].tolist() == [10, 0.5, 0.0, 0.5]


def ranked(*groups: int) -> pd.DataFrame:
    """Return scores of outcomes a, b, c … in these tie groups."""
    return pd.DataFrame({"outcome": list("abcdefghij")[: len(groups)], "n": 12, "tie_group": groups})


def test_a_prediction_meets_the_answers() -> None:
    """Expected and at the top is a hit, expected and below a miss, at the top and not expected a surprise."""
    found = gap(ranked(1, 2, 3, 4, 5, 6, 7), ["b", "g"])
    assert found == (("b",), ("g",), ("a", "c", "d", "e"))
    assert found.sentence() == "1 of the 2 expected outcomes are at the top or tied with it; 4 surprises."


def test_what_is_tied_with_the_top_is_a_hit_and_no_surprise() -> None:
    """Where the answers do not tell who is fifth, nobody was wrong about it."""
    found = gap(ranked(1, 1, 2, 2, 2, 2, 2, 3), ["a", "g", "h"])
    assert found == (("a", "g"), ("h",), ("b",))


def test_no_prediction_has_no_gap() -> None:
    """A list of which nothing was predicted is not judged."""
    assert gap(ranked(1, 2), ["elsewhere"]) is None

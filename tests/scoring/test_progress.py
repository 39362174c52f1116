"""How far a room has come, section by section."""

import pandas as pd

from jtbd_core.scoring.progress import section_progress
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

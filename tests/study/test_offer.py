"""What a study offers people to say about themselves."""

import pytest

from jtbd_core.errors import InvalidStudy, NotFound
from jtbd_core.study import Option, Solution
from jtbd_core.study.offer import offer, offering, with_added_option, with_added_solution
from tests.store.studies import PARCEL


def test_a_study_with_all_that_it_offers_is_itself() -> None:
    """Without a solution, it lacks that; without a question, it lacks its options too."""
    assert offering(PARCEL, offer(PARCEL).keys()) is PARCEL
    assert offering(PARCEL, offer(PARCEL).keys() - {"solution.post"}).solutions == PARCEL.solutions[1:]
    assert offering(PARCEL, offer(PARCEL).keys() - {"circumstance.haste"}).circumstances == ()


def test_nothing_is_offered_twice() -> None:
    """A solution or option of the same words is refused, and so is an option of a question that is not there."""
    with pytest.raises(InvalidStudy, match="twice"):
        with_added_solution(PARCEL, Solution(id="other", name="Courier"))
    with pytest.raises(InvalidStudy, match="already"):
        with_added_option(PARCEL, "haste", Option(id="other", label="Urgent"))
    with pytest.raises(NotFound):
        with_added_option(PARCEL, "nothing", Option(id="other", label="Other"))

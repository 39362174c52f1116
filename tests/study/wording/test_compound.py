"""Compound statements: when “and” surely joins two outcomes, and when only perhaps."""

import pytest

from jtbd_core.study import Dimension
from jtbd_core.study.wording import problems
from tests.study.wording.one_statement import said, study


@pytest.mark.parametrize(
    ("place", "statement"),
    [
        ("functional", "My skills have grown and I am promoted"),
        ("functional", "The trail is marked; the huts are open"),
        ("functional", "I know where the shelters are and how I get there"),
        ("functional", "Orders are handled promptly and politely"),
        ("functional", "The information is complete, current and correct"),
        ("emotional", "I do not feel lonely or bored"),
        ("social", "Others respect and admire me"),
        (None, "Minimize the time it takes to find and open a file"),
        (None, "Minimize the likelihood that the floor is wet and slippery"),
    ],
)
def test_two_sentences_states_manners_or_acts_are_an_error(place: Dimension | None, statement: str) -> None:
    """Somebody can surely have one of them without the other."""
    assert said(study(statement, place), "L02").severity == "error"


@pytest.mark.parametrize(
    ("place", "statement"),
    [
        ("functional", "My language and culture are passed on to my children"),
        ("functional", "Claims / refunds are paid"),
        ("functional", "I have time to rest and read"),
        ("social", "My peers and clients trust me"),
        (None, "Minimize the likelihood that a parcel is lost or damaged"),
        (None, "Minimize the time it takes to load and unload a van"),
        (None, "Minimize the likelihood that the choir and the band play at different speeds"),
    ],
)
def test_what_may_be_one_idea_is_a_warning(place: Dimension | None, statement: str) -> None:
    """Two nouns, and two ways in which one thing goes wrong, may be rated as one."""
    assert said(study(statement, place), "L02").severity == "warning"


def test_each_joint_is_judged_on_its_own() -> None:
    """A doubtful one excuses no sure one."""
    found = problems(study("Claims / refunds are paid and I am told", "functional"))
    assert [one.severity for one in found if one.rule == "L02"] == ["warning", "error"]

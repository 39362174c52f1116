"""Compound statements: which can be split by one click, and which cannot."""

import pytest
from msgspec.structs import replace

from jtbd_core.study import Dimension
from jtbd_core.study.wording import applied, is_avoid, problems
from tests.study.wording.one_statement import said, study


@pytest.mark.parametrize(
    ("place", "statement", "halves"),
    [
        ("functional", "My skills have grown and I am promoted", ["My skills have grown", "I am promoted"]),
        ("functional", "My flat is quiet and bright.", ["My flat is quiet", "My flat is bright"]),
        ("emotional", "I feel rested and strong", ["I feel rested", "I feel strong"]),
        (
            None,
            "Minimize the time it takes to find and download a song",
            ["Minimize the time it takes to find a song", "Minimize the time it takes to download a song"],
        ),
        ("functional", "Orders are packed and shipped", ["Orders are packed", "Orders are shipped"]),
        ("functional", "My son can read and my daughter can swim", ["My son can read", "My daughter can swim"]),
        (
            "social",
            "My boss sees me as loyal and creative",
            ["My boss sees me as loyal", "My boss sees me as creative"],
        ),
        (
            None,
            "Minimize the time it takes to compare the offers of all banks and sign a contract",
            [
                "Minimize the time it takes to compare the offers of all banks",
                "Minimize the time it takes to sign a contract",
            ],
        ),
        (
            None,
            "Minimize the likelihood that the floor is wet and slippery",
            ["Minimize the likelihood that the floor is wet", "Minimize the likelihood that the floor is slippery"],
        ),
    ],
)
def test_one_click_splits_in_two(place: Dimension | None, statement: str, halves: list[str]) -> None:
    """Two ideas become two outcomes side by side: the first keeps its id, and both their place."""
    one = study(statement, place)
    first, second = applied(one, said(one, "L02")).outcomes
    assert [first.statement, second.statement] == halves
    assert (first.id, first.step, first.dimension) == ("one", second.step, second.dimension)
    assert second.id != "one"
    assert said(one, "L02").offer == f"Split in two: “{halves[0]}”, “{halves[1]}”"


def test_one_click_splits_two_measures() -> None:
    """“The time and effort” become two key outcomes with one measure each."""
    one = study("Minimize the time and effort it takes to lift a patient")
    said_of = said(one, "L08")
    assert [outcome.statement for outcome in applied(one, said_of).outcomes] == [
        "Minimize the time it takes to lift a patient",
        "Minimize the effort it takes to lift a patient",
    ]


@pytest.mark.parametrize(
    ("place", "statement"),
    [
        ("functional", "The report is done and my boss has read it"),
        ("functional", "I know that the parcel is sent and the recipient is told"),
        ("functional", "The parcel is not lost and not damaged"),
        ("functional", "The door and the window are shut"),
        ("functional", "My flat is quiet, bright and warm"),
        ("functional", "My package is large or heavy"),
        ("social", "My peers and clients trust me"),
        (None, "Minimize the time it takes to go and buy a song"),
        (None, "Minimize the likelihood of rust and mold"),
        (None, "Minimize the time it takes to choose a plumber and pay him"),
        ("functional", "I hope my son is well and my daughter is safe"),
    ],
)
def test_what_cannot_be_split_safely_is_not_split(place: Dimension | None, statement: str) -> None:
    """Where a half would miss a word or refer to the other, no split is offered."""
    one = study(statement, place, "avoid" if is_avoid(statement) else "wanted")
    assert not any(found.second for found in problems(one))
    assert [found.can_apply for found in problems(one) if found.rule == "L02"] in ([False], [False] * 2)


def test_no_split_makes_a_duplicate() -> None:
    """Where one of the halves is there already, the split is not offered."""
    one = study("My flat is quiet and bright", "functional")
    other = replace(one.outcomes[0], id="other", statement="My flat is bright")
    assert not said(replace(one, outcomes=(*one.outcomes, other)), "L02").can_apply

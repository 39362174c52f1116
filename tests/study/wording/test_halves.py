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

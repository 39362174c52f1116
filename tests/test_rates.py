"""Rates of claims over studies, and the aims they are judged by."""

import math

import pytest

from tests.claims import Cell
from tests.rates import Aim, rate_of, verdict_of


def test_a_rate_weights_studies_by_what_they_said() -> None:
    """A rate is all that is true of all that was said, and a study that did not speak does not count."""
    rate = rate_of([{"sure": (3, 4)}, {"sure": (0, 1)}, {"sure": (0, 0)}, {}], "sure")
    assert rate[::2] == (0.6, 5)


def test_the_error_of_a_rate_takes_studies_as_independent() -> None:
    """Of a single figure a study it is the standard error of their mean, however often each of them was said."""
    once = rate_of([{"sure": (value, 1)} for value in (0, 1, 1, 0)], "sure")
    often = rate_of([{"sure": (9 * value, 9)} for value in (0, 1, 1, 0)], "sure")
    assert once.error == pytest.approx(math.sqrt(1 / 3 / 4))
    assert often.error == pytest.approx(once.error)


@pytest.mark.parametrize(
    ("true", "is_each", "is_met"),
    [
        ((90, 95), False, True),
        ((80, 95), False, False),
        ((60, 100), False, False),
        ((89, 95), True, True),
        ((80, 95), True, False),
    ],
    ids=["near", "far", "far off in a cell", "near in each cell", "far in one cell"],
)
def test_an_aim_is_met_within_its_standard_errors(true: tuple[int, int], is_each: bool, is_met: bool) -> None:
    """Two over all cells together, three in each of them: one bad cell is enough to miss it."""
    cells = [Cell("flat", 12, 60), Cell("odi", 12, 60)]
    figures = {
        cell: [{"held": (float(place < good), 1)} for place in range(100)]
        for cell, good in zip(cells, true, strict=True)
    }
    found = verdict_of(Aim("held", 0.95, math.inf, is_each), figures)
    assert found.is_met is is_met
    assert (str(cells[0]) in found.where) is is_each


def test_an_aim_of_a_claim_that_is_hardly_said_is_not_judged() -> None:
    """A sentence that was said twice is neither true nor false at a rate."""
    found = verdict_of(Aim("held", 0.95, math.inf), {Cell("flat", 12, 60): [{"held": (0, 1)}] * 2})
    assert found.is_met
    assert "rarely" in found.where


def test_a_claim_that_was_always_true_is_not_held_to_be_too_true() -> None:
    """Twenty of twenty do not show that a rate is above 0.97, five hundred of five hundred do."""
    aim, cell = Aim("held", 0.89, 0.97), Cell("flat", 12, 60)
    assert verdict_of(aim, {cell: [{"held": (1, 1)}] * 20}).is_met
    assert not verdict_of(aim, {cell: [{"held": (1, 1)}] * 500}).is_met

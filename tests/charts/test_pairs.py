"""The list of two solutions side by side."""

import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts.pairs import MOST_ROWS, pair_description, pair_key, pair_rows
from jtbd_core.charts.spec import spec_of
from tests.charts.samples import plain_rows

NAMES, LOOKS = ("Streaming", "CD"), (3, 2)


def pair(many: int, apart: int) -> pd.DataFrame:
    """Return so many outcomes, the first of them beyond noise: better with the one and with the other in turn."""
    rows = [
        {
            "outcome": f"o{at}",
            "statement": f"Minimize the time it takes to do the thing that has the number {at}",
            "kind": "key outcome" if at % 2 else "social",
            "n_first": 30,
            "n_second": 20,
            "first": 0.7 if at % 2 else 0.2,
            "second": 0.2 if at % 2 else 0.7,
            "difference": 0.5 if at % 2 else -0.5,
            "difference_low": 0.2 if at % 2 else -0.7,
            "difference_high": 0.7 if at % 2 else -0.2,
            "is_apart": at < apart,
        }
        for at in range(many)
    ]
    return pd.DataFrame(rows)


@pytest.mark.parametrize(("many", "apart"), [(1, 0), (30, 12)])
def test_the_list_is_valid_and_renders(many: int, apart: int) -> None:
    """From one outcome to more than have room."""
    spec = spec_of(pair_rows(pair(many, apart), NAMES, LOOKS))
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


def test_outcomes_stand_under_what_can_be_said_of_them() -> None:
    """Which solution is better, or that it cannot be told; only what is beyond noise has a colour."""
    rows = plain_rows(pair_rows(pair(4, 2), NAMES, LOOKS))
    headings = {row["text"] for row in rows if "text" in row and "number" not in row["text"]}
    assert {"★ Streaming better", "● CD better", "Cannot tell"} <= headings
    marked = {row["outcome"]: row["is_apart"] for row in rows if "n_first" in row}
    assert marked == {"o0": True, "o1": True, "o2": False, "o3": False}


def test_what_has_no_room_is_counted() -> None:
    """The key says how many are shown of how many, and how many of the others are beyond noise."""
    shown = "Shown: 10 of 30 outcomes; of the others"
    assert f"{shown} 2 are better with one of them." in pair_key(pair(30, MOST_ROWS + 2), NAMES, LOOKS)
    assert f"{shown} the answers cannot tell." in pair_key(pair(30, 3), NAMES, LOOKS)
    assert "Shown" not in pair_key(pair(3, 3), NAMES, LOOKS)


def test_the_description_counts_both_sides() -> None:
    """And tells the largest difference."""
    said = pair_description(pair(4, 3), NAMES)
    assert "1 better with Streaming, 2 with CD" in said
    assert said.endswith("number 0, Streaming 20 %, CD 70 %.")


def test_an_interval_that_contradicts_its_verdict_is_explained() -> None:
    """Of few people the test can be stricter than the interval; the key says so where that is drawn."""
    table = pair(3, 3)
    said = "“Cannot tell” beside an interval without 0"
    assert said not in pair_key(table, NAMES, LOOKS)
    unsure = table.assign(is_apart=False, difference_low=0.1, difference_high=0.5)
    assert said in pair_key(unsure, NAMES, LOOKS)

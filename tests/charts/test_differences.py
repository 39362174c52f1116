"""The list of differences beyond noise."""

import altair as alt
import pandas as pd
import pytest

from jtbd_core.charts.differences import difference_list, rows_shown
from jtbd_core.scoring.measures import MEASURES
from tests.charts.samples import domains, rows_drawn


def listed(many: int = 2, is_narrow: bool = False) -> alt.LayerChart:
    """Return the list of so many differences in the share who are unmet, every second one less."""
    signs = [1 if number % 2 == 0 else -1 for number in range(many)]
    rows = pd.DataFrame(
        {
            "statement": [f"Statement {number}" for number in range(many)],
            "group": "Booklet",
            "scores": "93 %, others 35 %",
            "said": "+58 points (+24 to +75)",
            "mark": ["more" if sign > 0 else "less" for sign in signs],
            "score": 0.93,
            "others": 0.35,
            "difference": [0.58 * sign for sign in signs],
            "difference_low": [0.24 * sign for sign in signs],
            "difference_high": [0.75 * sign for sign in signs],
        }
    )
    return difference_list(rows, MEASURES["unmet"], is_narrow=is_narrow)


@pytest.mark.parametrize("is_narrow", [True, False])
def test_each_difference_has_its_direction_in_a_word(is_narrow: bool) -> None:
    """And a triangle that points the same way."""
    assert {row["word"] for row in rows_drawn(listed(2, is_narrow)) if "word" in row} == {"▲ more", "▼ less"}
    marks = [layer["mark"] for layer in listed(2, is_narrow).to_dict()["layer"]]
    assert {mark["shape"] for mark in marks if "shape" in mark} == {"triangle-up", "triangle-down"}


def test_differences_stand_on_an_axis_with_nothing_in_its_middle() -> None:
    """It reaches as far on either side, beyond the widest interval; on a phone the axis is that of the share."""
    assert domains(listed(), "x") == {(-1.0, 1.0)}
    assert domains(listed(is_narrow=True), "x") == {(0, 1.0)}


def test_a_statement_ends_before_the_group_beside_it() -> None:
    """Where a page of that width is zoomed, it is cut rather than drawn over the next column."""
    layers = listed().to_dict()["layer"]
    (statement,) = [one for one in layers if one.get("encoding", {}).get("text", {}).get("field") == "statement"]
    assert statement["mark"]["limit"] == {"expr": "width * 0.29"}


@pytest.mark.parametrize("is_narrow", [True, False])
def test_a_long_list_is_cut(is_narrow: bool) -> None:
    """The rest stands in the table."""
    most = rows_shown(is_narrow)
    names = {row["statement"] for row in rows_drawn(listed(most + 3, is_narrow)) if "statement" in row}
    assert names == {f"Statement {number}" for number in range(most)}

"""The opportunity landscape: where outcomes stand, and what marks the top group."""

import json
import re

import pytest
import vl_convert

from jtbd_core.charts import lettered, opportunity_landscape
from tests.charts.samples import domains, rows_drawn, scores_of


@pytest.mark.parametrize("axis", ["x", "y"])
def test_landscape_axes_never_follow_the_data(axis: str) -> None:
    """Both axes of the landscape run from 0 to 10 in every layer."""
    assert domains(opportunity_landscape(scores_of(6)), axis) == {(0, 10)}


def test_landscape_shows_every_outcome_at_its_scores() -> None:
    """Outcomes with scores of their own are drawn exactly there."""
    scores = scores_of(6)
    at = {row["outcome"]: row for row in rows_drawn(opportunity_landscape(scores)) if "at_importance" in row}
    for _, row in scores.iterrows():
        place = at[row["outcome"]]
        assert (place["at_importance"], place["at_satisfaction"]) == (row["importance"], row["satisfaction"])


def test_moved_outcomes_say_so() -> None:
    """The tooltip of an outcome drawn beside its place tells how many share the place."""
    scores = scores_of(3).assign(importance=5.0, satisfaction=5.0)
    told = {row.get("Drawn") for row in rows_drawn(opportunity_landscape(scores)) if "at_importance" in row}
    assert told == {"beside its exact place, shared by 3 outcomes"}


def test_crowd_keeps_intervals_of_the_top_group_only() -> None:
    """With a hundred outcomes only the top group's intervals are drawn, so that the rest stays readable."""
    chart = opportunity_landscape(scores_of(100, top=3)).to_dict()
    [whiskers] = {
        layer["data"]["name"] for layer in chart["layer"] if "x2" in layer["encoding"] and "color" in layer["encoding"]
    }
    assert len(chart["datasets"][whiskers]) == 3


def test_top_group_is_told_by_fill_and_size_too() -> None:
    """Who belongs to the top group can be seen without colour."""
    dots = opportunity_landscape(scores_of(6)).to_dict()["layer"][-1]["encoding"]
    assert {"fillOpacity", "size", "shape"} <= set(dots)


def test_a_landscape_has_letters_alone_where_it_is_told_to() -> None:
    """On a plot with room for statements they give way to letters larger than they were."""
    spec = opportunity_landscape(scores_of(6)).to_dict()
    seen = []
    for one in (spec, lettered(spec)):
        svg = vl_convert.vegalite_to_svg({**one, "width": 800, "height": 600})
        texts = re.findall(r"text: (A[^\"]*)\"[^>]* font-size=\"(\d+)[^>]* opacity=\"1\"", svg)
        seen.append({(len(text) > 1, int(size)) for text, size in texts})
    assert seen == [{(True, 12)}, {(False, 24)}]


def test_same_scores_same_chart() -> None:
    """Drawing twice gives the same chart to the byte."""
    first, second = (json.dumps(opportunity_landscape(scores_of(9)).to_dict()) for _ in range(2))
    assert first == second

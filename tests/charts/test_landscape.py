"""The opportunity landscape: where outcomes stand, and what marks the top group."""

import json
import re

import altair as alt
import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts import letters, opportunity_landscape
from jtbd_core.charts.palette import COLOURS, GREY
from tests.charts.samples import domains, rows_drawn, scores_of, with_bands


def landscape(scores: pd.DataFrame) -> alt.LayerChart:
    """Return the landscape with the letters that these scores alone would have."""
    return opportunity_landscape(scores, letters(scores))


@pytest.mark.parametrize("axis", ["x", "y"])
def test_landscape_axes_never_follow_the_data(axis: str) -> None:
    """Both axes of the landscape run from 0 to 10 in every layer."""
    assert domains(landscape(scores_of(6)), axis) == {(0, 10)}


def test_landscape_shows_every_outcome_at_its_scores() -> None:
    """Outcomes with scores of their own are drawn exactly there."""
    scores = scores_of(6)
    at = {row["outcome"]: row for row in rows_drawn(landscape(scores)) if "at_importance" in row}
    for _, row in scores.iterrows():
        place = at[row["outcome"]]
        assert (place["at_importance"], place["at_satisfaction"]) == (row["importance"], row["satisfaction"])


def test_moved_outcomes_say_so() -> None:
    """The tooltip of an outcome drawn beside its place tells how many share the place."""
    scores = scores_of(3).assign(importance=5.0, satisfaction=5.0)
    told = {row.get("Drawn") for row in rows_drawn(landscape(scores)) if "at_importance" in row}
    assert told == {"beside its exact place, shared by 3 outcomes"}


def test_lettered_outcomes_alone_have_crosses() -> None:
    """With many contenders the intervals of eight are drawn, so that the rest stays readable."""
    scores = scores_of(100, top=20, kind="social")
    chart = opportunity_landscape(scores, letters(scores)).to_dict()
    [whiskers] = {
        layer["data"]["name"] for layer in chart["layer"] if "x2" in layer["encoding"] and "color" in layer["encoding"]
    }
    assert len(chart["datasets"][whiskers]) == 8


def test_contenders_are_told_by_fill_and_size_too() -> None:
    """They can be seen without colour; all others are grey."""
    dots = landscape(scores_of(6)).to_dict()["layer"][-1]["encoding"]
    assert {"fill", "size", "shape"} <= set(dots)
    assert dots["color"] == {"value": GREY, "condition": dots["color"]["condition"]}
    assert dots["color"]["condition"]["test"] == "datum.is_top"


def test_colour_means_the_contenders_alone() -> None:
    """They have that of their kind; the legend has shapes without a colour."""
    spec = landscape(scores_of(6, top=1)).to_dict()
    dots = spec["layer"][-1]
    (first,) = [row["colour"] for row in spec["datasets"][dots["data"]["name"]] if row["is_top"]]
    assert first == COLOURS[scores_of(6)["kind"].iloc[0]]
    legends = [one["mark"]["color"] for one in spec["layer"] if one["encoding"].get("shape", {}).get("legend")]
    assert legends == [GREY]


def test_axes_say_what_they_measure() -> None:
    """Satisfaction is called by what it means on the scale."""
    scores = scores_of(3)
    for said in ("Satisfaction", "Satisfaction: meets expectations"):
        dots = opportunity_landscape(scores, {}, satisfied=said).to_dict()["layer"][-1]["encoding"]
        assert dots["x"]["axis"]["title"] == "Importance (0–10)"
        assert dots["y"]["axis"]["title"] == f"{said} (0–10)"


def test_bands_are_drawn_where_the_scale_has_them() -> None:
    """Contours and names of bands are Ulwick's on the satisfaction scale; elsewhere the diagonal parts the plane."""
    plain, banded = (str(landscape(one).to_dict()) for one in (scores_of(4), with_bands(scores_of(4))))
    for name in ("solid", "high", "extreme", "over-served"):
        assert f"'{name}'" in banded
        assert f"'{name}'" not in plain
    for name in ("served well", "important, falls short"):
        assert f"'{name}'" in plain
        assert f"'{name}'" not in banded


def test_letters_grow_with_the_plot() -> None:
    """On a projector they are larger than on a phone."""
    spec = landscape(scores_of(6)).to_dict()
    sizes = []
    for side in (300, 600):
        svg = vl_convert.vegalite_to_svg({**spec, "width": side, "height": side})
        sizes.append(
            {float(size) for size in re.findall(r'aria-label="[^"]*text: A"[^>]* font-size="([\d.]+)px"', svg)}
        )
    assert max(sizes[0]) < min(sizes[1])


def test_same_scores_same_chart() -> None:
    """Drawing twice gives the same chart to the byte."""
    first, second = (json.dumps(landscape(scores_of(9)).to_dict()) for _ in range(2))
    assert first == second

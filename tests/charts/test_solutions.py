"""The plane of solutions, the list of two of them, and the bars of job steps: valid, complete, readable."""

import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts.name_places import SMALL, name_places
from jtbd_core.charts.palette import SHAPES, SIGNS, SOLUTION_COLOURS, SOLUTION_SHAPES
from jtbd_core.charts.solutions import domains, plane_description, solution_plane
from jtbd_core.charts.spec import spec_of
from tests.charts.samples import plain_rows

EVERYBODY = {"efficiency": 4.6, "effectiveness": 6.8}


def points(places: list[tuple[str, float, float]]) -> pd.DataFrame:
    """Return solutions by name, efficiency and effectiveness, with intervals of ± 0.5."""
    found = pd.DataFrame(places, columns=["name", "efficiency", "effectiveness"]).assign(look=range(len(places)), n=20)
    for what in ("efficiency", "effectiveness"):
        found = found.assign(**{f"{what}_low": found[what] - 0.5, f"{what}_high": found[what] + 0.5})
    return found


FOUR = [("Vinyl on a record player", 3.9, 8.2), ("Cassette", 2.9, 7.5), ("CD", 5.0, 7.9), ("Streaming", 5.4, 5.6)]


def test_the_plane_is_valid() -> None:
    """It fits Vega-Lite's schema, and sets no width."""
    assert "width" not in solution_plane(points(FOUR[:1]), EVERYBODY).to_dict()


@pytest.mark.parametrize("many", [1, 8])
def test_the_plane_renders(many: int) -> None:
    """From one solution to as many as have a shape of their own."""
    places = [(f"Solution number {at}", 2 + at % 3, 4 + at / 2) for at in range(many)]
    spec = spec_of(solution_plane(points(places), EVERYBODY))
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


def test_each_solution_has_its_own_look() -> None:
    """A colour, a shape and the same shape as a letter; none is a triangle that means more or less."""
    assert not {"triangle-up", "triangle-down"} & {*SOLUTION_SHAPES, *SHAPES.values()}
    assert len(set(SOLUTION_COLOURS)) == len(set(SOLUTION_SHAPES)) == len(set(SIGNS)) == 8


def test_names_cover_neither_points_nor_each_other() -> None:
    """On a phone too; of two in one place one name at least has its place."""
    places = name_places(points(FOUR), EVERYBODY, ((2, 8), (4, 10)), SMALL)
    assert len(places) == len(FOUR)
    crowd = points([(f"Name of one {at}", 4.0, 7.0) for at in range(8)])
    assert 0 < len(name_places(crowd, EVERYBODY, ((2, 8), (4, 10)), SMALL)) < 8
    assert SMALL == (250.0, 250.0)


def test_a_name_keeps_off_the_lines_of_everybody() -> None:
    """It stands on the other side of its point where that is free."""
    one = points([("Cassette", 4.0, 8.0)])
    (beside,) = name_places(one, {"efficiency": 4.6, "effectiveness": 5.0}, ((2, 8), (4, 10)), SMALL)["right"]
    (free,) = name_places(one, {"efficiency": 2.1, "effectiveness": 5.0}, ((2, 8), (4, 10)), SMALL)["right"]
    assert (beside, free) == (-1, 1)


def test_a_side_that_cannot_be_told_is_neither_coloured_nor_filled() -> None:
    """Where a bar takes in everybody's score; a point in a shaded corner would look as if it had won both."""
    chart = solution_plane(points(FOUR), EVERYBODY)
    told = {
        row["name"]: (row["tells_effectiveness"], row["tells_efficiency"]) for row in plain_rows(chart) if "n" in row
    }
    assert told["CD"] == (True, False)
    assert told["Cassette"] == told["Streaming"] == (True, True)
    assert not [one for one in spec_of(chart)["layer"] if one["mark"]["type"] == "rect"]
    point = next(one for one in spec_of(chart)["layer"] if one["mark"]["type"] == "point")
    assert point["encoding"]["fill"]["condition"]["test"] == "datum.tells_efficiency && datum.tells_effectiveness"


def test_both_axes_are_as_long() -> None:
    """A point is as far off across as it is up; no axis leaves 0 to 10."""
    for places, ends in ((FOUR, ((2, 8), (4, 10))), ([("A", 9.4, 9.2), ("B", 9.4, 1.0)], ((0, 10), (0, 10)))):
        across, up = domains(points(places), EVERYBODY)
        assert across[1] - across[0] == up[1] - up[0]
        assert (across, up) == ends


def test_the_description_says_all_figures() -> None:
    """Who cannot see the plane hears both scores of each with their intervals, and everybody's."""
    said = plane_description(points(FOUR[:1]), EVERYBODY)
    assert "Vinyl on a record player: effectiveness 8.2 (7.7–8.7), efficiency 3.9 (3.4–4.4), 20 people" in said
    assert said.endswith("Everybody: effectiveness 6.8, efficiency 4.6.")

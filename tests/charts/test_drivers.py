"""The points of job steps."""

import pytest
import vl_convert

from jtbd_core.charts.drivers import axis_end, driver_description, driver_points, heading
from jtbd_core.charts.spec import spec_of
from tests.charts.samples import plain_rows
from tests.scoring.standings_of import drivers_of

STATEMENT = "I feel confident that my recovery is on track and stays on it for as long as I like"


@pytest.mark.parametrize("leading", [(), ("Find", "Use")])
def test_the_points_are_valid_and_render(leading: tuple[str, ...]) -> None:
    """With no step, one or two that stand out."""
    found = drivers_of({"s0": leading})
    spec = driver_points(found, heading(STATEMENT, ["unmet for 40 %"]), axis_end(found)).to_dict()
    assert "width" not in spec
    assert vl_convert.vegalite_to_svg(spec).startswith("<svg")


def test_a_step_that_stands_out_alone_is_filled() -> None:
    """All have the same marks, without a bar: length would say more than the answers do."""
    for leading in (("Buy",), ()):
        spec = spec_of(driver_points(drivers_of({"s0": leading}), heading("", []), 40))
        assert {layer["mark"]["type"] for layer in spec["layer"]} == {"text", "rule", "point"}
        (points,) = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
        filled = {row["step"] for row in spec["datasets"][points["data"]["name"]] if row["stands_out"]}
        assert filled == set(leading)
        assert points["encoding"]["fill"]["condition"]["test"] == "datum.stands_out"


def test_a_step_that_stands_out_has_its_share_beside_it() -> None:
    """And says where it goes the other way round; the steps keep the order of the job."""
    rows = plain_rows(driver_points(drivers_of({"s0": ("Buy",)}, is_opposite=True), heading("", []), 40))
    assert {row["label"] for row in rows if "label" in row} == {"20 % · the other way round"}
    names = {row["row"]: row["text"] for row in rows if "text" in row and "row" in row}
    assert [names[at] for at in sorted(names)] == ["Find", "Buy", "Use"]


def test_the_axis_has_room_for_the_figures() -> None:
    """It ends at a ten, a figure's width above the highest limit."""
    assert axis_end(drivers_of({"s0": ()})) == 40


def test_the_description_says_each_share() -> None:
    """Who cannot see the points hears them."""
    said = driver_description(drivers_of({"s0": ("Buy",)}), "I am calm", "20 % of the variation goes with “Buy”.")
    assert said.startswith("I am calm: 20 % of the variation goes with “Buy”.")
    assert "Find, 3 % (1–30); Buy, 20 % (1–30); Use, 3 % (1–30)." in said

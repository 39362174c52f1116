"""The palette: a colour and a shape for each kind of outcome."""

import pandas as pd
import pytest
import vl_convert

from jtbd_core.charts import interval_list
from jtbd_core.charts.palette import COLOURS, GREY, SHAPES, scale
from jtbd_core.charts.spec import spec_of
from jtbd_core.study import KINDS
from tests.charts.samples import scores_of


def test_every_kind_has_a_colour_and_a_shape() -> None:
    """The palette knows all kinds that a study can have, and no others."""
    assert set(COLOURS) == set(SHAPES) == set(KINDS)


def test_a_kind_keeps_its_colour_whichever_others_are_there() -> None:
    """A scale has the kinds present, in the order of every legend, each with its own look."""
    found = scale(pd.Series(["social", "key outcome"]), COLOURS)
    assert (found.domain, found.range) == (["key outcome", "social"], [COLOURS["key outcome"], COLOURS["social"]])


def test_a_legend_tells_shapes_alone() -> None:
    """Colour means those that contend: the symbols of kinds are grey; one kind needs no legend."""
    several, one = (interval_list(scores_of(4, kind=kind), "unmet") for kind in ("", "social"))
    (legend,) = vl_convert.vegalite_to_vega(spec_of(several))["legends"]
    assert legend["encode"]["symbols"]["update"]["stroke"] == {"value": GREY}
    assert "legends" not in vl_convert.vegalite_to_vega(spec_of(one))


def test_an_unknown_kind_has_no_colour() -> None:
    """A kind that the palette lacks is refused by name."""
    with pytest.raises(ValueError, match="spiritual"):
        scale(pd.Series(["spiritual"]), SHAPES)

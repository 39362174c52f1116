"""The palette: a colour and a shape for each kind of outcome."""

import pandas as pd
import pytest

from jtbd_core.charts.palette import COLOURS, GREY, SHAPES, colours, legend, scale
from jtbd_core.study import KINDS


def test_every_kind_has_a_colour_and_a_shape() -> None:
    """The palette knows all kinds that a study can have, and no others."""
    assert set(COLOURS) == set(SHAPES) == set(KINDS)


def test_one_kind_needs_no_legend() -> None:
    """The legend of kinds is there only where there is more than one."""
    assert legend(pd.Series(["social", "social"]), "top") is None
    assert legend(pd.Series(["social", "functional"]), "top")


def test_a_kind_keeps_its_colour_whichever_others_are_there() -> None:
    """A scale has the kinds present, in the order of every legend, each with its own look."""
    found = scale(pd.Series(["social", "key outcome"]), COLOURS)
    assert (found.domain, found.range) == (["key outcome", "social"], [COLOURS["key outcome"], COLOURS["social"]])


def test_a_legend_has_no_colour_that_no_mark_has() -> None:
    """A kind whose outcomes are all drawn in grey is grey in the legend too."""
    found = colours(pd.Series(["social", "functional", "social"]), pd.Series([False, True, False]))
    assert (found.domain, found.range) == (["functional", "social"], [COLOURS["functional"], GREY])


def test_an_unknown_kind_has_no_colour() -> None:
    """A kind that the palette lacks is refused by name."""
    with pytest.raises(ValueError, match="spiritual"):
        scale(pd.Series(["spiritual"]), SHAPES)

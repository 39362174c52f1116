"""Job steps that success goes with, as a table for people."""

import numpy as np

from jtbd_core.exchange.driver_table import driver_table
from tests.scoring.standings_of import drivers_of


def test_the_table_says_what_stands_out() -> None:
    """Shares are in per cent; an outcome that too few people rated has empty cells."""
    found = drivers_of({"s0": ("Buy",)}, p=0.004).assign(statement="I am calm")
    table = driver_table(found)
    assert table["Goes with it, %"].tolist() == [3, 20, 3]
    assert table["95 %"].tolist() == ["1–30"] * 3
    assert table["Stands out"].tolist() == ["", "yes", ""]
    assert table["p"].tolist() == ["< 0.01"] * 3
    empty = driver_table(found.assign(share=np.nan, share_low=np.nan, share_high=np.nan, r2=np.nan, p=np.nan))
    assert empty["Goes with it, %"].isna().all()
    assert empty["p"].tolist() == empty["95 %"].tolist() == [""] * 3

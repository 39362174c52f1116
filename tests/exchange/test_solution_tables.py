"""Two solutions side by side as a table for people."""

from jtbd_core.exchange.solution_tables import pair_table
from tests.charts.test_pairs import pair


def test_the_table_says_which_is_better() -> None:
    """Shares are in per cent, each solution is named, and what is no more than noise cannot be told."""
    found = pair_table(pair(2, 1), ("Streaming", "CD"))
    assert found["Verdict"].tolist() == ["CD better", "cannot tell"]
    assert found["Streaming, % met"].tolist() == [20, 70]
    assert found["95 %"].tolist() == ["−70 to −20", "+20 to +70"]
    assert found["n, CD"].tolist() == [20, 20]

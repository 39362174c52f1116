"""The letters of the outcomes at the top."""

import pandas as pd
import pytest

from jtbd_core.charts import letters
from tests.charts.samples import scores_of


def test_at_most_eight_letters() -> None:
    """The landscape names the top group, best first, and never more than eight."""
    assert letters(scores_of(20, top=3)) == {"o0": "A", "o1": "B", "o2": "C"}
    assert len(letters(scores_of(20, top=12))) == 8


@pytest.mark.parametrize(("success", "key", "shares"), [(9, 9, [4, 4]), (9, 2, [6, 2]), (1, 9, [1, 7]), (3, 0, [3, 0])])
def test_both_kinds_have_letters(success: int, key: int, shares: list[int]) -> None:
    """However many cannot be told apart, the leaders of one kind leave room for those of the other."""
    kinds = ["functional"] * success + ["key outcome"] * key
    named = letters(pd.DataFrame({"outcome": range(len(kinds)), "kind": kinds, "n": 12, "tie_group": 1}))
    assert [sum(kinds[one] == kind for one in named) for kind in ("functional", "key outcome")] == shares
    assert "".join(named.values()) == "ABCDEFGH"[: sum(shares)]

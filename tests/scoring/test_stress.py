"""Whether the top list hangs on the formula."""

import pandas as pd

from jtbd_core.scoring import stress_test
from tests.scoring.samples import workshop


def test_stress_test_with_importance() -> None:
    """Each formula keeps or replaces outcomes of the shown list, and says which."""
    table = stress_test(workshop(30), top=4).set_index("formula")
    assert list(table.index) == ["opportunity", "unclamped", "rescaled means", "value wanted", "gap"]
    assert table.loc["opportunity", ["stay", "of"]].tolist() == [4, 4]
    assert (table["stay"] + table["dropped"].str.len() == table["of"]).all()
    assert (table["dropped"].str.len() == table["joined"].str.len()).all()


def test_stress_test_tells_formulas_apart() -> None:
    """An outcome that is merely important leads by opportunity, and one that merely fails leads by value wanted."""
    rows = [("kept", 5, 4), ("failing", 3, 1)]
    ratings = pd.DataFrame(
        [(person, *row) for person in range(9) for row in rows],
        columns=["respondent", "outcome", "importance", "experience"],
    )
    table = stress_test(ratings, top=1).set_index("formula")
    assert table["stay"].to_dict() == {
        "opportunity": 1,
        "unclamped": 1,
        "rescaled means": 1,
        "value wanted": 0,
        "gap": 0,
    }
    assert table.loc["gap", ["dropped", "joined"]].tolist() == [("kept",), ("failing",)]


def test_stress_test_without_importance() -> None:
    """With experience alone the other formulas are the share falling short and the mean."""
    table = stress_test(workshop(30).drop(columns="importance"), top=4)
    assert list(table["formula"]) == ["value wanted", "share falling short", "mean experience"]
    assert table.loc[0, "stay"] == 4

"""The point scores, against worked figures and a real file."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from jtbd_core import score
from jtbd_core.exchange.ratings_file import read_ratings
from tests.scoring.samples import ratings_of


def shares(important: int, satisfied: int, of: int = 20) -> pd.DataFrame:
    """Return ratings in which so many of all find it important, and so many are satisfied."""
    return ratings_of([5.0] * important + [1.0] * (of - important), [4.0] * satisfied + [3.0] * (of - satisfied))


def test_six_people() -> None:
    """Six people worked by hand give importance 6.667, satisfaction 5.000 and opportunity 8.333."""
    row = score(ratings_of([5, 5, 4, 3, 2, 4], [2, 4, 5, 3, 4, 1])).iloc[0]
    found = [row["importance"], row["satisfaction"], row["opportunity"]]
    assert found == pytest.approx([6.667, 5.000, 8.333], abs=5e-4)


@pytest.mark.parametrize(("important", "satisfied", "expected"), [(15, 8, 11.0), (18, 3, 16.5), (8, 15, 4.0)])
def test_published_opportunities(important: int, satisfied: int, expected: float) -> None:
    """75 % and 40 % give 11.0, 90 % and 15 % give 16.5; more satisfied than important takes nothing away."""
    assert score(shares(important, satisfied)).loc[0, "opportunity"] == pytest.approx(expected)


def test_value_wanted() -> None:
    """Half fall short by 1.6 points on average, so 0.8 points are wanted, whatever others have to spare."""
    row = score(ratings_of([3] * 10, [2, 3, 3, 4, 4, 5, 1, 4, 5, 3])).iloc[0]
    assert row["share_short"] == 0.5
    assert row["value_wanted"] == pytest.approx(0.80)
    assert row["value_wanted"] / row["share_short"] == pytest.approx(1.60)


def test_the_expectation_scale_counts_from_3() -> None:
    """Against expectation only 1 and 2 fall short, by two points and by one."""
    row = score(ratings_of([3] * 5, [1, 2, 3, 4, 5]), anchor=3).iloc[0]
    assert [row["share_short"], row["satisfaction"], row["value_wanted"]] == pytest.approx([0.4, 6.0, 0.6])


def test_each_outcome_is_clamped_by_itself() -> None:
    """An outcome with more satisfaction than importance keeps its importance beside one that falls short."""
    both = pd.concat([shares(15, 8), shares(8, 15).assign(outcome="calm")])
    assert score(both).set_index("outcome")["opportunity"].to_dict() == {"speed": 11.0, "calm": 4.0}


def test_only_people_who_rated_both_count() -> None:
    """A rating without its partner is missing, not a low answer."""
    row = score(ratings_of([5, np.nan, 5, 2], [1, 1, np.nan, 5])).iloc[0]
    assert [row["n"], row["importance"], row["satisfaction"]] == [2, 5.0, 5.0]


def test_each_outcome_may_have_its_own_anchor() -> None:
    """With a mapping, a 3 meets one outcome's expectation and falls short of the other's."""
    both = pd.concat([ratings_of([5.0], [3.0], name) for name in ("kind", "fast")])
    table = score(both, anchor={"kind": 3, "fast": 4}).set_index("outcome")
    assert table["share_short"].to_dict() == {"kind": 0.0, "fast": 1.0}


@pytest.mark.shared
def test_a_real_file_of_177_people(shared: Path) -> None:
    """The first eight outcomes of the real file give what was worked out from it independently."""
    table = score(read_ratings(shared / "data" / "odi_177x23.csv").ratings).set_index("outcome")
    with (shared / "data" / "odi_177x23_expected_first8.csv").open() as lines:
        for expected in csv.DictReader(lines):
            row = table.loc[f"outcome_{expected['outcome']}"]
            assert row["n"] == int(expected["n_imp"])
            wanted = [float(expected[name]) for name in ("imp_t2b10", "sat_t2b10", "opp_t2b_clamped")]
            assert [row["importance"], row["satisfaction"], row["opportunity"]] == pytest.approx(wanted, abs=6e-5)

"""Scores weighted to the shares of a question's options, beside the plain ones."""

import pytest

from jtbd_core.live.snapshot import Snapshot
from jtbd_core.live.weighted import weighted_view
from jtbd_core.scoring import score
from tests.live.compared import STUDY, SUCCESS

EQUAL = (("home", 1 / 3), ("move", 1 / 3), ("work", 1 / 3))


def test_each_option_counts_by_its_share(snapshot: Snapshot) -> None:
    """The weighted scores are those of weights share ÷ share given; the plain ones stand beside them."""
    found = weighted_view("place", EQUAL, STUDY, snapshot)
    place = snapshot.groups[snapshot.groups["question"] == "place"].set_index("respondent")["option"]
    weights = 1 / place.map(place.value_counts())
    ratings = snapshot.ratings[snapshot.ratings["outcome"].isin([one.id for one in STUDY.success_outcomes])]
    table = score(ratings, STUDY.readings(), by="unmet", weights=weights)
    statements = {one.id: one.statement for one in STUDY.outcomes}
    assert [(row.statement, row.weighted) for row in found.rows[SUCCESS]] == [
        (statements[row["outcome"]], f"{100 * row['unmet']:.0f} %") for _, row in table.iterrows()
    ]
    assert [row.n_eff for row in found.rows[SUCCESS]] == pytest.approx(table["n_eff"].tolist())
    assert found.n_eff < found.people == 60
    plain = score(ratings, STUDY.readings(), by="unmet").set_index("outcome")["unmet"]
    first = found.rows[SUCCESS][0]
    assert first.plain == f"{100 * plain[table['outcome'].iloc[0]]:.0f} %"


def test_the_shares_that_are_there_change_nothing(snapshot: Snapshot) -> None:
    """Everybody weighs the same then."""
    place = snapshot.groups.loc[snapshot.groups["question"] == "place", "option"].value_counts(normalize=True)
    found = weighted_view("place", tuple(place.items()), STUDY, snapshot)
    assert found.n_eff == pytest.approx(60)
    assert all(row.plain == row.weighted for row in found.rows[SUCCESS])


def test_shares_out_of_reach_are_refused_in_words(snapshot: Snapshot) -> None:
    """A few cannot stand for nearly everybody: their weights are capped."""
    found = weighted_view("place", (("home", 0.05), ("move", 0.05), ("work", 0.9)), STUDY, snapshot)
    assert found.rows == {}
    assert "5 times the median do not reach" in found.refusal

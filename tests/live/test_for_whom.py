"""For whom: the groups of a snapshot compared, and what of it is shown."""

import pandas as pd
import pytest

from jtbd_core import compare
from jtbd_core.live.for_whom import ForWhom, for_whom
from jtbd_core.live.snapshot import Snapshot
from tests.live.compared import STUDY, SUCCESS, snapshot_of


def test_the_demo_study_has_its_planted_difference(found: ForWhom) -> None:
    """Who streams is not left alone: the headline says so, and it is marked as more."""
    assert "short for 64 % of the group “Streaming service”, for 7 % of the others" in found.sentence(SUCCESS, "unmet")
    row = found.marked(SUCCESS, "unmet").iloc[0]
    assert (row["group"], row["mark"]) == ("Streaming service", "more")
    assert row["difference"] == pytest.approx(row["score"] - row["others"])


def test_figures_are_rounded_to_what_is_shown(found: ForWhom) -> None:
    """Further digits of few people would tell of each of them."""
    for by, decimals in (("unmet", 2), ("opportunity", 1)):
        table = found.tables[by]
        for name in ("score", "others", "difference", "difference_low", "difference_high"):
            assert table[name].equals(table[name].round(decimals))
        assert table["p"].equals(table["p"].round(2))
        assert found.everybody[by].equals(found.everybody[by].round(decimals))


def test_cells_that_may_not_be_shown_are_not_there(snapshot: Snapshot, found: ForWhom) -> None:
    """Rows are those of `shown`, over which marks are judged together; a group without any is named as hidden."""
    cells = set(zip(snapshot.shown["question"], snapshot.shown["option"], snapshot.shown["outcome"], strict=True))
    table = found.tables["unmet"]
    assert set(zip(table["question"], table["option"], table["outcome"], strict=True)) == cells
    one = snapshot.shown[snapshot.shown["option"] == "vinyl"]
    hidden = for_whom(STUDY, snapshot._replace(shown=one)).hidden
    assert "Streaming service" in hidden
    assert "Vinyl on a record player" not in hidden
    assert (found.hidden, found.crossings_hidden) == ((), 24 - (len(found.columns) - 10))


def test_columns_stand_in_the_order_of_the_study(found: ForWhom) -> None:
    """Solutions first, then circumstances, then both crossed; contenders have their letters."""
    assert [column.title for column in found.columns][:4] == [one.name for one in STUDY.solutions]
    assert list(found.questions)[:3] == ["solution", "place", "frequency"]
    assert found.questions["solution+place"] == "Solution × Where do you mostly listen?"
    assert found.everybody.loc[found.everybody["kind"] == SUCCESS, "letter"].iloc[0] == "A"


def test_rounds_are_no_groups_here() -> None:
    """Of two rounds everybody's answers are compared by solution and circumstance."""
    both = snapshot_of(8, rounds=2)
    assert "round" in set(both.shown["question"])
    assert "round" not in for_whom(STUDY, both).questions


def test_a_group_has_the_people_of_one_outcome(snapshot: Snapshot) -> None:
    """Who rated something else alone makes none larger: by one person more between two reveals they would be told."""
    first, last = snapshot.ratings["outcome"].iloc[0], snapshot.ratings["outcome"].iloc[-1]
    raters = snapshot.ratings.loc[snapshot.ratings["outcome"] == first, "respondent"]
    halves = pd.concat(
        [
            snapshot.ratings[snapshot.ratings["outcome"] == first],
            snapshot.ratings[(snapshot.ratings["outcome"] == last) & ~snapshot.ratings["respondent"].isin(raters[::2])],
        ]
    )
    found = for_whom(STUDY, snapshot._replace(ratings=halves, shown=snapshot.shown[snapshot.shown["outcome"] == first]))
    assert found.people > found.everybody["n"].max()
    numbers = found.tables["unmet"].groupby(["question", "option"])["n"].max()
    assert [one.people for one in found.columns] == [numbers[one.question, one.option] for one in found.columns]


def test_p_values_are_those_of_compare(snapshot: Snapshot, found: ForWhom) -> None:
    """What a notebook computes from the same cells is what the page shows."""
    single = snapshot.groups[~snapshot.groups["question"].str.contains("+", regex=False)]
    table = compare(snapshot.ratings, single, STUDY.readings()).set_index(["question", "option", "outcome"])
    shown = found.tables["unmet"].set_index(["question", "option", "outcome"])
    cell = ("solution", "streaming", found.marked(SUCCESS, "unmet")["outcome"].iloc[0])
    assert table.loc[cell, "p"].round(2) == shown.loc[cell, "p"]
    assert table.loc[cell, "score"].round(2) == shown.loc[cell, "score"]

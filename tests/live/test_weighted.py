"""Scores weighted to the shares of a question's options, beside the plain ones."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest
from msgspec.structs import replace

from jtbd_core.contract import Store
from jtbd_core.exchange.demo import demo_answers
from jtbd_core.live.file_weights import file_weights
from jtbd_core.live.findings import room_cache
from jtbd_core.live.snapshot import Snapshot, whole_snapshot
from jtbd_core.live.weighted import file_weighted_view, shown_margin, weighted_view
from jtbd_core.scoring import score
from jtbd_core.scoring.weights import capped, effective_n
from jtbd_core.study.scale import HUNDRED, Instrument, Settings
from jtbd_core.wave.margin import Margin
from tests.live.compared import KEY, STUDY, SUCCESS

NO_PROFILES = pd.DataFrame(columns=["respondent", "question", "option"])
EQUAL = (("home", 1 / 3), ("move", 1 / 3), ("work", 1 / 3))


def counted(snapshot: Snapshot) -> "pd.Series[str]":
    """Return the places of those who rated the outcome that most people rated."""
    ratings = snapshot.ratings
    counts = ratings["outcome"].value_counts()
    most = max(counts.index, key=lambda one: (counts[one], one))
    place = snapshot.groups[snapshot.groups["question"] == "place"].set_index("respondent")["option"]
    return place[ratings.loc[ratings["outcome"] == most, "respondent"]]


def test_each_option_counts_by_its_share(snapshot: Snapshot) -> None:
    """The weighted scores are those of weights share ÷ share given; the plain ones stand beside them."""
    found = weighted_view("place", EQUAL, STUDY, snapshot)
    place = snapshot.groups[snapshot.groups["question"] == "place"].set_index("respondent")["option"]
    weights = 1 / place.map(counted(snapshot).value_counts())
    ratings = snapshot.ratings[snapshot.ratings["outcome"].isin([one.id for one in STUDY.success_outcomes])]
    table = score(ratings, STUDY.readings(), by="unmet", weights=weights)
    statements = {one.id: one.statement for one in STUDY.outcomes}
    assert [(row.statement, row.weighted) for row in found.rows[SUCCESS]] == [
        (statements[row["outcome"]], f"{100 * row['unmet']:.0f} %") for _, row in table.iterrows()
    ]
    assert [row.n_eff for row in found.rows[SUCCESS]] == pytest.approx(table["n_eff"].tolist())
    assert found.n_eff < found.people == len(counted(snapshot))
    plain = score(ratings, STUDY.readings(), by="unmet").set_index("outcome")["unmet"]
    first = found.rows[SUCCESS][0]
    assert first.plain == f"{100 * plain[table['outcome'].iloc[0]]:.0f} %"


def test_the_shares_that_are_there_change_nothing(snapshot: Snapshot) -> None:
    """Everybody weighs the same then."""
    place = counted(snapshot).value_counts(normalize=True)
    found = weighted_view("place", tuple(place.items()), STUDY, snapshot)
    assert found.n_eff == pytest.approx(len(counted(snapshot)))
    assert all(row.plain == row.weighted for row in found.rows[SUCCESS])


def weighed(ratings: Mapping[str, pd.DataFrame], weights: Mapping[str, pd.DataFrame]) -> Snapshot:
    """Return the snapshot of rounds whose people have weights."""
    answers = {number: (one, NO_PROFILES) for number, one in ratings.items()}
    return whole_snapshot(STUDY, answers)._replace(weights=file_weights(weights))


def test_people_count_by_the_weights_of_their_file() -> None:
    """As in `score --weight`: cut to 5 times the median; who has none counts as the mean does."""
    ratings, _ = demo_answers(STUDY, 40)
    people = ratings["respondent"].unique()
    given = pd.DataFrame({"respondent": people, "weight": [0.5, 1.0, 1.5, 100.0] * 10})
    snapshot = weighed({"1": ratings}, {"1": given})
    found = file_weighted_view(STUDY, snapshot)
    weights = capped(given.set_index("respondent")["weight"])
    parts = ratings[ratings["outcome"].isin([one.id for one in STUDY.success_outcomes])]
    table = score(parts, STUDY.readings(), by="unmet", weights=weights)
    assert [row.weighted for row in found.rows[SUCCESS]] == [f"{100 * unmet:.0f} %" for unmet in table["unmet"]]
    assert [row.n_eff for row in found.rows[SUCCESS]] == pytest.approx(table["n_eff"].tolist())
    assert found.n_eff == pytest.approx(effective_n(weights))
    assert found.hidden == {SUCCESS: (), KEY: ()}
    without = weighed({"1": ratings}, {"1": given.iloc[:0]})
    assert file_weighted_view(STUDY, without).n_eff == pytest.approx(40)


def test_rounds_with_weights_on_other_scales_are_pooled() -> None:
    """The weights of each round are in means of its own: no round outweighs another by its scale."""
    ratings, _ = demo_answers(STUDY, 20)
    given = pd.DataFrame({"respondent": ratings["respondent"].unique(), "weight": [1.0, 3.0] * 10})
    thousands = given.assign(weight=1000 * given["weight"])
    weights = {"1": given, "2": thousands, "3": given.iloc[:0]}
    found = file_weighted_view(STUDY, weighed(dict.fromkeys(weights, ratings), weights))
    expected = np.array([0.5, 1.5] * 20 + [1.0] * 20)
    assert found.n_eff == pytest.approx(effective_n(expected))


def test_weights_too_far_apart_are_refused_in_words() -> None:
    """A weight that would be lost beside the others is a slip."""
    ratings, _ = demo_answers(STUDY, 20)
    given = pd.DataFrame({"respondent": ratings["respondent"].unique(), "weight": [1e-6, *[1.0] * 19]})
    found = file_weighted_view(STUDY, weighed({"1": ratings}, {"1": given}))
    assert (found.rows, "less than 0.0001 of their mean" in found.refusal) == ({}, True)


def test_shares_out_of_reach_are_refused_in_words(snapshot: Snapshot) -> None:
    """A few cannot stand for nearly everybody: their weights are capped."""
    found = weighted_view("place", (("home", 0.05), ("move", 0.05), ("work", 0.9)), STUDY, snapshot)
    assert found.rows == {}
    assert "5 times the median do not reach" in found.refusal


def test_a_weighted_score_is_made_of_those_of_groups(snapshot: Snapshot) -> None:
    """It is their mean by the weights of their people and of the others: whoever knows these learns nothing new."""
    shares = (("home", 0.5), ("move", 0.2), ("work", 0.3))
    found = weighted_view("place", shares, STUDY, snapshot)
    place = snapshot.groups[snapshot.groups["question"] == "place"].set_index("respondent")["option"]
    per_person = {option: share * len(place) / (place == option).sum() for option, share in shares}
    said = snapshot.ratings["respondent"].map(place).fillna("")
    parts = [(per_person.get(one, 1.0), snapshot.ratings[said == one]) for one in (*dict(shares), "")]
    tables = [(weight, score(part, STUDY.readings()).set_index("outcome")) for weight, part in parts if len(part)]
    ids = {one.statement: one.id for one in STUDY.outcomes}
    for row in found.rows[SUCCESS]:
        at = ids[row.statement]
        shown = [(weight * table.loc[at, "n"], table.loc[at, "unmet"]) for weight, table in tables]
        mean = sum(weight * unmet for weight, unmet in shown) / sum(weight for weight, _ in shown)
        assert float(row.weighted.removesuffix(" %")) == pytest.approx(100 * mean, abs=0.5 + 1e-9)


def test_nothing_is_weighted_of_an_outcome_of_which_a_group_is_hidden(snapshot: Snapshot) -> None:
    """Beside the plain score a weighted one would give that group away; the outcome is named instead."""
    first = STUDY.success_outcomes[0]
    cells = snapshot.shown
    is_hidden = (cells["outcome"] == first.id) & (cells["question"] == "place") & (cells["option"] == "work")
    assert is_hidden.any()
    found = weighted_view("place", EQUAL, STUDY, snapshot._replace(shown=cells[~is_hidden]))
    everything = weighted_view("place", EQUAL, STUDY, snapshot)
    assert found.hidden[SUCCESS] == (first.statement,)
    assert everything.hidden[SUCCESS] == ()
    assert {row for row in everything.rows[SUCCESS] if row.statement != first.statement} == set(found.rows[SUCCESS])


def test_who_rated_something_else_alone_moves_no_weight(snapshot: Snapshot) -> None:
    """One person is in no set that is released of the outcomes that are weighted, and moves nothing of them."""
    first, last = STUDY.success_outcomes[0].id, STUDY.key_outcomes[0].id
    shown = snapshot.shown[snapshot.shown["outcome"] == first]
    before = snapshot._replace(shown=shown)
    more = pd.DataFrame({"respondent": ["x"], "outcome": last, "importance": 4.0, "experience": 2.0})
    said = pd.DataFrame({"respondent": ["x"], "question": "place", "option": "home"})
    after = before._replace(
        ratings=pd.concat([before.ratings, more], ignore_index=True),
        groups=pd.concat([before.groups, said], ignore_index=True),
    )
    found = [weighted_view("place", EQUAL, STUDY, one) for one in (before, after)]
    assert found[0].rows
    assert [one._replace(hidden={}) for one in found[:1]] == [one._replace(hidden={}) for one in found[1:]]


def test_viewers_see_what_is_kept(store: Store) -> None:
    """A study has a margin once the facilitator keeps one."""
    study_id = store.add_study(STUDY).id
    assert shown_margin(store, study_id) is None
    margin = Margin(question="place", shares=(("home", 500), ("work", 500)))
    store.set_margin(study_id, margin)
    room_cache.forget()
    assert shown_margin(store, study_id) == margin


def test_value_wanted_on_a_long_scale_is_told_to_a_tenth_of_a_point(snapshot: Snapshot) -> None:
    """Plain or weighted; it orders key outcomes where importance is not asked."""
    hundred = Instrument(scale="satisfaction", anchor=70, points=HUNDRED)
    study = replace(STUDY, settings=Settings(asks_importance=False, key=hundred, success=hundred))
    found = weighted_view("place", EQUAL, study, snapshot)
    said = [one for row in found.rows["key outcomes"] for one in (row.plain, row.weighted)]
    assert {len(one.partition(".")[2]) for one in said} == {1}

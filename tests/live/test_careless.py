"""Careless answers: counted by flag, and the top of each list with and without them."""

import pandas as pd

from jtbd_core.exchange.demo import demo_answers, demo_study
from jtbd_core.live.careless import careless_view, sureness_headline, without_careless
from jtbd_core.live.snapshot import Careless, Snapshot, pooled

STUDY = demo_study()
RATINGS, _ = demo_answers(STUDY, 30)
PEOPLE = RATINGS["respondent"].unique()
EMPTY = pd.DataFrame(columns=["respondent", "question", "option"], dtype="str")
OUTCOMES = frozenset(RATINGS["outcome"])


def snapshot(outcomes: frozenset[str]) -> Snapshot:
    """Return a snapshot in which the first six are careless: all find the last success outcome worst."""
    last = (RATINGS["outcome"] == STUDY.success_outcomes[-1].id) & RATINGS["respondent"].isin(PEOPLE[:20])
    ratings = RATINGS.assign(
        importance=RATINGS["importance"].mask(last, 5), experience=RATINGS["experience"].mask(last, 1)
    )
    return Snapshot(
        ratings, EMPTY, EMPTY, Careless({"speeder": frozenset(PEOPLE[:20])}, frozenset(PEOPLE[20:]), outcomes)
    )


def test_what_careless_people_put_at_the_top_leaves_it_without_them() -> None:
    """The first list has it first, the second not at all; how many false responses it takes is told of the first."""
    found = careless_view(STUDY, snapshot(OUTCOMES))
    assert (found.people, found.flagged, found.flags) == (30, 20, {"speeder": 20})
    twice = found.lists["success outcomes"]
    assert STUDY.success_outcomes[-1].statement in twice.left()
    assert twice.everybody[0][1].endswith(" %")
    assert twice.false_responses


def test_an_analysis_without_careless_answers() -> None:
    """It gets the answers of those without a flag, or is not made where one outcome of these may not be shown."""
    assert without_careless(lambda _, one: one.ratings["respondent"].nunique(), STUDY, snapshot(OUTCOMES)) == (10,)
    few = snapshot(OUTCOMES - {STUDY.outcomes[0].id})
    assert without_careless(lambda _, one: len(one.ratings), STUDY, few) == (None,)


def test_the_second_list_is_shown_only_where_all_its_outcomes_may_be() -> None:
    """One outcome that may not be shown without careless people keeps the whole list of its kind back."""
    found = careless_view(STUDY, snapshot(OUTCOMES - {STUDY.success_outcomes[0].id}))
    assert found.lists["success outcomes"].careful is None
    assert found.lists["success outcomes"].left() == []
    assert found.lists["key outcomes"].careful is not None


def test_rounds_together_tell_no_more_than_each() -> None:
    """Three are flagged in one of two rounds: their number would be that of both less that of the other."""
    many, few = snapshot(OUTCOMES), snapshot(OUTCOMES)
    few = few._replace(careless=few.careless._replace(flags={"speeder": frozenset(PEOPLE[:3])}))
    found = careless_view(STUDY, pooled({"1": many, "2": few}))
    assert (found.flagged, found.many_to_tell(), found.many_to_tell("speeder")) == (23, 3, 3)
    assert careless_view(STUDY, many).many_to_tell() == 20
    said = sureness_headline(None, found, "success outcomes", with_few=False)
    assert "careless" not in said
    assert "careless" in sureness_headline(None, found, "success outcomes", with_few=True)

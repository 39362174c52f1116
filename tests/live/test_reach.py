"""The reach of value targets, and what of it viewers may be shown."""

import numpy as np
import pandas as pd

from jtbd_core.live.reach import reaches
from jtbd_core.live.snapshot import Snapshot
from tests.privacy.adversary import discloses
from tests.store.studies import PARCEL

AIMS = (("first", ("on-time", "undamaged")), ("second", ("on-time",)))


def snapshot(people: int, skipping: int, short: int = 4) -> Snapshot:
    """Return a snapshot in which some people did not rate the second outcome, for the first of whom it falls short."""
    ratings = pd.DataFrame(
        [
            (f"{who:03}", outcome, 5.0, 1.0 if who < short else 5.0)
            for who in range(people)
            for outcome in ("on-time", "undamaged")
            if outcome == "on-time" or who >= skipping
        ],
        columns=["respondent", "outcome", "importance", "experience"],
    )
    empty = pd.DataFrame(columns=["respondent", "question", "option"], dtype="str")
    return Snapshot(ratings, empty, pd.DataFrame(columns=["outcome", "question", "option"], dtype="str"))


def test_the_facilitator_sees_the_reach_of_all_who_rated() -> None:
    """Of 20 people, 3 of whom did not rate both; a target of an outcome that the study lacks has none."""
    found = reaches((*AIMS, ("gone", ("nothing",))), False, PARCEL, snapshot(20, 3))
    assert {name: one.people for name, one in found.items()} == {"first": 17, "second": 20}
    assert found["second"].share == 0.2


def test_viewers_are_shown_a_set_that_tells_of_nobody() -> None:
    """The 17 who rated both would tell of 3 beside the 20 who rated one: so five more are left out of both."""
    given = snapshot(20, 3)
    found = reaches(AIMS, True, PARCEL, given)
    assert {name: one.people for name, one in found.items()} == {"first": 12, "second": 20}
    assert reaches(AIMS[:1], True, PARCEL, snapshot(8, 4)) == {}


def test_what_is_shown_of_many_targets_tells_of_nobody() -> None:
    """The sets of random targets, solved together with everybody's by the adversary, never give 1 to 4 people."""
    random, names = np.random.default_rng(3), ["time", "on-time", "undamaged"]
    for _ in range(12):
        many = int(random.integers(12, 30))
        rated = random.random((many, 3)) < 0.8
        ratings = pd.DataFrame(
            [(f"{w:03}", o, 5.0, 1.0) for w in range(many) for at, o in enumerate(names) if rated[w, at]],
            columns=["respondent", "outcome", "importance", "experience"],
        )
        given = snapshot(1, 0)._replace(ratings=ratings)
        aims = (("a", tuple(names[:2])), ("b", tuple(names[1:])), ("c", tuple(names)))
        shown = reaches(aims, True, PARCEL, given)
        for outcome in names:
            everybody = ratings.loc[ratings["outcome"] == outcome, "respondent"]
            parts = [
                counted(ratings, one, shown[name].people) for name, one in aims if name in shown and outcome in one
            ]
            assert not discloses(frozenset((who, (5.0, 1.0)) for who in one) for one in (everybody, *parts))


def counted(ratings: pd.DataFrame, outcomes: tuple[str, ...], people: int) -> list[str]:
    """Return who is counted: of those who rated all outcomes, in the order of their ids, so many last ones."""
    rated = ratings[ratings["outcome"].isin(outcomes)]["respondent"].value_counts()
    return sorted(rated.index[rated == len(outcomes)])[-people:]

"""Snapshots: the answers of one moment, the groups as frozen then, and the cells that may be shown."""

import pandas as pd
import pytest

from jtbd_core.live.sharing import Released
from jtbd_core.live.snapshot import (
    Snapshot,
    careful_snapshot,
    moving_snapshot,
    occasion_snapshot,
    pooled,
    whole_snapshot,
)
from jtbd_core.privacy import Occasion, next_releases
from jtbd_core.wave.groups import CAREFUL, careful_of, crossings_of, groups_of
from jtbd_core.wave.ledger import Ledger
from tests.privacy.saved import saves_by_outcome
from tests.store.studies import PARCEL, answers

CLOSED = Occasion("end", is_moving=True)
KINDS = (groups_of(PARCEL), crossings_of(PARCEL), [CAREFUL], careful_of(groups_of(PARCEL)))


def rated(people: range, outcome: str = "time") -> pd.DataFrame:
    """Return the ratings that people gave an outcome."""
    return answers(*((f"p{n}", outcome, 5.0, 1.0 + n % 5, False) for n in people))


def said(question: str, option: str, people: range) -> pd.DataFrame:
    """Return what people said of themselves."""
    return pd.DataFrame({"respondent": [f"p{n}" for n in people], "question": question, "option": option})


def released(ratings: pd.DataFrame, profiles: pd.DataFrame, at: Occasion = CLOSED) -> Released:
    """Return what is released of a round."""
    log = ratings.assign(seq=range(1, len(ratings) + 1))
    saves = saves_by_outcome(log)
    return Released(saves, next_releases(saves, Ledger(), profiles, KINDS, at))


def cells(snapshot: Snapshot) -> set[str]:
    """Return the cells that are shown, as text."""
    return set(snapshot.shown.agg(" ".join, axis=1)) if len(snapshot.shown) else set()


PROFILES = pd.concat(
    [
        said("solution", "post", range(12)),
        said("solution", "courier", range(12, 24)),
        said("haste", "low", range(6)),
        said("haste", "low", range(12, 24)),
        said("haste", "high", range(6, 12)),
    ]
)


def without_a_flag(*flagged: range) -> pd.DataFrame:
    """Return what is known of all 24 people, of whom some have a flag."""
    careless = {n for people in flagged for n in people}
    careful = pd.DataFrame({"respondent": [f"p{n}" for n in range(24) if n not in careless]})
    return pd.concat([PROFILES, careful.assign(question=CAREFUL.question, option=CAREFUL.option)])


@pytest.mark.parametrize(
    ("flagged", "told"), [((range(6),), {"solution post", "solution courier"}), ((range(3), range(12, 15)), set())]
)
def test_groups_without_careless_answers_are_shown_where_these_are_none_or_enough(
    flagged: tuple[range, ...], told: set[str]
) -> None:
    """Six careless people in one group tell of nobody; three in each of two would, so that neither is shown."""
    found = careful_snapshot(occasion_snapshot(PARCEL, released(rated(range(24)), without_a_flag(*flagged))))
    assert found is not None
    assert found.ratings["respondent"].nunique() == 18
    assert cells(found) & {"time solution post", "time solution courier"} == {f"time {one}" for one in told}
    assert set(found.groups["respondent"]) <= set(found.ratings["respondent"])


def test_without_careless_answers_of_few_nothing_is_shown() -> None:
    """Three people with a flag would be told by a result without them."""
    assert careful_snapshot(occasion_snapshot(PARCEL, released(rated(range(24)), without_a_flag(range(3))))) is None


def test_of_rounds_those_without_a_flag_are_pooled() -> None:
    """A cell is shown where each round shows it."""
    told, hidden = (
        occasion_snapshot(PARCEL, released(rated(range(24)), without_a_flag(*flagged)))
        for flagged in ((range(6),), (range(3), range(12, 15)))
    )
    for second, is_shown in ((told, True), (hidden, False)):
        both = careful_snapshot(pooled({"1": told, "2": second}))
        assert both is not None
        assert both.ratings["respondent"].nunique() == 36
        assert ("time solution post" in cells(both)) == is_shown


def test_crossings_are_shown_beside_their_groups() -> None:
    """Of 12 who use the post 6 are in haste; couriers are not, so that their crossing is the group itself."""
    found = occasion_snapshot(PARCEL, released(rated(range(24)), PROFILES))
    crossed = {one for one in cells(found) if "+" in one}
    assert crossed == {f"time solution+haste {one}" for one in ("post+low", "post+high", "courier+low")}
    assert cells(found) - crossed == {
        *("time solution post", "time solution courier", "time haste low", "time haste high"),
    }
    members = found.groups[found.groups["option"] == "post+high"]
    assert set(members["respondent"]) == {f"p{n}" for n in range(6, 12)}


LOW = (range(9), range(14, 24))


def test_a_crossing_that_leaves_few_of_its_group_is_hidden() -> None:
    """Of 12 who use the post 9 are not in haste: the other three would be told by subtraction."""
    profiles = pd.concat([said("solution", "post", range(12)), *(said("haste", "low", one) for one in LOW)])
    found = occasion_snapshot(PARCEL, released(rated(range(24)), profiles))
    assert cells(found) == {"time solution post", "time haste low"}


def test_before_an_occasion_there_are_answers_now_without_groups() -> None:
    """Groups move on occasions; everybody's answers may move before."""
    open_round = released(rated(range(24)), PROFILES, Occasion("", is_moving=True))
    assert occasion_snapshot(PARCEL, open_round).ratings.empty
    now = moving_snapshot(PARCEL, open_round)
    assert (len(now.ratings), len(now.groups), len(now.shown)) == (24, 0, 0)


def test_the_facilitator_sees_all_but_cells_of_few() -> None:
    """Outcomes and cells that fewer than five people rated have no figures for the facilitator either."""
    ratings = pd.concat([rated(range(24)), rated(range(4), "on-time"), rated(range(7), "undamaged")])
    found = whole_snapshot(PARCEL, {"1": (ratings, PROFILES)})
    assert set(found.ratings["outcome"]) == {"time", "undamaged"}
    shown = {"undamaged solution post", "undamaged haste low", "undamaged solution+haste post+low"}
    assert {one for one in cells(found) if one.startswith("undamaged")} == shown


def test_a_pool_shows_a_group_where_every_round_of_the_outcome_does() -> None:
    """A group that one round hides would be told by subtraction; people of two rounds are not the same."""
    first = occasion_snapshot(PARCEL, released(rated(range(24)), PROFILES))
    second = occasion_snapshot(PARCEL, released(rated(range(24)), said("solution", "post", range(12))))
    both = pooled({"1": first, "2": second})
    assert cells(both) == {"time solution post", "time round 1", "time round 2"}
    assert both.ratings["respondent"].nunique() == 48

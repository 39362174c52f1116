"""Snapshots: the answers of one moment, the groups as frozen then, and the cells that may be shown."""

import pandas as pd

from jtbd_core.live.sharing import Released
from jtbd_core.live.snapshot import Snapshot, moving_snapshot, occasion_snapshot, pooled, whole_snapshot
from jtbd_core.privacy import Occasion, next_releases, saves_by_outcome
from jtbd_core.wave.groups import crossings_of, groups_of
from jtbd_core.wave.ledger import Ledger
from tests.store.studies import PARCEL, answers

CLOSED = Occasion("end", is_moving=True)


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
    return Released(log, saves, next_releases(saves, Ledger(), profiles, (groups_of(PARCEL), crossings_of(PARCEL)), at))


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

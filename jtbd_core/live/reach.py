"""The reach of value targets: for how many people at least one outcome falls short, from one snapshot of a round.

Reach is computed of stated targets alone, and of people who rated all outcomes of a target. To viewers it is shown
where these people, beside all sets of which figures are shown in the snapshot, tell of nobody: for each outcome of the
target, no combination of everybody's, the groups' and the targets' sets is other than 0 for 1 to 4 people.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.live.snapshot import Snapshot
from jtbd_core.privacy import THRESHOLD
from jtbd_core.privacy.row_space import is_telling
from jtbd_core.scoring.targets import Reach, raters, reach
from jtbd_core.study import Study

Bools = npt.NDArray[np.bool_]
Aims = tuple[tuple[str, tuple[str, ...]], ...]
"""The id and the outcomes of each target."""

DECIMALS = 2


def reaches(aims: Aims, is_shared: bool, study: Study, snapshot: Snapshot) -> dict[str, Reach]:
    """Return the reach of each target, by its id, with shares rounded to whole per cent; those not shown are missing.

    Where it `is_shared`, targets come in the order in which they were stated, and what would tell of few is left out.
    """
    anchors = study.anchors()
    asked = {name: outcomes for name, outcomes in aims if set(outcomes) <= anchors.keys()}
    found = {name: reach(snapshot.ratings, outcomes, anchors, THRESHOLD) for name, outcomes in asked.items()}
    told = {name: one for name, one in found.items() if one}
    if is_shared:
        safe = _safe({name: asked[name] for name in told}, snapshot)
        told = {name: one for name, one in told.items() if name in safe}
    return {
        name: Reach(one.people, round(one.share, DECIMALS), round(one.low, DECIMALS), round(one.high, DECIMALS))
        for name, one in told.items()
    }


def _safe(asked: Mapping[str, Sequence[str]], snapshot: Snapshot) -> set[str]:
    """Return the targets whose sets of people tell of nobody beside what is shown, each beside those before it."""
    people = pd.Index(snapshot.ratings["respondent"].unique())
    sets = {outcome: _shown_sets(outcome, snapshot, people) for outcome in {o for one in asked.values() for o in one}}
    safe: set[str] = set()
    for name, outcomes in asked.items():
        whole = people.isin(raters(snapshot.ratings, outcomes).index)
        if any(_tells([*sets[outcome], whole]) for outcome in outcomes):
            continue
        safe.add(name)
        for outcome in outcomes:
            sets[outcome].append(whole)
    return safe


def _shown_sets(outcome: str, snapshot: Snapshot, people: "pd.Index[str]") -> list[Bools]:
    """Return the sets of people of whom figures of an outcome are shown: everybody's and each shown group's."""
    rated = people.isin(snapshot.ratings.loc[snapshot.ratings["outcome"] == outcome, "respondent"])
    cells = snapshot.shown[snapshot.shown["outcome"] == outcome]
    groups = snapshot.groups.merge(cells, on=["question", "option"])
    members = [people.isin(one["respondent"]) & rated for _, one in groups.groupby(["question", "option"])]
    return [rated, *members]


def _tells(sets: Sequence[Bools]) -> bool:
    return is_telling(np.array(sets), np.arange(len(sets[0])))

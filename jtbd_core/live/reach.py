"""The reach of value targets: for how many people at least one outcome falls short, from one snapshot of a round.

Reach is computed of stated targets alone, and of people who rated all outcomes of a target. To viewers it is shown of
such a set of them that, beside all sets of which figures are shown in the snapshot, tells of nobody: for each outcome
of the target, no combination of everybody's, the groups' and the targets' sets is other than 0 for 1 to 4 people. Where
all who rated would tell, as when 3 people rated one outcome and not the other, up to `MOST_LEFT_OUT` are left out too.
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
MOST_LEFT_OUT = 10


def reaches(aims: Aims, is_shared: bool, study: Study, snapshot: Snapshot) -> dict[str, Reach]:
    """Return the reach of each target, by its id, with shares rounded to whole per cent; those not shown are missing.

    Where it `is_shared`, targets come in the order in which they were stated, and what would tell of few is left out.
    """
    anchors = study.anchors()
    asked = {name: outcomes for name, outcomes in aims if set(outcomes) <= anchors.keys()}
    counted = {name: raters(snapshot.ratings, outcomes).index for name, outcomes in asked.items()}
    if is_shared:
        counted = _safe(asked, counted, snapshot)
    found: dict[str, Reach] = {}
    for name, people in counted.items():
        ratings = snapshot.ratings[snapshot.ratings["respondent"].isin(people)]
        if one := reach(ratings, asked[name], anchors, THRESHOLD):
            found[name] = Reach(one.people, *(round(share, DECIMALS) for share in one[1:]))
    return found


def _safe(
    asked: Mapping[str, Sequence[str]], counted: Mapping[str, "pd.Index[str]"], snapshot: Snapshot
) -> dict[str, "pd.Index[str]"]:
    """Return of each target the people who can be shown, each target beside those before it; without those of none."""
    people = pd.Index(snapshot.ratings["respondent"].unique())
    sets = {outcome: _shown_sets(outcome, snapshot, people) for outcome in {o for one in asked.values() for o in one}}
    safe: dict[str, pd.Index[str]] = {}
    for name, outcomes in asked.items():
        for left_out in range(MOST_LEFT_OUT + 1):
            some = counted[name].sort_values()[left_out:]  # ids are random, and those left out stay the same
            belongs = people.isin(some)
            if len(some) < THRESHOLD or not any(_tells([*sets[outcome], belongs]) for outcome in outcomes):
                break
        if len(some) < THRESHOLD or left_out == MOST_LEFT_OUT:
            continue
        safe[name] = some
        for outcome in outcomes:
            sets[outcome].append(belongs)
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

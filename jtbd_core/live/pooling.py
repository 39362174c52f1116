"""Waves pooled to one result: by viewers what is released of each, by the facilitator all answers as they are now.

What viewers see of a pool is the union of sets that are released of its waves anyway, of disjoint people: no sum or
difference of it tells more than those sets do.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar, cast

import pandas as pd

from jtbd_core.contract import Store
from jtbd_core.live.flags import flag_profiles
from jtbd_core.live.sharing import Request, Shared, share
from jtbd_core.live.worker import worker
from jtbd_core.privacy import THRESHOLD
from jtbd_core.scoring.cells import RatingCells, cells_of, joined
from jtbd_core.scoring.study_scores import people, raters
from jtbd_core.study import Study
from jtbd_core.wave import Group, Wave
from jtbd_core.wave.groups import CAREFUL, groups_of
from jtbd_core.wave.ledger import EVERYBODY

Analysed = TypeVar("Analysed")


def share_of(
    store: Store, study: Study, waves: Sequence[Wave], request: Request, analyse: Callable[[Study, Shared], Analysed]
) -> Analysed:
    """Return the analysis of what may be shared of waves now, taken together as one."""
    if len(waves) == 1:
        return share(store, study, waves[0], request, analyse)
    parts = [share(store, study, wave, request, _as_it_is) for wave in waves]
    return cast(Analysed, worker.run(_of_pool, study, parts, analyse))


def _as_it_is(_: Study, shared: Shared) -> Shared:
    return shared


def _of_pool(study: Study, parts: Sequence[Shared], analyse: Callable[[Study, Shared], object]) -> object:
    """Return the analysis of a pool; people are counted by group over all of its waves."""
    counted: dict[Group, int] = {}
    for group, many in (item for part in parts for item in part.people.items()):
        counted[group] = counted.get(group, 0) + many
    return analyse(study, Shared(pooled([part.ratings for part in parts]), counted, sum(part.many for part in parts)))


def pooled(parts: Sequence[RatingCells]) -> RatingCells:
    """Return the ratings of waves as one; to an outcome that fewer than `THRESHOLD` rated, a wave adds none."""
    rated = [zip(part.outcomes, part.raters, strict=True) for part in parts]
    enough = [[one for one, many in outcomes if many >= THRESHOLD] for outcomes in rated]
    return joined([part.of(outcomes) for part, outcomes in zip(parts, enough, strict=True)])


def everything_of(
    store: Store, study: Study, waves: Sequence[Wave], group: Group, analyse: Callable[[Study, Shared], Analysed]
) -> Analysed:
    """Return the analysis of all answers of a group as they are now, for the facilitator alone; nothing is released."""
    ratings = pd.concat([store.ratings(wave.id) for wave in waves], ignore_index=True)
    profiles = pd.concat([store.profiles(wave.id) for wave in waves], ignore_index=True)
    if group == CAREFUL:
        cards = pd.concat([store.cards(wave.id) for wave in waves], ignore_index=True)
        return cast(Analysed, worker.run(_of_careful, study, ratings, profiles, cards, analyse))
    return cast(Analysed, worker.run(_of_group, study, ratings, profiles, group, analyse))


def _of_careful(
    study: Study,
    ratings: pd.DataFrame,
    profiles: pd.DataFrame,
    cards: pd.DataFrame,
    analyse: Callable[[Study, Shared], object],
) -> object:
    """Return the analysis of the ratings of those without a flag of careless answers."""
    said = pd.concat([profiles, flag_profiles(ratings, cards)], ignore_index=True)
    return _of_group(study, ratings, said, CAREFUL, analyse)


def _of_group(
    study: Study,
    ratings: pd.DataFrame,
    profiles: pd.DataFrame,
    group: Group,
    analyse: Callable[[Study, Shared], object],
) -> object:
    """Return the analysis of a group's ratings; counted are everybody and the groups of `THRESHOLD` people or more."""
    of_groups = {
        one: ratings[ratings["respondent"].isin(profiles.loc[_belongs(profiles, one), "respondent"])]
        for one in (*groups_of(study), CAREFUL)
    }
    counts = {one: (people if one == CAREFUL else raters)(theirs) for one, theirs in of_groups.items()}
    counted = {EVERYBODY: people(ratings), **{one: count for one, count in counts.items() if count >= THRESHOLD}}
    theirs = of_groups.get(group, ratings)
    return analyse(study, Shared(cells_of(theirs), counted, counts.get(group, counted[EVERYBODY])))


def _belongs(profiles: pd.DataFrame, group: Group) -> "pd.Series[bool]":
    return (profiles["question"] == group.question) & (profiles["option"] == group.option)

"""The groups of respondents that may be shown: no subtraction of shown groups isolates fewer than 5 people."""

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from jtbd_core.privacy.threshold import THRESHOLD
from jtbd_core.study import Study
from jtbd_core.wave import Group

Members = npt.NDArray[np.float64]
"""A row per person and a column per group: 1 for those who belong to it."""


def shown_groups(study: Study, ratings: pd.DataFrame, profiles: pd.DataFrame) -> dict[Group, int]:
    """Return the groups that may be shown, in the order of the study, and how many people of each have rated.

    Columns as `Store.ratings` and `Store.profiles`. A group is hidden if it has fewer than 5 people, or if subtraction
    isolates 1 to 4: those outside of it, those in no shown group of its question, or those by whom it differs from
    another shown group or from that group's complement. Larger groups have precedence.
    """
    groups = _groups(study)
    raters = ratings.loc[ratings["experience"].notna(), "respondent"].unique()
    members = _members(groups, raters, profiles)
    shown = _shown(members, groups)
    return {group: int(members[:, n].sum()) for n, group in enumerate(groups) if group in shown}


def group_ratings(study: Study, ratings: pd.DataFrame, profiles: pd.DataFrame, group: Group) -> pd.DataFrame:
    """Return the ratings of a group in those outcomes whose raters, taken alone, let it be shown.

    Columns as `Store.ratings` and `Store.profiles`. Raises ValueError for a group that the study does not have.
    """
    groups, (place, people) = _groups(study), pd.factorize(ratings["respondent"])
    members = _members(groups, people, profiles)
    needed = ["importance", "experience"] if study.settings.asks_importance else ["experience"]
    raters = ratings.assign(place=place).dropna(subset=needed).groupby("outcome")["place"]
    shown = [outcome for outcome, rated in raters if group in _shown(members[rated], groups)]
    belongs = members[place, groups.index(group)] == 1
    return ratings.take(np.flatnonzero(belongs & ratings["outcome"].isin(shown).to_numpy()))


def _groups(study: Study) -> list[Group]:
    """Return a group for each answer to each question about respondents."""
    return [Group(question, option) for question, options in study.questions().items() for option in options]


def _members(groups: Sequence[Group], people: Iterable[str], profiles: pd.DataFrame) -> Members:
    """Return who of the people belongs to which group."""
    rows, columns = ({one: n for n, one in enumerate(ones)} for ones in (people, groups))
    members = np.zeros((len(rows), len(columns)))
    for person, question, option in profiles[["respondent", "question", "option"]].itertuples(index=False, name=None):
        if person in rows and (question, option) in columns:
            members[rows[person], columns[question, option]] = 1
    return members


def _shown(members: Members, groups: Sequence[Group]) -> list[Group]:
    """Return the groups that may be shown, the largest first; each is checked against those shown before it."""
    people, sizes, both = len(members), members.sum(axis=0), members.T @ members
    shown: list[int] = []
    for one in np.argsort(-sizes, kind="stable").tolist():
        same = [other for other in shown if groups[other].question == groups[one].question]
        apart = [sizes[one] + sizes[other] - 2 * both[one, other] for other in shown]
        isolated = [people - sizes[one], people - sizes[one] - sizes[same].sum(), *apart, *(people - n for n in apart)]
        if sizes[one] >= THRESHOLD and not any(0 < count < THRESHOLD for count in isolated):
            shown.append(one)
    return [groups[one] for one in shown]
